import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';

export interface KnownBody {
  organizationId: string;
  name: string;
}

/** The government bodies by the ids of their records in the register of bodies; only those that still take part. */
export async function bodiesByRecord(
  db: Db<any> | Tx<any>,
  ids: readonly string[],
): Promise<Map<string, KnownBody>> {
  if (ids.length === 0) return new Map();
  const found = await sql<KnownBody & { recordId: string }>`
    select record_id, organization_id, title as name from runtime.item
    where record_id = any(${[...ids]}::uuid[]) and noun = 'GovernmentBody' and state = 'ACTIVE'`.execute(db);
  return new Map(found.rows.map(({ recordId, ...body }) => [recordId, body]));
}

/** The government bodies by the numbers of their records; only those that still take part. */
export async function bodiesByNumber(
  db: Db<any> | Tx<any>,
  numbers: readonly string[],
): Promise<Map<string, KnownBody>> {
  if (numbers.length === 0) return new Map();
  const found = await sql<KnownBody & { number: string }>`
    select number, organization_id, title as name from runtime.item
    where number = any(${[...numbers]}::text[]) and noun = 'GovernmentBody' and state = 'ACTIVE'`.execute(db);
  return new Map(found.rows.map(({ number, ...body }) => [number, body]));
}
