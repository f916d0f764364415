import { readFile } from 'node:fs/promises';
import { openEmbedded } from '@zgt/runtime/database/open.ts';
import pg from 'pg';
import { withoutIndexes } from '../../harness/without-indexes.ts';
import type { Data } from './product.ts';

/** The registers with what adds to each, the one that takes longest first. */
const REGISTERS = {
  'ecosystem.brand_authorization': 'bench.add_brands',
  'ecosystem.ecosystem_unit': 'bench.add_units',
  'runtime.item': 'bench.add_items',
  'runtime.standing': 'bench.add_standings',
  'runtime.organization': 'bench.add_organizations',
};
/** As many registers are filled at the same time. */
const CONNECTIONS = 2;
/** The rows are written so that references hold; checking each again takes most of the time. */
const SETTINGS = `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '256MB'`;

/** Brings the registers to n records each, those of the demonstration not counted. */
async function fill(connections: readonly pg.ClientBase[], n: number): Promise<void> {
  const [main] = connections;
  await main!.query(await readFile(new URL('./many-rows.sql', import.meta.url), 'utf8'));
  const { rows } = await main!.query<{ count: string }>(
    "select count(*) from ecosystem.ecosystem_unit where number like 'DW-2025-%'",
  );
  const first = Number(rows[0]!.count) + 1;
  const left = Object.entries(REGISTERS);
  await Promise.all(
    connections.map(async (connection) => {
      await connection.query(SETTINGS);
      for (let next = left.shift(); next; next = left.shift()) {
        const [table, add] = next;
        await withoutIndexes(connection, table, () => connection.query(`call ${add}(${first}, ${n})`));
        // As a server that has run for a while: statistics and visibility are there, nothing is left to be cleaned up.
        await connection.query(`vacuum (analyze) ${table}`);
      }
    }),
  );
}

/** The registers of a product on PostgreSQL, which may be running. */
export async function manyRows(databaseUrl: string, n: number): Promise<void> {
  const connections = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const connection = new pg.Client({ connectionString: databaseUrl });
      await connection.connect();
      return connection;
    }),
  );
  try {
    await fill(connections, n);
  } finally {
    for (const connection of connections) await connection.end();
  }
}

/** The registers of a product that is not running, whichever database it has. */
export async function manyRowsIn({ dataDir, databaseUrl }: Data, n: number): Promise<void> {
  if (databaseUrl !== null) return manyRows(databaseUrl, n);
  const handle = await openEmbedded(dataDir);
  const connection = await handle.pool.connect();
  try {
    await fill([connection], n);
  } finally {
    connection.release();
    await handle.close();
  }
}
