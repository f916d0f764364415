import { readFile } from 'node:fs/promises';
import { capability } from '@zgt/apps/capability/actions.ts';
import { viewerOf } from '@zgt/demo/people.ts';
import { DEMONSTRATION_SIGN_INS } from '@zgt/demo/sign-ins.ts';
import { brandAuthorization } from '@zgt/ecosystem/brand-authorization/actions.ts';
import { loadKeyRing } from '@zgt/runtime/crypto/keys.ts';
import { type Db, openServer } from '@zgt/runtime/database/open.ts';
import { newId } from '@zgt/runtime/id.ts';
import { openJobQueue } from '@zgt/runtime/jobs/queue.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { readMany, readPage } from '@zgt/runtime/lifecycle/read.ts';
import { createRuntime } from '@zgt/runtime/runtime.ts';
import { sql } from 'kysely';
import { pino } from 'pino';
import { startPostgres } from '../harness/postgres.ts';
import { startServer, temporaryFolder } from '../harness/server.ts';

const ROWS = 20_000;
const READS = 1000;
const WRITES = 200;
const TICKS_PER_SECOND = 100;

/** What differs from row to row; all else is as the product wrote it. `i` is the number of the copy. */
const COPIES: Record<string, string> = {
  'runtime.organization': `'id', uuidv7(), 'party', 'ECOSYSTEM_UNIT', 'unified_social_credit_code', 'X' || lpad(i::text, 17, '0')`,
  'ecosystem.ecosystem_unit': `'id', uuidv7(), 'number', 'SY-2026-' || lpad((i + 900000)::text, 6, '0'),
    'organization_id', gen_random_uuid(), 'unified_social_credit_code', 'X' || lpad(i::text, 17, '0')`,
  'apps.capability_request': `'id', uuidv7(), 'number', 'NL-2026-' || lpad((i + 900000)::text, 6, '0'),
    'organization_id', gen_random_uuid(), 'secret_hash', encode(sha256(i::text::bytea), 'hex')`,
  'ecosystem.brand_authorization': `'id', uuidv7(), 'number', 'PP-2026-' || lpad((i + 900000)::text, 6, '0'),
    'organization_id', gen_random_uuid(), 'certificate_number', 'ZGT-2026-' || lpad((i + 900000)::text, 6, '0') || '-A'`,
  'runtime.item': `'record_id', uuidv7(), 'organization_id', gen_random_uuid(), 'awaits_organization_id', null`,
  'runtime.deadline': `'id', uuidv7(), 'record_id', uuidv7(), 'organization_id', gen_random_uuid()`,
  'runtime.notification': `'id', uuidv7(), 'record_id', uuidv7(),
    'organization_id', (select id from runtime.organization where status <> 'ENDED'
      and unified_social_credit_code = 'X' || lpad(i::text, 17, '0'))`,
  'runtime.audit_entry': `'seq', i + 1000000, 'record_id', uuidv7(), 'organization_id', gen_random_uuid(),
    'account_id', gen_random_uuid()::text, 'hash', encode(sha256(i::text::bytea), 'hex')`,
  'runtime.idempotency': `'actor', gen_random_uuid()::text, 'key', gen_random_uuid()::text`,
  'runtime.document': `'id', uuidv7(), 'storage_key', gen_random_uuid()::text`,
};

/** Bytes of a table with its indexes, its partitions and what lies outside its rows. */
async function sizeOf(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ size: string }>`
    select coalesce((select sum(pg_total_relation_size(relid)) from pg_partition_tree(${table}::regclass)),
      pg_total_relation_size(${table}::regclass))::text as size`.execute(db);
  return Number(rows[0]!.size);
}

/** Copies one row of the product many times, and tells how many bytes each came to. */
async function bytesPerRow(db: Db, table: string, changes: string): Promise<number> {
  const before = await sizeOf(db, table);
  await sql
    .raw(
      `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(model) || jsonb_build_object(${changes}))).*
       from (select * from ${table} order by ctid limit 1) as model, generate_series(1, ${ROWS}) as i`,
    )
    .execute(db);
  return (await sizeOf(db, table)) - before;
}

/** Seconds of one processor that a process has used since it began. */
async function processorSeconds(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Milliseconds of processor that one piece of work costs, in the database and in this process. */
async function costOf(backend: number, times: number, work: (index: number) => Promise<unknown>) {
  for (let index = 0; index < 50; index++) await work(index);
  const database = await processorSeconds(backend);
  const own = process.cpuUsage();
  for (let index = 0; index < times; index++) await work(50 + index);
  const { user, system } = process.cpuUsage(own);
  return {
    databaseMs: (((await processorSeconds(backend)) - database) / times) * 1000,
    processMs: (user + system) / 1000 / times,
  };
}

/** Prints what one row and one operation cost; processor time, so that a busy machine does not change it. */
async function main(): Promise<void> {
  const [postgres, folder] = await Promise.all([startPostgres(), temporaryFolder()]);
  try {
    const url = await postgres.createDatabase();
    const server = await startServer({ DATABASE_URL: url, DATA_DIR: folder.path, DEMO: 'on' });
    await server.stop();
    const owner = openServer(url, { max: 1 });
    const { db } = owner;
    console.log(`| table | bytes a row with indexes (${ROWS} rows) |\n| --- | ---: |`);
    for (const [table, changes] of Object.entries(COPIES)) {
      const bytes = await bytesPerRow(db, table, changes);
      console.log(`| ${table} | ${Math.round(bytes / ROWS)} |`);
    }
    await sql`vacuum analyze`.execute(db);

    const log = pino({ level: 'silent' });
    const keys = await loadKeyRing(`${folder.path}/keys`);
    const queue = await openJobQueue(owner, log, { work: false });
    const runtime = await createRuntime({ log, db, keys, publicUrl: 'http://127.0.0.1', queue });
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    const backend = rows[0]!.pid;
    const sign = DEMONSTRATION_SIGN_INS.find(({ username }) => username === 'guanli')!;
    const account = await sql<{
      id: string;
    }>`select id from identity."user" where username = 'guanli'`.execute(db);
    const management = await viewerOf(db, account.rows[0]!.id, sign.name);
    const company = { ...management, party: 'PROJECT_COMPANY' as const };
    const page = await readPage(db, brandAuthorization, management, {}, 20, null);
    const ids = page.rows.map(({ id }) => id as string);
    const operations = {
      [`page of ${ids.length} records`]: await costOf(backend, READS, () =>
        readPage(db, brandAuthorization, management, {}, 20, null),
      ),
      [`${ids.length} records by id`]: await costOf(backend, READS, () =>
        readMany(db, brandAuthorization, management, ids),
      ),
      'one record by id': await costOf(backend, READS, () =>
        readMany(db, brandAuthorization, management, ids.slice(0, 1)),
      ),
      'an action (row, audit entry, item, key)': await costOf(backend, WRITES, async (index) => {
        const outcome = await act(runtime, capability, 'draft', {
          context: { viewer: company, requestId: newId(), idempotencyKey: `cost-${index}` },
          input: {
            code: `COST.C${index}`,
            name: '计量能力',
            category: 'OTHER',
            tier: 'EXTENDED',
            description: '计量一次动作的代价。',
            versionText: '1.0.0',
            dailyQuota: 100,
          },
        });
        if (outcome.refusal) throw new Error(JSON.stringify(outcome.refusal));
      }),
    };
    console.log('\n| operation | database, ms of a core | program, ms of a core |\n| --- | ---: | ---: |');
    for (const [name, { databaseMs, processMs }] of Object.entries(operations))
      console.log(`| ${name} | ${databaseMs.toFixed(2)} | ${processMs.toFixed(2)} |`);
    await queue.stop();
    await owner.close();
  } finally {
    await postgres.stop();
    await folder.remove();
  }
}

await main();
