import type { Db } from '@zgt/runtime/database/open.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import type { OperationsTables } from '../tables.ts';

/** Whose duties a feed tells. */
export interface FeedReader {
  organizationId: string;
  organizationName: string;
  party: PartyKind;
}

/** Whom the feed with that token is for, as long as it is not revoked and its maker still belongs to the organisation. */
export async function readerOf(db: Db<OperationsTables>, tokenHash: string): Promise<FeedReader | null> {
  const row = await db
    .selectFrom('operations.calendarFeed as feed')
    .innerJoin('runtime.membership as membership', (join) =>
      join
        .onRef('membership.accountId', '=', 'feed.accountId')
        .onRef('membership.organizationId', '=', 'feed.organizationId'),
    )
    .innerJoin('runtime.organization as organization', 'organization.id', 'feed.organizationId')
    .select(['organization.id', 'organization.name', 'organization.party'])
    .where('feed.tokenHash', '=', tokenHash)
    .where('feed.state', '=', 'ACTIVE')
    .where('organization.status', '<>', 'ENDED')
    .executeTakeFirst();
  return row ? { organizationId: row.id, organizationName: row.name, party: row.party as PartyKind } : null;
}
