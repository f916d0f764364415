import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { inject } from 'vitest';
import { ensureAuditMonths } from '../database/audit-months.ts';
import { type EmbeddedThread, startEmbeddedThread } from '../database/embedded-thread.ts';
import { type DatabaseHandle, openThread } from '../database/open.ts';
import { copyPreparedDatabase } from './prepared-database.ts';

/** An embedded database that this process keeps open, with the shape that it was last lent in. */
interface Kept {
  thread: EmbeddedThread;
  shape: string;
}

const idle: Kept[] = [];

/** Everything of the catalogue that a statement of a test could change: tables, columns, rights, rules, triggers, code. */
const SHAPE = `select md5(string_agg(line, chr(10) order by line)) as shape from (
  select concat_ws(' ', 'table', oid, relname, relnamespace, relkind, relowner, relacl, relrowsecurity, relforcerowsecurity)
    as line from pg_class where oid >= 16384 and relkind <> 't' and relpersistence <> 't'
  union all select concat_ws(' ', 'column', attrelid, attnum, attname, atttypid, attnotnull, attacl)
    from pg_attribute where attrelid >= 16384 and attnum > 0
  union all select concat_ws(' ', 'default', adrelid, adnum, adbin) from pg_attrdef
  union all select concat_ws(' ', 'constraint', oid, conname, pg_get_constraintdef(oid)) from pg_constraint where oid >= 16384
  union all select concat_ws(' ', 'trigger', oid, tgname, tgenabled) from pg_trigger
  union all select concat_ws(' ', 'function', oid, proname, proacl, md5(prosrc)) from pg_proc where oid >= 16384
  union all select concat_ws(' ', 'schema', oid, nspname, nspacl) from pg_namespace where nspname !~ '^pg_(toast_)?temp'
  union all select concat_ws(' ', 'role', rolname, rolsuper, rolcanlogin, rolconfig) from pg_roles
) as lines`;

async function shapeOf(pool: pg.Pool): Promise<string> {
  return (await pool.query<{ shape: string }>(SHAPE)).rows[0]!.shape;
}

/** Remembers in a schema of its own the rows and sequences that every test begins with. */
const REMEMBER = `do $$ declare it record; begin
  create schema seeded;
  create table seeded.sequence as select schemaname, sequencename, start_value, last_value from pg_sequences;
  create table seeded.source (place int, name text, columns text);
  for it in select row_number() over () as place, class.oid::regclass::text as name, (
        select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns
      from pg_class as class join pg_namespace as schema on schema.oid = relnamespace
      where relkind = 'r' and nspname not in ('pg_catalog', 'information_schema', 'seeded') and pg_relation_size(class.oid) > 0
  loop
    execute format('create table seeded.%I as select %s from %s', 'rows' || it.place, it.columns, it.name);
    insert into seeded.source values (it.place, it.name, it.columns);
  end loop;
end $$`;

/** Leaves exactly what was remembered; as triggers are not asked, also what may never be deleted is gone. */
const RESTORE = `set session_replication_role = replica;
do $$ declare it record; filled text; begin
  select string_agg(class.oid::regclass::text, ', ') into filled
    from pg_class as class join pg_namespace as schema on schema.oid = relnamespace
    where relkind = 'r' and nspname not in ('pg_catalog', 'information_schema', 'seeded') and pg_relation_size(class.oid) > 0;
  if filled is not null then execute 'truncate ' || filled || ' cascade'; end if;
  for it in select * from seeded.source loop
    execute format('insert into %s (%s) overriding system value select * from seeded.%I', it.name, it.columns, 'rows' || it.place);
  end loop;
  for it in select seeded.*, format('%I.%I', seeded.schemaname, seeded.sequencename)::regclass as name
      from seeded.sequence as seeded join pg_sequences as present using (schemaname, sequencename)
      where present.last_value is distinct from seeded.last_value
  loop
    perform setval(it.name, coalesce(it.last_value, it.start_value), it.last_value is not null);
  end loop;
end $$;
set session_replication_role = origin`;

/** Gives a handle with the owner's rights; when it closes, its session is as a new one's and the database is idle. */
async function lend(kept: Kept): Promise<DatabaseHandle> {
  const handle = await openThread(kept.thread, async () => {
    idle.push(kept);
  });
  await ensureAuditMonths(handle.db);
  kept.shape = await shapeOf(handle.pool);
  return {
    ...handle,
    close: async () => {
      await handle.pool.query('discard all');
      await handle.close();
    },
  };
}

/** Empties a database that comes back from a test; null when that test has changed more of it than its rows. */
async function emptied(kept: Kept): Promise<Kept | null> {
  const handle = await openThread(kept.thread, async () => undefined);
  const isWhole = (await shapeOf(handle.pool)) === kept.shape;
  if (isWhole) await handle.pool.query(RESTORE);
  await handle.close();
  if (isWhole) return kept;
  await kept.thread.close();
  return null;
}

async function copied(): Promise<Kept> {
  const folder = await mkdtemp(join(inject('preparedFolder'), 'copy-'));
  await copyPreparedDatabase(folder);
  const thread = await startEmbeddedThread(join(folder, 'postgres'));
  const handle = await openThread(thread, async () => undefined);
  await handle.pool.query(REMEMBER);
  await handle.close();
  return { thread, shape: '' };
}

/**
 * Lends an embedded database as it is after all migrations, without account or record. One that another test of this
 * process has given back is emptied and lent again, for that takes a tenth of what it takes to copy and open one.
 */
export async function borrowDatabase(): Promise<DatabaseHandle> {
  for (let kept = idle.pop(); kept; kept = idle.pop()) {
    const again = await emptied(kept);
    if (again) return lend(again);
  }
  return lend(await copied());
}
