import type pg from 'pg';
import type { KeyRing } from '../crypto/keys.ts';
import type { BackupManifest } from './format.ts';

/** The part of a connection that backups need. */
export type Connection = Pick<pg.PoolClient, 'query'>;

const SCHEMAS = ['identity', 'runtime', 'ecosystem', 'apps', 'operations'];

/** All registers, and the jobs that wait; the queue itself is made by the program. */
const TABLES = `select schema_name as schema, table_name as table,
    array(select attname::text from pg_attribute where attrelid = found.oid and attnum > 0 and not attisdropped
      order by attnum) as columns
  from (select c.oid, n.nspname::text as schema_name, c.relname::text as table_name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and (n.nspname = any($1) and c.relname not like 'kysely_migration%' or n.nspname = 'jobs' and c.relname = 'job')
  ) as found
  order by 1, 2`;

const SEQUENCES = `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
  from pg_sequences where schemaname = any($1) order by 1`;

export interface BackedUpTable {
  /** Schema and table, quoted as SQL needs it. */
  name: string;
  file: string;
  columns: string[];
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The tables that a backup holds. */
export async function readTables(connection: Connection): Promise<BackedUpTable[]> {
  const { rows } = await connection.query<{ schema: string; table: string; columns: string[] }>(TABLES, [
    SCHEMAS,
  ]);
  return rows.map(({ schema, table, columns }) => ({
    name: `${quoted(schema)}.${quoted(table)}`,
    file: `tables/${schema}.${table}.jsonl.gz`,
    columns: columns.map(quoted),
  }));
}

export async function readSequences(connection: Connection): Promise<BackupManifest['sequences']> {
  const { rows } = await connection.query<{ name: string; value: string | null }>(SEQUENCES, [SCHEMAS]);
  return rows;
}

/** The migrations that ran, by schema. */
export async function readMigrations(connection: Connection): Promise<BackupManifest['migrations']> {
  const migrations: BackupManifest['migrations'] = {};
  for (const schema of SCHEMAS.filter((name) => name !== 'identity')) {
    const { rows } = await connection.query<{ name: string }>(
      `select name from ${quoted(schema)}.kysely_migration order by name`,
    );
    migrations[schema] = rows.map(({ name }) => name);
  }
  return migrations;
}

/** The numbers of the keys that data of this installation needs. */
export function keyNumbers({ masterKey, signing, checkpoint }: KeyRing): string[] {
  return [...masterKey.keys.keys(), signing.keyId, checkpoint.keyId].sort();
}
