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

/** Opens ten connections; every statement is prepared once on each of them. */
export function openPool(databaseUrl: string): pg.Pool {
  return new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE });
}

/** Reads the registers by prepared statements. */
export function openRegisters(databaseUrl: string): Registers {
  const pool = openPool(databaseUrl);
  const read = async <T extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) =>
    (await pool.query<T>({ name, text, values })).rows;
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
