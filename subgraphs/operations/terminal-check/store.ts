import type { Db } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import type { OperationsTables } from '../tables.ts';

/** An administrator without a record: an account, and the organisation in which it is checked. */
export interface Unchecked {
  accountId: string;
  username: string;
  organizationId: string;
}

const AT_ONCE = 200;

/**
 * Administrators of the project company and of providers in force who have no record yet; somebody of the company is
 * checked there, whatever else the person belongs to.
 */
export async function uncheckedAdministrators(db: Db<OperationsTables>): Promise<Unchecked[]> {
  const found = await sql<Unchecked>`
    select distinct on (own.account_id) own.account_id, coalesce(person.username, person.email) as username,
      own.organization_id
    from runtime.membership as own
      join runtime.organization as organization on organization.id = own.organization_id
      join identity."user" as person on person.id = own.account_id
    where organization.status = 'ACTIVE'
      and (organization.party in ('PROJECT_COMPANY', 'GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY')
        or organization.party = 'ECOSYSTEM_UNIT' and exists (select from runtime.standing
          where standing.organization_id = organization.id and kind = 'ECOSYSTEM_UNIT' and state = 'ACTIVE'))
      and not exists (select from operations.terminal_check as known
        where known.account_id = own.account_id and known.state <> 'ENDED')
    order by own.account_id, organization.party <> 'PROJECT_COMPANY', own.created_at
    limit ${AT_ONCE}`.execute(db);
  return found.rows;
}

/** Records of those who are no member any more of the organisation in which they were checked. */
export async function checksOfGone(db: Db<OperationsTables>): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select known.id from operations.terminal_check as known
    where known.state <> 'ENDED' and not exists (select from runtime.membership as own
      where own.account_id = known.account_id and own.organization_id = known.organization_id)
    order by known.id limit ${AT_ONCE}`.execute(db);
  return found.rows.map(({ id }) => id);
}
