import { arrayText } from '@zgt/runtime/database/any-of.ts';
import { openServer } from '@zgt/runtime/database/open.ts';
import { CompiledQuery } from 'kysely';
import pg from 'pg';

export interface Unit {
  id: string;
  name: string;
  level: number;
  region: string;
  kind: string;
  contact: string;
  phone: string;
}

export interface App {
  id: string;
  name: string;
  version: string;
  category: string;
  status: string;
  summary: string;
  downloads: number;
  unitId: string;
}

export interface Incident {
  id: string;
  code: string;
  title: string;
  severity: number;
  status: string;
  description: string;
  reporter: string;
  appId: string;
}

/** The three statements that every target of the comparison sends, however it comes to them. */
export interface Registers {
  incidents(after: string, first: number): Promise<Incident[]>;
  apps(ids: readonly string[]): Promise<App[]>;
  units(ids: readonly string[]): Promise<Unit[]>;
}

export const POOL_SIZE = 10;

export type Connections = 'plain' | 'product';

/** Opens ten connections; every statement is prepared once on each of them. */
export function openPool(databaseUrl: string): pg.Pool {
  return new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE });
}

type Read = <T extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) => Promise<T[]>;

/** Prepared statements by node-postgres alone, as its documentation shows them. */
function plainly(databaseUrl: string): Read {
  const pool = openPool(databaseUrl);
  return async <T extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) =>
    (await pool.query<T>({ name, text, values })).rows;
}

/** The way that the product's subgraphs read: through its query builder and over its shared connections. */
function asTheProduct(databaseUrl: string): Read {
  const { db } = openServer(databaseUrl, { max: POOL_SIZE });
  const written = (value: unknown) => (Array.isArray(value) ? arrayText(value) : value);
  return async <T extends pg.QueryResultRow>(_: string, text: string, values: unknown[]) =>
    (await db.executeQuery<T>(CompiledQuery.raw(text, values.map(written)))).rows;
}

/** Reads the registers by prepared statements, over plain connections or the product's. */
export function openRegisters(databaseUrl: string, connections: Connections = 'plain'): Registers {
  const read = connections === 'product' ? asTheProduct(databaseUrl) : plainly(databaseUrl);
  return {
    incidents: (after, first) =>
      read<Incident>(
        'incidents',
        `select id, code, title, severity, status, description, reporter, app_id as "appId"
          from incident where id < $1 order by id desc limit $2`,
        [after, first],
      ),
    apps: (ids) =>
      read<App>(
        'apps',
        `select id, name, version, category, status, summary, downloads, unit_id as "unitId"
          from app where id = any($1)`,
        [ids],
      ),
    units: (ids) =>
      read<Unit>(
        'units',
        'select id, name, level, region, kind, contact, phone from unit where id = any($1)',
        [ids],
      ),
  };
}
