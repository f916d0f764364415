import { readFile } from 'node:fs/promises';
import { client, signIn } from '../harness/client.ts';
import { startServer, temporaryFolder } from '../harness/server.ts';

const STARTS = 5;
const REQUESTS = 300;

interface Figure {
  what: string;
  unit: string;
  values: number[];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]!;
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Starts, and a few things that people wait for, on this machine; figures are for comparing, not for promising. */
async function main(): Promise<void> {
  const folder = await temporaryFolder();
  const ready: Figure = { what: 'start to ready, existing data', unit: 's', values: [] };
  const first: Figure = { what: 'first start: migrate, seed, ready', unit: 's', values: [] };
  const memory: Figure = { what: 'resident memory after start', unit: 'MB', values: [] };
  const figures: Figure[] = [first, ready, memory];
  try {
    for (let index = 0; index <= STARTS; index++) {
      const start = performance.now();
      const server = await startServer({ DATA_DIR: folder.path, LOG_LEVEL: 'error' });
      (index === 0 ? first : ready).values.push((performance.now() - start) / 1000);
      memory.values.push(await residentMegabytes(server.pid));
      if (index === STARTS) {
        const approver = await signIn(server.url, 'guanli');
        const anyone = client(server.url);
        const list =
          '{ brandAuthorizations(first: 20) { edges { node { number status availableActions { name allowed } } } } }';
        for (const [what, work] of [
          ['work list with actions, ms', () => approver.ask(list)],
          [
            'public verification, ms',
            () => anyone.ask('{ verifyBrandAuthorization(number: "ZGT-2026-000001-C") { verdict } }'),
          ],
          [
            'verification page, ms',
            () => fetch(`${server.url}/verify/ZGT-2026-000001-C`).then((answer) => answer.text()),
          ],
        ] as const) {
          const values: number[] = [];
          for (let request = 0; request < REQUESTS; request++) values.push(await timed(work));
          figures.push({ what, unit: '', values: values.slice(REQUESTS / 3) });
        }
      }
      await server.stop();
    }
  } finally {
    await folder.remove();
  }
  for (const { what, unit, values } of figures)
    console.log(
      `${what.padEnd(40)} median ${median(values).toFixed(2)} ${unit}  (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`,
    );
}

await main();
