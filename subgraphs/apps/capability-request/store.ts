import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { AppsTables } from '../tables.ts';

type Read = Db<AppsTables> | Tx<AppsTables>;

/** States of a request that is not decided or not provisioned yet. */
export const OPEN_STATES = ['SUBMITTED', 'APPROVED'];

/** States of a request whose credential is there. */
export const LIVE_STATES = ['PROVISIONED', 'SUSPENDED'];

/** The credentials of an organisation that were suspended because it was, oldest first. */
export async function suspendedWithUnit(db: Read, organizationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('apps.capabilityRequest')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('state', '=', 'SUSPENDED')
    .where('suspendedWithUnit', '=', true)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The requests of an organisation in any of the given states, oldest first. */
export async function requestIds(
  db: Read,
  organizationId: string,
  states: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('apps.capabilityRequest')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where(anyOf('state', states, 'text'))
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}
