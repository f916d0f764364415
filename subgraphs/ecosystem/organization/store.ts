import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { Given } from '@zgt/runtime/lifecycle/noun.ts';

const UNREAD_SHOWN = 100;

/** How many notifications wait unread, counted up to 100: nobody needs to know more exactly. */
export async function unreadNotifications(db: Db, organizationId: string): Promise<number> {
  const rows = await db
    .selectFrom('runtime.notification')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('readAt', 'is', null)
    .limit(UNREAD_SHOWN)
    .execute();
  return rows.length;
}

/** Registers an organisation that takes part from now on. */
export async function insertOrganization(
  tx: Tx,
  organization: { id: string; party: string; name: string; code: string; regionCode: string | null },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('runtime.organization')
    .values({
      id: organization.id,
      party: organization.party,
      name: organization.name,
      unifiedSocialCreditCode: organization.code,
      regionCode: organization.regionCode,
      status: 'ACTIVE',
      createdAt: now,
    })
    .execute();
}

/** The organisation that goes by a credit code now, if any. */
export async function organizationWithCode(tx: Tx, code: string): Promise<string | null> {
  const row = await tx
    .selectFrom('runtime.organization')
    .select('id')
    .where('unifiedSocialCreditCode', '=', code)
    .where('status', '<>', 'ENDED')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Marks whether the organisation takes part, once its unit is approved or gone. */
export function setOrganizationStatus(
  { tx, write }: Pick<Given, 'tx' | 'write'>,
  organizationId: string,
  status: 'PENDING' | 'ACTIVE' | 'ENDED',
): void {
  write(
    `organization ${organizationId}`,
    tx.updateTable('runtime.organization').set({ status }).where('id', '=', organizationId),
  );
}
