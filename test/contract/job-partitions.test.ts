import { readConfig } from '@zgt/runtime/config.ts';
import { loadKeyRing } from '@zgt/runtime/crypto/keys.ts';
import { type DatabaseHandle, openEmbedded, openServer } from '@zgt/runtime/database/open.ts';
import { grantJobs, prepareDatabase } from '@zgt/runtime/database/prepare.ts';
import { roleOf } from '@zgt/runtime/database/roles.ts';
import { newId } from '@zgt/runtime/id.ts';
import { createAuth } from '@zgt/runtime/identity/auth.ts';
import { openJobQueue } from '@zgt/runtime/jobs/queue.ts';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import { temporaryFolder } from '../harness/server.ts';

const log = pino({ level: 'silent' });
let postgres: PostgresServer;
const folders: Awaited<ReturnType<typeof temporaryFolder>>[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(async () => {
  await postgres?.stop();
  await Promise.all(folders.map((folder) => folder.remove()));
}, 60_000);

async function prepared(handle: DatabaseHandle, path: string): Promise<void> {
  const config = readConfig({ DATA_DIR: path });
  const auth = createAuth(handle, config, await loadKeyRing(config.keysDir));
  await prepareDatabase(handle, auth, { ecosystem: {}, apps: {}, operations: {} });
}

async function newFolder(): Promise<string> {
  const folder = await temporaryFolder();
  folders.push(folder);
  return folder.path;
}

/** The tables that hold jobs, with the queues in them. */
async function jobTables(handle: DatabaseHandle): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ child: string }>`
    select inheritance.inhrelid::regclass::text as child from pg_inherits inheritance
    join pg_partitioned_table partitioned on partitioned.partrelid = inheritance.inhparent
    where inheritance.inhparent = 'jobs.job'::regclass`.execute(handle.db);
  const tables: Record<string, string[]> = {};
  for (const { child } of rows) {
    const name = child.replace(/^jobs\./, '').replaceAll('"', '');
    const queues = await sql<{ name: string }>`select name from jobs.queue where table_name = ${name}
      and name not like '\\_\\_%' order by name`.execute(handle.db);
    tables[name] = queues.rows.map((row) => row.name);
  }
  return tables;
}

async function expectPartitioned(handle: DatabaseHandle): Promise<void> {
  const queues = Object.values(await jobTables(handle)).filter(({ length }) => length > 0);
  expect(queues.sort()).toEqual([['alarm-deadlines', 'alarm-monitors', 'tick'], ['dead'], ['event']]);
  const kept = await sql<{
    name: string;
    waiting: number;
    done: number;
  }>`select name, retention_seconds / 86400 as waiting, deletion_seconds / 86400 as done from jobs.queue
    where name in ('dead', 'event', 'tick') order by name`.execute(handle.db);
  expect(kept.rows).toMatchObject([
    { name: 'dead', waiting: 365 },
    { name: 'event', waiting: 365, done: 7 },
    { name: 'tick', done: 1 },
  ]);
}

describe('jobs of queues that grow lie in tables of their own', () => {
  it('on the embedded database', async () => {
    const path = await newFolder();
    const handle = await openEmbedded(path);
    await prepared(handle, path);
    const queue = await openJobQueue(handle, log, { work: false });
    await expectPartitioned(handle);
    await queue.stop();
    await handle.close();
  });

  it('on PostgreSQL, when several processes start at once and none is a worker', async () => {
    const path = await newFolder();
    const url = await postgres.createDatabase();
    const handles = [1, 2, 3].map(() => openServer(url, { max: 3 }));
    const owner = handles[0]!;
    await prepared(owner, path);
    const queues = await Promise.all(handles.map((handle) => openJobQueue(handle, log, { work: false })));
    await expectPartitioned(owner);
    await grantJobs(owner.db);

    const subgraph = openServer(url, { role: roleOf('ecosystem'), max: 1 });
    const recordId = newId();
    const event = { name: 'Trial', recordId, organizationId: newId(), state: 'DONE' };
    const { statement, value } = await queues[1]!.eventStatement(event);
    await subgraph.pool.query(statement, [value]);
    const stored = await sql<{ place: string }>`select tableoid::regclass::text as place from jobs.job
      where data->>'recordId' = ${recordId}`.execute(owner.db);
    expect(stored.rows).toHaveLength(1);
    const table = stored.rows[0]!.place.replace(/^jobs\./, '');
    expect((await jobTables(owner))[table]).toEqual(['event']);

    await Promise.all(queues.map((queue) => queue.stop()));
    await Promise.all([subgraph, ...handles].map((handle) => handle.close()));
  });
});
