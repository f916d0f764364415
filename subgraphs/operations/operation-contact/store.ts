import type { Db, Tx } from '@zgt/runtime/database/open.ts';

/** True when the organisation is the app's provider. */
export async function ownsApp(
  db: Db<any> | Tx<any>,
  organizationId: string | null,
  appId: string,
): Promise<boolean> {
  if (organizationId === null) return false;
  const found = await db
    .selectFrom('runtime.item')
    .select('recordId')
    .where('recordId', '=', appId)
    .where('noun', '=', 'App')
    .where('organizationId', '=', organizationId)
    .executeTakeFirst();
  return found !== undefined;
}
