import { setTimeout as delay } from 'node:timers/promises';
import { readCheckpoints } from '@zgt/runtime/audit/checkpoint.ts';
import { verifyAudit } from '@zgt/runtime/audit/verify.ts';
import { loadKeyRing } from '@zgt/runtime/crypto/keys.ts';
import { type DatabaseHandle, openServer } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, client, signIn } from '../harness/client.ts';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import { freePort, type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { admitUnit, endorsedBrand, provisionedCapability, take } from './main-journey.ts';
import { consent, type Step, stepState } from './step-state.ts';

const SUBGRAPHS = ['ecosystem', 'apps', 'operations'] as const;
const KILLED = ['gateway', 'ecosystem', 'apps', 'operations', 'worker'] as const;
const ROLES = ['worker', ...SUBGRAPHS, 'gateway'] as const;
type Role = (typeof ROLES)[number];

const WRITERS = 4;
const READERS = 2;
const BRANDS = 60;
const WRITES_BEFORE_KILL = 8;
const PATIENCE = 200;

let postgres: PostgresServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let database: DatabaseHandle;
const processes = new Map<Role, RunningServer[]>();
let gateways: string[];

beforeAll(async () => {
  [postgres, folder] = await Promise.all([startPostgres(), temporaryFolder()]);
  const url = await postgres.createDatabase();
  database = openServer(url, { max: 2 });
  const ports = new Map<Role, string[]>();
  for (const role of ROLES) ports.set(role, [String(await freePort()), String(await freePort())]);
  const addresses = (role: Role) => ports.get(role)!.map((port) => `http://127.0.0.1:${port}`);
  gateways = addresses('gateway');
  const environment = {
    DATABASE_URL: url,
    DATA_DIR: folder.path,
    DEMO: 'on',
    SUBGRAPH_SECRET: 'a-secret-that-every-process-knows-01',
    PUBLIC_URL: gateways[0]!,
    GATEWAY_URL: gateways.join(','),
    ECOSYSTEM_URL: addresses('ecosystem').join(','),
    APPS_URL: addresses('apps').join(','),
    OPERATIONS_URL: addresses('operations').join(','),
  };
  const start = async (role: Role, index: number) => {
    const server = await startServer({ ...environment, ROLE: role, PORT: ports.get(role)![index]! });
    processes.get(role)![index] = server;
  };
  for (const role of ROLES) processes.set(role, []);
  // Two at a time: ten at once would keep a small machine busy with nothing but starting.
  await start('worker', 0);
  for (const [one, other] of [
    ['ecosystem', 'apps'],
    ['operations', 'gateway'],
  ] as const) {
    await Promise.all([start(one, 0), start(one, 1)]);
    await Promise.all([start(other, 0), start(other, 1)]);
  }
  await start('worker', 1);
}, 120_000);

afterAll(async () => {
  await database?.close();
  await Promise.all([...processes.values()].flat().map((server) => server.stop()));
  await postgres?.stop();
  await folder?.remove();
}, 60_000);

interface Acknowledged {
  step: Step;
  answer: object;
}

/** The same person at every gateway. */
const through = (person: Client) => gateways.map((url) => client(url, person.token));

const consentTo = (person: Client, step: Step) =>
  person.act(step.mutation, { id: step.id }, { 'idempotency-key': step.key });

/** Writes as a client that repeats by its key, at the other gateway, until it has an answer. */
async function consentUntilAnswered(people: readonly Client[], step: Step, turn: number) {
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    const answer = await consentTo(people[(turn + attempt) % people.length]!, step).catch(() => null);
    if (answer) return answer;
    await delay(50);
  }
  throw new Error(`no answer to ${step.key} after ${PATIENCE} attempts`);
}

async function until(isTrue: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    if (await isTrue()) return;
    await delay(100);
  }
  throw new Error(`waited in vain: ${what}`);
}

async function expectWholeAudit(): Promise<void> {
  const checkpoints = await readCheckpoints(`${folder.path}/checkpoints`);
  const report = await verifyAudit(database.db, await loadKeyRing(`${folder.path}/keys`), checkpoints);
  expect(report.faults).toEqual([]);
}

const READS = `{ brandAuthorizations(first: 10) { edges { node { id status ecosystemUnit { name } } } }
  workItems(first: 5) { edges { node { number } } } capabilities { edges { node { code } } } }`;

it('[duty 50.1] one process of each role is killed under load, and nothing that was answered is lost or done twice', async () => {
  const [gateway] = gateways as [string, string];
  const deciders = { company: await signIn(gateway, 'gongsi'), management: await signIn(gateway, 'guanli') };
  const unit = await admitUnit(gateway, deciders, 'jiqun-yi', 1);
  const leaving = await admitUnit(gateway, deciders, 'jiqun-er', 2);
  const credential = await provisionedCapability(leaving.client, deciders.company);
  const steps: Step[] = [];
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      while (steps.length < BRANDS) {
        const id = await endorsedBrand(unit.client, deciders.company);
        steps.push(consent(id, `consent-${id}`));
      }
    }),
  );
  const management = through(deciders.management);

  const acknowledged: Acknowledged[] = [];
  const waiting = [...steps];
  const write = async (writer: number) => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const answer = await consentUntilAnswered(management, step, writer);
      acknowledged.push({ step, answer });
    }
  };
  let reading = true;
  let reads = 0;
  const failedReads: unknown[] = [];
  const read = async (reader: number) => {
    while (reading) {
      const answers = gateways.map((_, index) => management[(reader + index) % gateways.length]!.ask(READS));
      // A gateway that is gone cannot answer; the other one must, and wholly.
      const [first, second] = await Promise.allSettled(answers);
      const whole = [first!, second!].flatMap((answer) =>
        answer.status === 'fulfilled' ? [answer.value] : [],
      );
      const best = whole.find(({ errors }) => errors === undefined);
      if (best) reads += 1;
      else failedReads.push(whole.map(({ errors }) => errors));
    }
  };
  const readers = Array.from({ length: READERS }, (_, reader) => read(reader));
  const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer));

  for (const [index, role] of KILLED.entries()) {
    await until(
      () => acknowledged.length >= WRITES_BEFORE_KILL * (index + 1),
      `writes before ${role} is killed`,
    );
    // What the workers have to do lies there when one of them dies.
    if (role === 'worker')
      await take(client(gateways[1]!, deciders.company.token), 'terminateEcosystemUnit', {
        id: leaving.id,
        clause: '协议第 8 条',
        reason: '泄露数据',
      });
    await processes.get(role)![0]!.kill();
  }
  await Promise.all(writers);
  reading = false;
  await Promise.all(readers);

  expect(acknowledged).toHaveLength(steps.length);
  expect(failedReads).toEqual([]);
  expect(reads).toBeGreaterThan(0);
  for (const { step, answer } of acknowledged) {
    expect(answer).toMatchObject({ id: step.id, status: 'EFFECTIVE', refusal: null });
    expect(await stepState(database.db, step)).toEqual(step.after);
  }
  // The same key again, at the gateway that is left: the first answer, and nothing new.
  for (const { step, answer } of acknowledged.slice(0, 10))
    expect(await consentTo(management[1]!, step)).toEqual(answer);
  for (const { step } of acknowledged.slice(0, 10))
    expect(await stepState(database.db, step)).toEqual(step.after);

  // The worker that is left has revoked what the termination took away, once.
  const survivor = client(gateways[1]!, deciders.company.token);
  const status = async () =>
    (await survivor.ask('query($id: ID!) { capabilityRequest(id: $id) { status } }', { id: credential })).data
      .capabilityRequest.status;
  await until(async () => (await status()) === 'REVOKED', 'the credential of the unit that left is revoked');
  const revocations = await database.db
    .selectFrom('runtime.auditEntry')
    .select('seq')
    .where('recordId', '=', credential)
    .where('outcome', '=', 'DONE')
    .where('accountId', 'is', null)
    .execute();
  expect(revocations).toHaveLength(1);
  const jobs = async () =>
    (
      await sql<{
        state: string;
      }>`select distinct state::text as state from jobs.job where name = 'event'`.execute(database.db)
    ).rows.map(({ state }) => state);
  await until(async () => (await jobs()).every((state) => state === 'completed'), 'every event is handled');
  await expectWholeAudit();
}, 120_000);
