import { setTimeout as delay } from 'node:timers/promises';
import { readCheckpoints } from '@zgt/runtime/audit/checkpoint.ts';
import { verifyAudit } from '@zgt/runtime/audit/verify.ts';
import { loadKeyRing } from '@zgt/runtime/crypto/keys.ts';
import { type DatabaseHandle, openEmbedded, openServer } from '@zgt/runtime/database/open.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Acted, type Client, signIn } from '../harness/client.ts';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import { freePort, type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { admitUnit, authorizeUnit, endorsedBrand, submitUnit } from './main-journey.ts';
import { approval, consent, type Step, stepState } from './step-state.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 3);
const CLIENTS = 8;
const UNITS = 4;
const BRANDS = 8;

interface Site {
  environment: Record<string, string>;
  folder: string;
  open(): Promise<DatabaseHandle>;
}

let postgres: PostgresServer;
const folders: Awaited<ReturnType<typeof temporaryFolder>>[] = [];

async function newFolder(): Promise<string> {
  const folder = await temporaryFolder();
  folders.push(folder);
  return folder.path;
}

const SITES: Record<string, () => Promise<Site>> = {
  'the embedded database': async () => {
    const folder = await newFolder();
    return { environment: { DATA_DIR: folder }, folder, open: () => openEmbedded(folder) };
  },
  PostgreSQL: async () => {
    const folder = await newFolder();
    const url = await postgres.createDatabase();
    const environment = { DATA_DIR: folder, DATABASE_URL: url, DEMO: 'on' };
    return { environment, folder, open: async () => openServer(url, { max: 2 }) };
  },
};

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(async () => {
  await postgres?.stop();
  await Promise.all(folders.map((folder) => folder.remove()));
}, 60_000);

/** What is waiting for the management unit: units to approve and brand authorizations to consent to. */
async function prepare(url: string, company: Client, holder: Client, round: number): Promise<Step[]> {
  const steps: Step[] = [];
  for (let index = 0; index < UNITS; index++) {
    const serial = 100 * (round + 1) + index;
    const { id } = await submitUnit(url, `danwei-${serial}`, serial);
    await authorizeUnit(company, id);
    steps.push(approval(id, `approve-${serial}`));
  }
  for (let index = 0; index < BRANDS; index++) {
    const id = await endorsedBrand(holder, company);
    steps.push(consent(id, `consent-${id}`));
  }
  return steps;
}

const take = (client: Client, { mutation, id, key }: Step) =>
  client.act(mutation, { id }, { 'idempotency-key': key });

/** Takes all steps with several clients at once and ends the server, without warning, after so many answers. */
async function takeUntilKilled(
  server: RunningServer,
  client: Client,
  steps: readonly Step[],
  answers: number,
) {
  const answered = new Map<string, Acted>();
  const waiting = [...steps];
  let killed: Promise<void> | null = null;
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const acted = await take(client, step).catch(() => null);
      if (!acted) return;
      answered.set(step.key, acted);
      if (answered.size >= answers) killed ??= server.kill();
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, work));
  await (killed ?? server.kill());
  return answered;
}

async function expectWholeAudit(site: Site, { db }: DatabaseHandle): Promise<void> {
  const checkpoints = await readCheckpoints(`${site.folder}/checkpoints`);
  const report = await verifyAudit(db, await loadKeyRing(`${site.folder}/keys`), checkpoints);
  expect(report.faults).toEqual([]);
}

describe.each(Object.entries(SITES))(
  'a server on %s that is killed in the middle of writes',
  (_, makeSite) => {
    it(
      '[duty 50.1] loses nothing that it answered, leaves nothing half done, and repeats no effect',
      async () => {
        const site = await makeSite();
        const port = String(await freePort());
        const start = () => startServer({ ...site.environment, PORT: port });
        let server = await start();
        const { url } = server;
        const company = await signIn(url, 'gongsi');
        const management = await signIn(url, 'guanli');
        const holder = (await admitUnit(url, { company, management }, 'chizheng', 1)).client;
        const all: Step[] = [];
        try {
          for (let round = 0; round < ROUNDS; round++) {
            const steps = await prepare(url, company, holder, round);
            all.push(...steps);
            const answered = await takeUntilKilled(
              server,
              management,
              steps,
              1 + ((round * 4) % steps.length),
            );

            const afterKill = await site.open();
            for (const step of steps) {
              const state = await stepState(afterKill.db, step);
              if (answered.has(step.key) || state.state === step.after.state)
                expect(state).toEqual(step.after);
              else expect(state).toEqual(step.before);
            }
            await expectWholeAudit(site, afterKill);
            await afterKill.close();

            server = await start();
            const again = await Promise.all(steps.map((step) => take(management, step)));
            for (const [index, step] of steps.entries()) {
              expect(again[index]).toMatchObject({ id: step.id, status: step.after.state, refusal: null });
              const first = answered.get(step.key);
              if (first) expect(again[index]).toEqual(first);
            }
          }
          // The jobs of the last round are done before the last look.
          await delay(1500);
        } finally {
          await server.stop();
        }
        const atEnd = await site.open();
        for (const step of all) expect(await stepState(atEnd.db, step)).toEqual(step.after);
        await expectWholeAudit(site, atEnd);
        await atEnd.close();
      },
      120_000 + ROUNDS * 30_000,
    );
  },
);
