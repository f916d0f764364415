import { readFile } from 'node:fs/promises';
import pg from 'pg';

/** Hands out brand authorizations that await consent, each once. */
export interface PendingConsents {
  /** The number of the first of so many new ones; `idOf` gives the identifier of each. */
  add(count: number): Promise<number>;
  close(): Promise<void>;
}

export function idOf(number: number): string {
  return `01900000-0000-7000-8c0d-${number.toString(16).padStart(12, '0')}`;
}

export async function openPendingConsents(databaseUrl: string): Promise<PendingConsents> {
  const connection = new pg.Client({ connectionString: databaseUrl });
  await connection.connect();
  await connection.query(await readFile(new URL('./pending-consents.sql', import.meta.url), 'utf8'));
  let next = 1;
  return {
    add: async (count) => {
      const first = next;
      next += count;
      await connection.query(`call bench.add_pending(${first}, ${next - 1})`);
      return first;
    },
    close: () => connection.end(),
  };
}
