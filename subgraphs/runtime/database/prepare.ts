import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { STATE_COUNCIL_CALENDAR } from '../calendar/seed.ts';
import { type CalendarTable, WorkCalendar } from '../calendar/work-calendar.ts';
import { type Auth, migrateIdentity } from '../identity/auth.ts';
import { ensureAuditMonths } from './audit-months.ts';
import { migrateSchema } from './migrate.ts';
import { up as runtimeUp } from './migrations/001-runtime.ts';
import { up as auditRetentionUp } from './migrations/002-audit-retention.ts';
import { up as transitionsUp } from './migrations/003-transitions.ts';
import { up as readsUp } from './migrations/004-reads.ts';
import { up as recentWriteUp } from './migrations/010-recent-write.ts';
import { up as auditProofsUp } from './migrations/020-audit-proofs.ts';
import { up as addressedUp } from './migrations/040-addressed-notifications.ts';
import { up as itemsUp } from './migrations/050-items.ts';
import { up as dataOperationsUp } from './migrations/082-data-operations.ts';
import { up as endedSessionsUp } from './migrations/082-ended-sessions.ts';
import { up as terminalCheckFactsUp } from './migrations/082-terminal-check-facts.ts';
import { up as owedUp } from './migrations/085-owed-deadlines.ts';
import { up as searchKeysUp } from './migrations/090-search-keys.ts';
import { up as activeOrganizationsUp } from './migrations/091-active-organizations.ts';
import type { DatabaseHandle, Db } from './open.ts';
import { grantRoles, roleOf, type SubgraphName } from './roles.ts';

/** The migrations of each subgraph's own schema, by name; they run in the order of their names. */
export type SubgraphMigrations = Record<SubgraphName, Record<string, Migration>>;

async function createSchemas(handle: DatabaseHandle): Promise<void> {
  const schemas = ['identity', 'runtime', 'jobs', 'ecosystem', 'apps', 'operations'];
  await sql
    .raw(schemas.map((schema) => `create schema if not exists ${schema};`).join('\n'))
    .execute(handle.db);
}

/** The days of the State Council's notices come with the program; rows added later for a new year are kept. */
async function seedCalendar(db: Db): Promise<void> {
  const { coveredYears, days } = STATE_COUNCIL_CALENDAR;
  await db
    .insertInto('runtime.calendarYear')
    .values(coveredYears.map((year) => ({ year, source: '国务院办公厅放假安排通知' })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('runtime.calendarDay')
    .values([...days])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The working days as the database knows them. */
export async function readCalendar(db: Db): Promise<WorkCalendar> {
  const years = await db.selectFrom('runtime.calendarYear').select('year').execute();
  const days = await db.selectFrom('runtime.calendarDay').selectAll().execute();
  const table: CalendarTable = { coveredYears: years.map(({ year }) => year), days };
  return new WorkCalendar(table);
}

/**
 * Makes the database ready: schemas, migrations, calendar, roles. Safe to call from several processes at once.
 * The handle must have the owner's rights; the embedded one gives them up afterwards by `dropRights`.
 */
export async function prepareDatabase(
  handle: DatabaseHandle,
  auth: Auth,
  migrations: SubgraphMigrations,
): Promise<void> {
  await alone(handle, async () => {
    await createSchemas(handle);
    await migrateIdentity(auth);
    await migrateSchema(handle.db, 'runtime', {
      '001-runtime': { up: runtimeUp },
      '002-audit-retention': { up: auditRetentionUp },
      '003-transitions': { up: transitionsUp },
      '004-reads': { up: readsUp },
      '010-recent-write': { up: recentWriteUp },
      '020-audit-proofs': { up: auditProofsUp },
      '040-addressed-notifications': { up: addressedUp },
      '050-items': { up: itemsUp },
      '082-data-operations': { up: dataOperationsUp },
      '082-ended-sessions': { up: endedSessionsUp },
      '082-terminal-check-facts': { up: terminalCheckFactsUp },
      '085-owed-deadlines': { up: owedUp },
      '090-search-keys': { up: searchKeysUp },
      '091-active-organizations': { up: activeOrganizationsUp },
    });
    for (const [schema, own] of Object.entries(migrations)) await migrateSchema(handle.db, schema, own);
    await seedCalendar(handle.db);
    // Before anyone writes: making a month's partition needs a lock that would wait for running transactions.
    await ensureAuditMonths(handle.db);
    await grantRoles(handle.db);
  });
}

const PREPARATION_LOCK = 4650;

/** One process at a time prepares a server's database; the embedded one has only one process anyway. */
async function alone(handle: DatabaseHandle, work: () => Promise<void>): Promise<void> {
  if (handle.embedded) return work();
  const client = await handle.pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${PREPARATION_LOCK})`);
    await work();
  } finally {
    await client.query(`select pg_advisory_unlock(${PREPARATION_LOCK})`);
    client.release();
  }
}

/** From here on the embedded database's session may no longer change the audit log or any table's shape. */
export async function dropRights(handle: DatabaseHandle): Promise<void> {
  await handle.pool.query(`set role ${roleOf('embedded')}`);
}

/** Does some work with the embedded database's lesser rights, so that what it makes belongs to them. */
export async function withDroppedRights<T>(handle: DatabaseHandle, work: () => Promise<T>): Promise<T> {
  if (!handle.embedded) return work();
  await dropRights(handle);
  return work().finally(() => handle.pool.query('reset role'));
}

/** Lets the subgraphs put jobs on the queue, once its tables exist. */
export async function grantJobs(db: Db): Promise<void> {
  const roles = ['ecosystem', 'apps', 'operations', 'gateway'] as const;
  await sql
    .raw(
      roles
        .map(
          (role) => `grant select, insert, update, delete on all tables in schema jobs to ${roleOf(role)};`,
        )
        .join('\n'),
    )
    .execute(db);
}
