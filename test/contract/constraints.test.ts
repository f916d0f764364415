import { migrations as apps } from '@zgt/apps/migrations.ts';
import { migrations as ecosystem } from '@zgt/ecosystem/migrations.ts';
import { migrations as operations } from '@zgt/operations/migrations.ts';
import { appendAudit } from '@zgt/runtime/audit/append.ts';
import { readConfig } from '@zgt/runtime/config.ts';
import { loadKeyRing } from '@zgt/runtime/crypto/keys.ts';
import { type DatabaseHandle, type Db, openEmbedded, openServer } from '@zgt/runtime/database/open.ts';
import { dropRights, prepareDatabase } from '@zgt/runtime/database/prepare.ts';
import { roleOf, SUBGRAPHS } from '@zgt/runtime/database/roles.ts';
import { newId } from '@zgt/runtime/id.ts';
import { createAuth } from '@zgt/runtime/identity/auth.ts';
import { stateNames } from '@zgt/runtime/lifecycle/declaration.ts';
import { SYSTEM } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import { temporaryFolder } from '../harness/server.ts';
import { REGISTERS } from './registers.ts';

const AT = new Date('2026-11-23T01:00:00Z');
const MONTH = 'runtime.audit_entry_2026_11';
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

let postgres: PostgresServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let owner: DatabaseHandle;
let embedded: DatabaseHandle;
const roles = new Map<string, DatabaseHandle>();

/** Prepares it twice, as a second start does: rights must also cover the months that exist by then. */
async function prepare(handle: DatabaseHandle): Promise<void> {
  const config = readConfig({ DATA_DIR: folder.path });
  const auth = createAuth(handle, config, await loadKeyRing(config.keysDir));
  await prepareDatabase(handle, auth, { ecosystem, apps, operations });
  await appendAudit(handle.db, { viewer: SYSTEM, requestId: newId(), idempotencyKey: null }, AT, {
    noun: 'Trial',
    recordId: null,
    action: 'try',
    outcome: 'DONE',
    articles: [69],
  });
  await prepareDatabase(handle, auth, { ecosystem, apps, operations });
}

beforeAll(async () => {
  [postgres, folder] = await Promise.all([startPostgres(), temporaryFolder()]);
  const url = await postgres.createDatabase();
  owner = openServer(url, { max: 2 });
  await prepare(owner);
  for (const name of [...SUBGRAPHS, 'gateway'] as const)
    roles.set(name, openServer(url, { role: roleOf(name), max: 1 }));
  embedded = await openEmbedded(folder.path);
  await prepare(embedded);
  await dropRights(embedded);
  roles.set('embedded', embedded);
}, 120_000);
afterAll(async () => {
  for (const handle of [...roles.values(), owner]) await handle?.close();
  await postgres?.stop();
  await folder?.remove();
}, 60_000);

/** What the database says to a statement: the code of its error, or that it went through. */
async function tried(db: Db, statement: string): Promise<string> {
  try {
    await sql.raw(statement).execute(db);
    return 'went through';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const DENIED = '42501';

it.each(REGISTERS.map(({ noun }) => [noun.lifecycle.noun, noun] as const))(
  'the table of %s admits exactly the declared states',
  async (_, noun) => {
    const [schema, table] = noun.table.split('.').map(snake) as [string, string];
    const found = await sql<{ definition: string }>`
      select pg_get_constraintdef(oid) as definition from pg_constraint
      where conname = ${`${table}_state`} and conrelid = ${`${schema}.${table}`}::regclass`.execute(owner.db);
    const admitted = [...found.rows[0]!.definition.matchAll(/'([A-Z_]+)'/g)].map((match) => match[1]);
    expect(admitted.toSorted()).toEqual(stateNames(noun.lifecycle).toSorted());
  },
);

describe.each([
  ['ecosystem', 'apps.capability'],
  ['ecosystem', 'operations.filing'],
  ['apps', 'ecosystem.ecosystem_unit'],
  ['apps', 'operations.filing'],
  ['operations', 'ecosystem.ecosystem_unit'],
  ['operations', 'apps.capability'],
  ['gateway', 'ecosystem.ecosystem_unit'],
  ['gateway', 'apps.capability'],
])('the role of %s on %s', (role, table) => {
  it.each([
    ['read', `select * from ${table}`],
    ['change', `update ${table} set version = 0`],
    ['remove', `delete from ${table}`],
    ['empty', `truncate ${table}`],
    ['drop', `drop table ${table}`],
  ])('may not %s', async (_, statement) => {
    expect(await tried(roles.get(role)!.db, statement)).toBe(DENIED);
  });
});

describe.each([...SUBGRAPHS, 'gateway', 'embedded'])(
  'article 69: the role of %s on the audit log',
  (role) => {
    it.each([
      ['alter', `update runtime.audit_entry set outcome = 'DONE'`],
      ['alter a month', `update ${MONTH} set outcome = 'DONE'`],
      ['remove', 'delete from runtime.audit_entry'],
      ['remove from a month', `delete from ${MONTH}`],
      ['empty', 'truncate runtime.audit_entry'],
      ['empty a month', `truncate ${MONTH}`],
      ['write past the chain', `insert into runtime.audit_entry select * from runtime.audit_entry`],
      ['write past the chain into a month', `insert into ${MONTH} select * from ${MONTH}`],
      ['move the head', 'update runtime.audit_lane set seq = 0'],
      ['pretend a purge', `insert into runtime.audit_anchor values (0, 0, '', now(), now())`],
      ['purge', `select runtime.drop_audit_months('2000-01-01')`],
      ['take the guard off', 'alter table runtime.audit_entry disable trigger user'],
      ['drop a month', `drop table ${MONTH}`],
      ['rewrite the migrations', 'delete from runtime.kysely_migration'],
    ])('[duty 69.2] may not %s', async (_, statement) => {
      expect(await tried(roles.get(role)!.db, statement)).toBe(DENIED);
    });

    it('may append by the one function', async () => {
      const entry = {
        lane: 3,
        at: AT.toISOString(),
        noun: 'Trial',
        recordId: null,
        action: 'try',
        outcome: 'DONE',
      };
      expect(
        await tried(roles.get(role)!.db, `select runtime.append_audit('${JSON.stringify(entry)}')`),
      ).toBe('went through');
    });
  },
);

describe('the owner of the database, who could, is stopped by the triggers', () => {
  it.each([
    ['update', `update runtime.audit_entry set outcome = 'DONE'`],
    ['delete', 'delete from runtime.audit_entry'],
    ['truncate', 'truncate runtime.audit_entry'],
    ['update of a month', `update ${MONTH} set outcome = 'DONE'`],
    ['delete from a month', `delete from ${MONTH}`],
    ['truncate of a month', `truncate ${MONTH}`],
  ])('%s is refused', async (_, statement) => {
    await expect(sql.raw(statement).execute(owner.db)).rejects.toThrow(
      'audit entries are append-only (article 69)',
    );
  });
});

it('article 50: the database itself admits no brand authorization in force without consent', async () => {
  const found = await sql<{
    definition: string;
  }>`select pg_get_constraintdef(oid) as definition from pg_constraint
    where conname = 'brand_authorization_void_until_consent'`.execute(owner.db);
  expect(found.rows[0]!.definition).toContain('consented_at IS NOT NULL');
});
