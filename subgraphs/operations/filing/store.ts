import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import type { FilingKind } from '../choices.ts';
import type { FilingFigure, OperationsTables } from '../tables.ts';

type Read = Db<OperationsTables> | Tx<OperationsTables>;

/** The end of the last period for which the organisation has a filing of the kind; null when it has none. */
export async function lastPeriodEnd(
  db: Read,
  kind: FilingKind,
  organizationId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('operations.filing')
    .select('periodEnd')
    .where('kind', '=', kind)
    .where('organizationId', '=', organizationId)
    .orderBy('periodEnd', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.periodEnd ?? null;
}

/** The running number of the next filing that is registered. */
export const nextFiledNumber = sql<number>`nextval('operations.filed_number')`;

/** How many records of the registers stand in each state now. */
export async function countStates(db: Read, nouns: readonly string[]): Promise<FilingFigure[]> {
  const rows = await db
    .selectFrom('runtime.item')
    .select(['noun', 'state', ({ fn }) => fn.countAll<string>().as('count')])
    .where('noun', 'in', nouns)
    .groupBy(['noun', 'state'])
    .orderBy('noun')
    .orderBy('state')
    .execute();
  return rows.map(({ noun, state, count }) => ({
    noun,
    measure: 'STATE',
    name: state,
    count: Number(count),
  }));
}

/** How often each action was taken on the registers from one instant until before another. */
export async function countActions(
  db: Read,
  nouns: readonly string[],
  from: Date,
  until: Date,
): Promise<FilingFigure[]> {
  const rows = await db
    .selectFrom('runtime.auditEntry')
    .select(['noun', 'action', ({ fn }) => fn.countAll<string>().as('count')])
    .where('noun', 'in', nouns)
    .where('outcome', '=', 'DONE')
    .where('at', '>=', from)
    .where('at', '<', until)
    .groupBy(['noun', 'action'])
    .orderBy('noun')
    .orderBy('action')
    .execute();
  return rows.map(({ noun, action, count }) => ({
    noun,
    measure: 'ACTION',
    name: action,
    count: Number(count),
  }));
}
