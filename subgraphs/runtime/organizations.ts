import type { PartyKind } from '@zgt/schema/parties.ts';
import { type RawBuilder, sql } from 'kysely';
import { anyOf } from './database/any-of.ts';
import type { Db, Tx } from './database/open.ts';
import type { Given } from './lifecycle/noun.ts';
import { json } from './parameters.ts';

/** What other subgraphs may rely on about an organisation; `scope` is the publishing noun's own. */
export interface Standing<S = Record<string, unknown>> {
  state: string;
  scope: S;
  validUntil: string | null;
}

/** The kind of the standing of one app: what its provider has in the catalogue counts when it leaves (article 42). */
export const appStanding = (appId: string): string => `APP:${appId}`;

/** The kind of the standing of one content that was shown: in which app it stands, and of which regime that is (article 45). */
export const contentStanding = (contentId: string): string => `CONTENT:${contentId}`;

/** The statement that publishes a standing, for the transaction that made it so: every later one judges by it. */
export function standingStatement(
  db: Db | Tx,
  organizationId: string,
  kind: string,
  standing: Standing,
  now: Date,
) {
  const row = {
    state: standing.state,
    scope: json(standing.scope),
    validUntil: standing.validUntil,
    updatedAt: now,
  };
  return db
    .insertInto('runtime.standing')
    .values({ organizationId, kind, ...row })
    .onConflict((conflict) => conflict.columns(['organizationId', 'kind']).doUpdateSet(row));
}

/** Publishes a standing with everything else that a transition writes. */
export function publishStanding(
  { tx, write, now }: Pick<Given, 'tx' | 'write' | 'now'>,
  organizationId: string,
  kind: string,
  standing: Standing,
): void {
  write(`standing ${organizationId} ${kind}`, standingStatement(tx, organizationId, kind, standing, now));
}

/** The standings of organisations by kind, each null where nothing was ever published. */
export async function readStandings<S>(
  db: Db | Tx,
  kind: string,
  organizationIds: readonly string[],
): Promise<Map<string, Standing<S>>> {
  if (organizationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('runtime.standing')
    .select(['organizationId', 'state', 'scope', 'validUntil'])
    .where('kind', '=', kind)
    .where(anyOf('organizationId', organizationIds))
    // Whoever decides on a standing holds it still until the decision is written.
    .$if(db.isTransaction, (query) => query.forShare())
    .execute();
  return new Map(
    rows.map((row) => [
      row.organizationId,
      { state: row.state, scope: row.scope as S, validUntil: row.validUntil },
    ]),
  );
}

/** A standing that the requests of a unit are judged by. */
export interface UnitStanding extends Standing<any> {
  organizationId: string;
  kind: string;
}

/**
 * The standings of units and of their agreements, as parts of a statement that reads more: the table `standing` for
 * its `with`, and its rows as JSON. In a transaction they are held still until it ends, in one order for all.
 */
export function unitStandings(db: Db | Tx, organizationIds: readonly string[] | RawBuilder<unknown>) {
  const hold = db.isTransaction ? sql`for share` : sql``;
  return {
    table: sql`standing as (
      select organization_id, kind, state, scope, valid_until from runtime.standing
      where organization_id = any (${organizationIds}) and kind in ('ECOSYSTEM_UNIT', 'AUTHORIZATION_AGREEMENT')
      order by kind desc ${hold})`,
    rows: sql`(select coalesce(jsonb_agg(jsonb_build_object('organizationId', organization_id, 'kind', kind, 'state', state,
        'scope', scope, 'validUntil', valid_until)), '[]') from standing)`,
  };
}

/** The one organisation of a party that there can be at a time (articles 3 to 6); null before it is registered. */
export async function singletonOf(
  db: Db | Tx,
  party: PartyKind,
): Promise<{ id: string; name: string; createdAt: Date } | null> {
  const row = await db
    .selectFrom('runtime.organization')
    .select(['id', 'name', 'createdAt'])
    .where('party', '=', party)
    .where('status', '=', 'ACTIVE')
    .executeTakeFirst();
  return row ?? null;
}
