import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import type { RuntimeTables } from './tables.ts';

const DATE = 1082;
pg.types.setTypeParser(DATE, (text) => text);

/** Tables a subgraph owns, plus those of the runtime that every subgraph may use. */
export type Db<T = unknown> = Kysely<RuntimeTables & T>;
export type Tx<T = unknown> = Transaction<RuntimeTables & T>;

export interface DatabaseHandle {
  pool: pg.Pool;
  db: Db;
  /** Present on the embedded database: LISTEN goes past the pool there. */
  embedded: PGlite | null;
  /** Switches later statements to the role that may not touch what it does not own. */
  close(): Promise<void>;
}

function handle(pool: pg.Pool, embedded: PGlite | null, release: () => Promise<void>): DatabaseHandle {
  const db: Db = new Kysely({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    pool,
    db,
    embedded,
    close: async () => {
      await pool.end();
      await release();
    },
  };
}

/**
 * Opens the embedded database in a folder and locks it: a second process on it is refused.
 * All access goes through one pooled connection, so that a transaction is never interleaved.
 */
export async function openEmbedded(folder: string): Promise<DatabaseHandle> {
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  const embedded = await PGlite.create(join(folder, 'postgres'));
  const pool = new pg.Pool({
    ...(createPgConfig(embedded) as unknown as pg.PoolConfig),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', () => undefined);
  await pool.query('set search_path = identity, public');
  return handle(pool, embedded, async () => {
    await embedded.close();
    await unlock();
  });
}

/** Opens a pool on a PostgreSQL server; with `role`, every session has only that role's rights. */
export function openServer(url: string, options: { role?: string; max?: number } = {}): DatabaseHandle {
  const settings = ['-c search_path=identity,public', ...(options.role ? [`-c role=${options.role}`] : [])];
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    options: settings.join(' '),
    connectionTimeoutMillis: 10_000,
  });
  // A dropped idle connection is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return handle(pool, null, async () => undefined);
}

/** True when the database answers; throws its error when it does not. */
export async function answers(db: Db): Promise<true> {
  await sql`select 1`.execute(db);
  return true;
}
