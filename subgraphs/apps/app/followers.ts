import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db } from '@zgt/runtime/database/open.ts';
import type { AppRow, AppsTables } from '../tables.ts';

/** States of an app that users find in the catalogue. */
export const IN_CATALOGUE = ['LISTED', 'DELISTING'];

/** The apps of an organisation in any of the given states, oldest first. */
export function appsOf(
  db: Db<AppsTables>,
  organizationId: string,
  states: readonly string[],
): Promise<Pick<AppRow, 'id' | 'name' | 'serviceClass'>[]> {
  return db
    .selectFrom('apps.app')
    .select(['id', 'name', 'serviceClass'])
    .where('organizationId', '=', organizationId)
    .where(anyOf('state', states, 'text'))
    .orderBy('id')
    .execute();
}

/** The requests for delisting of an app that are not announced yet. */
export async function unannounced(db: Db<AppsTables>, appId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('apps.delistingRequest')
    .select('id')
    .where('appId', '=', appId)
    .where('state', 'in', ['REQUESTED', 'RETURNED', 'REVIEWED'])
    .execute();
  return rows.map(({ id }) => id);
}

/** The versions of an organisation's apps that somebody still works on. */
export async function openVersions(
  db: Db<AppsTables>,
  organizationId: string,
  states: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('apps.appVersion')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where(anyOf('state', states, 'text'))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
