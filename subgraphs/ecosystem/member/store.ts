import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { SUPERVISED_PARTIES } from '@zgt/runtime/lifecycle/judge.ts';
import type { Given } from '@zgt/runtime/lifecycle/noun.ts';
import { sql } from 'kysely';
import type { EcosystemTables, MemberRow } from '../tables.ts';

type Read = Db<EcosystemTables> | Tx<EcosystemTables>;

/** The account behind a sign-in name or e-mail address, if there is one; external sign-ins have only the latter. */
export async function accountByUsername(db: Read, username: string): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select id from identity."user"
    where username = ${username.toLowerCase()} or email = ${username.toLowerCase()}`.execute(db);
  return found.rows[0]?.id ?? null;
}

/** The sign-in name of an account. */
export async function usernameOf(db: Read, accountId: string): Promise<string> {
  const found = await sql<{ username: string | null }>`
    select coalesce(username, email) as username from identity."user" where id = ${accountId}`.execute(db);
  return found.rows[0]?.username ?? accountId;
}

/** The members, by their ids, that head organisations now. */
export async function headsOf(db: Read, organizationIds: readonly string[]): Promise<Map<string, string[]>> {
  if (organizationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('ecosystem.member')
    .select(['id', 'organizationId'])
    .where(anyOf('organizationId', organizationIds))
    .where('state', '=', 'ACTIVE')
    .where(sql<boolean>`'HEAD' = any(roles)`)
    .execute();
  const heads = Map.groupBy(rows, (row) => row.organizationId);
  return new Map([...heads].map(([organization, members]) => [organization, members.map(({ id }) => id)]));
}

/** Makes the membership that authentication reads equal to the register, in the same transaction. */
export function keepMembership({ tx, write, record, now }: Given<MemberRow>): void {
  const { accountId, organizationId, roles } = record;
  write(
    `membership ${accountId} ${organizationId}`,
    record.state === 'ACTIVE'
      ? tx
          .insertInto('runtime.membership')
          .values({ accountId, organizationId, roles, createdAt: now })
          .onConflict((conflict) => conflict.columns(['accountId', 'organizationId']).doUpdateSet({ roles }))
      : tx
          .deleteFrom('runtime.membership')
          .where('accountId', '=', accountId)
          .where('organizationId', '=', organizationId),
  );
}

/** The encrypted real name under which the account was verified; null before. */
export async function realNameCipherOf(db: Read, accountId: string): Promise<string | null> {
  const facts = await db
    .selectFrom('runtime.accountFacts')
    .select('realNameCipher')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return facts?.realNameCipher ?? null;
}

/** An account whose sessions were ended because it was used on two devices, where it administers the system. */
export interface SharedAccount {
  accountId: string;
  members: { id: string; party: string }[];
}

/** The accounts of whose sharing nobody was told yet. */
export async function untoldSharing(db: Db<EcosystemTables>): Promise<SharedAccount[]> {
  const found = await sql<SharedAccount>`
    select shared.account_id,
      (select coalesce(jsonb_agg(jsonb_build_object('id', member.id, 'party', organization.party) order by member.id), '[]')
        from ecosystem.member as member
          join runtime.organization as organization on organization.id = member.organization_id
        where member.account_id = shared.account_id and member.state = 'ACTIVE'
          and organization.party in (${sql.join([...SUPERVISED_PARTIES])})) as members
    from (select distinct account_id from runtime.ended_session where told_at is null) as shared
    order by 1`.execute(db);
  return found.rows;
}

/** Notes that the sharing of an account was told of. */
export async function markTold(db: Db<EcosystemTables>, accountId: string, at: Date): Promise<void> {
  await db
    .updateTable('runtime.endedSession')
    .set({ toldAt: at })
    .where('accountId', '=', accountId)
    .where('toldAt', 'is', null)
    .execute();
}
