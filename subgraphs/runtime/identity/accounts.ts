import type { Db, Tx } from '../database/open.ts';

export interface Membership {
  organizationId: string;
  organizationName: string;
  party: string;
  roles: string[];
}

/** The organisations that an account belongs to, the oldest membership first; ended organisations do not count. */
export async function membershipsOf(db: Db | Tx, accountId: string): Promise<Membership[]> {
  return db
    .selectFrom('runtime.membership as membership')
    .innerJoin('runtime.organization as organization', 'organization.id', 'membership.organizationId')
    .select(['organization.id as organizationId', 'organization.name as organizationName'])
    .select(['organization.party', 'membership.roles'])
    .where('membership.accountId', '=', accountId)
    .where('organization.status', '<>', 'ENDED')
    .orderBy('membership.createdAt')
    .execute();
}
