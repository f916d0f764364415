import type { PartyKind } from '@zgt/schema/parties.ts';
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
