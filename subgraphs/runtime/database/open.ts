import { EventEmitter } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect, type PostgresPool, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { CamelCaseColumns } from './camel-case.ts';
import { type EmbeddedThread, startEmbeddedThread } from './embedded-thread.ts';
import { lockFolder } from './folder-lock.ts';
import { PreparingClient, SolePreparingClient } from './prepared-client.ts';
import { sharingPool } from './sharing-pool.ts';
import type { RuntimeTables } from './tables.ts';

const DATE = 1082;
pg.types.setTypeParser(DATE, (text) => text);

/** Tables a subgraph owns, plus those of the runtime that every subgraph may use. */
export type Db<T = unknown> = Kysely<RuntimeTables & T>;
export type Tx<T = unknown> = Transaction<RuntimeTables & T>;

/** What only a database with one session for ever can do. */
export interface OneSession {
  /** Hears what is notified on a channel, until the answered function is called. */
  listen(channel: string, onMessage: (payload: string) => void): Promise<() => Promise<void>>;
}

export interface DatabaseHandle {
  pool: pg.Pool;
  db: Db;
  /** Present on the embedded database, which this process has for itself. */
  embedded: OneSession | null;
  close(): Promise<void>;
}

/** Queries in camelCase over a pool's connections. */
export function queriesOver(pool: PostgresPool): Db {
  return new Kysely({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCaseColumns()],
  });
}

function handle(
  pool: pg.Pool,
  shared: PostgresPool,
  embedded: OneSession | null,
  release: () => Promise<void> = async () => undefined,
): DatabaseHandle {
  // A dropped idle connection is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return {
    pool,
    db: queriesOver(shared),
    embedded,
    close: async () => {
      await pool.end();
      await release();
    },
  };
}

/**
 * A prepared statement is planned once, whatever its values are. Planning takes longer than most of our statements, and
 * what they read by must not hang on a guess at the values: each names an index that leads to few rows.
 */
const PLANNED_ONCE = 'plan_cache_mode=force_generic_plan';

const WAIT_FOR_CONNECTION_MS = 10_000;

/** The one session's notifications, whichever client has it at the moment. */
function oneSession(pool: pg.Pool): OneSession {
  const heard = new EventEmitter<Record<string, [payload: string]>>();
  pool.on('connect', (client) =>
    client.on('notification', ({ channel, payload = '' }) => heard.emit(channel, payload)),
  );
  return {
    listen: async (channel, onMessage) => {
      heard.on(channel, onMessage);
      await pool.query(`listen ${pg.escapeIdentifier(channel)}`);
      return async () => {
        heard.off(channel, onMessage);
        if (heard.listenerCount(channel) === 0) await pool.query(`unlisten ${pg.escapeIdentifier(channel)}`);
      };
    },
  };
}

/** Opens the embedded database in a folder and locks it: a second process on it is refused. */
export async function openEmbedded(folder: string): Promise<DatabaseHandle> {
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  const thread = await startEmbeddedThread(join(folder, 'postgres'));
  return openThread(thread, async () => {
    await thread.close();
    await unlock();
  });
}

/**
 * The embedded database by the thread that has its files; what is to be done when the handle closes comes last.
 * All access goes through one pooled connection, so that a transaction is never interleaved.
 */
export async function openThread(
  thread: EmbeddedThread,
  release: () => Promise<void>,
): Promise<DatabaseHandle> {
  const pool = new pg.Pool({
    Client: SolePreparingClient,
    stream: () => thread.connect(),
    // Said in full, so that no PG* variable of the environment changes it.
    host: 'embedded',
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    pipeline: true,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
  });
  const session = oneSession(pool);
  await pool.query(`set search_path = identity, public; set ${PLANNED_ONCE}`);
  return handle(pool, sharingPool(pool, 1), session, release);
}

/** So many connections carry all single reading statements: measured, more of them carry fewer. */
const READING_LINES = 2;

/** Opens a pool on a PostgreSQL server; with `role`, every session has only that role's rights. */
export function openServer(url: string, options: { role?: string; max?: number } = {}): DatabaseHandle {
  const settings = [
    '-c search_path=identity,public',
    `-c ${PLANNED_ONCE}`,
    ...(options.role ? [`-c role=${options.role}`] : []),
  ];
  const max = options.max ?? 10;
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    pipeline: true,
    max,
    options: settings.join(' '),
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
  });
  return handle(pool, sharingPool(pool, Math.min(READING_LINES, max)), null);
}

/** True when the database answers; throws its error when it does not. */
export async function answers(db: Db): Promise<true> {
  await sql`select 1`.execute(db);
  return true;
}
