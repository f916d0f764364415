import { sql } from 'kysely';
import { now } from '../clock.ts';
import type { Db } from './open.ts';

const PARTITION_MONTHS_AHEAD = 2;

/** Makes the coming months' audit partitions, so that the first entry of a month does not have to. */
export async function ensureAuditMonths(db: Db): Promise<void> {
  const at = now().toISOString();
  await sql`select runtime.ensure_audit_month(${at}::timestamptz + make_interval(months => ahead))
    from generate_series(0, ${PARTITION_MONTHS_AHEAD}::int) as ahead`.execute(db);
}
