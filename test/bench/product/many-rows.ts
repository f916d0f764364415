import { readFile } from 'node:fs/promises';
import pg from 'pg';

/** Brings the registers of a running product to n records each, those of the demonstration not counted. */
export async function manyRows(databaseUrl: string, n: number): Promise<void> {
  const connection = new pg.Client({ connectionString: databaseUrl });
  await connection.connect();
  try {
    await connection.query(await readFile(new URL('./many-rows.sql', import.meta.url), 'utf8'));
    const { rows } = await connection.query<{ count: string }>(
      "select count(*) from ecosystem.ecosystem_unit where number like 'DW-2025-%'",
    );
    await connection.query(`call bench.add_rows(${Number(rows[0]!.count) + 1}, ${n})`);
    // As a server that has run for a while: statistics and visibility are there, nothing is left to be cleaned up.
    await connection.query('vacuum analyze');
  } finally {
    await connection.end();
  }
}
