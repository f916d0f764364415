import { sql } from 'kysely';
import type { Db, Tx } from '../database/open.ts';

/** The names of accounts; those that no longer exist are absent. */
export async function namesOfAccounts(
  db: Db | Tx,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; name: string }>`
    select id, name from identity."user" where id in (${sql.join([...accountIds])})`.execute(db);
  return new Map(rows.rows.map((row) => [row.id, row.name]));
}

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
