import type { DatabaseHandle } from './open.ts';

/**
 * Clears away dead rows and counts anew what the planner estimates from. Only the embedded database needs it:
 * a server does so by itself. The session has its own role again afterwards, whatever happens.
 */
export async function maintain({ embedded, pool }: DatabaseHandle): Promise<void> {
  if (!embedded) return;
  const client = await pool.connect();
  try {
    const { rows } = await client.query('select current_user as role');
    const role = client.escapeIdentifier(rows[0].role);
    await client.query('reset role');
    try {
      await client.query('vacuum (analyze)');
    } finally {
      await client.query(`set role ${role}`);
    }
  } finally {
    client.release();
  }
}
