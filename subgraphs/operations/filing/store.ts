import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import type { FilingKind } from '../choices.ts';
import type { FilingFigure, FilingRow, OperationsTables } from '../tables.ts';

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

/** A government body that files its list, and the last day that it need not account for. */
export interface ListFiler {
  id: string;
  accountedUntil: string;
}

/**
 * The government bodies that keep service items, each with the end of the last period that it has a filing for, or the
 * day before its oldest item took its present state.
 */
export async function listFilers(db: Read): Promise<ListFiler[]> {
  const found = await sql<ListFiler>`
    select body.id, to_char(coalesce(
      (select max(period_end) from operations.filing where kind = 'SERVICE_LIST' and organization_id = body.id),
      (kept.since at time zone 'Asia/Shanghai')::date - 1), 'YYYY-MM-DD') as accounted_until
    from runtime.organization as body
    cross join lateral (select min(since) as since from runtime.item
      where organization_id = body.id and noun = 'ServiceItem' and state <> 'REMOVED') as kept
    where body.party in ('GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY') and body.status = 'ACTIVE'
      and kept.since is not null
    order by body.id`.execute(db);
  return found.rows;
}

/** The running number of the next filing that is registered. */
export const nextFiledNumber = sql<number>`nextval('operations.filed_number')`;

/** How many records of the registers, of one organisation or of all, stand in each state now. */
export async function countStates(
  db: Read,
  nouns: readonly string[],
  organizationId: string | null,
): Promise<FilingFigure[]> {
  const rows = await db
    .selectFrom('runtime.item')
    .select(['noun', 'state', ({ fn }) => fn.countAll<string>().as('count')])
    .where('noun', 'in', nouns)
    .$if(organizationId !== null, (query) => query.where('organizationId', '=', organizationId))
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

/** How often each action was taken on the registers, by one organisation or by all, from one instant until before another. */
export async function countActions(
  db: Read,
  nouns: readonly string[],
  from: Date,
  until: Date,
  organizationId: string | null,
): Promise<FilingFigure[]> {
  const rows = await db
    .selectFrom('runtime.auditEntry')
    .select(['noun', 'action', ({ fn }) => fn.countAll<string>().as('count')])
    .where('noun', 'in', nouns)
    .where('outcome', '=', 'DONE')
    .where('at', '>=', from)
    .where('at', '<', until)
    .$if(organizationId !== null, (query) => query.where('organizationId', '=', organizationId))
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

/** How many records of the registers are late at an instant; registers without any are left out. */
export async function countOverdue(db: Read, nouns: readonly string[], at: Date): Promise<FilingFigure[]> {
  const rows = await db
    .selectFrom('runtime.item')
    .select(['noun', ({ fn }) => fn.countAll<string>().as('count')])
    .where('noun', 'in', nouns)
    .where('dueAt', '<=', at)
    .groupBy('noun')
    .orderBy('noun')
    .execute();
  return rows.map(({ noun, count }) => ({ noun, measure: 'OVERDUE', name: 'OVERDUE', count: Number(count) }));
}

/** The safety checks of an organisation's own periods that end within those of the filings and are not done, by filing. */
export async function undoneChecks(
  db: Read,
  filings: readonly FilingRow[],
): Promise<Map<string, { number: string; kind: string; periodKey: string }[]>> {
  if (filings.length === 0) return new Map();
  const rows = await db
    .selectFrom('operations.filing as filing')
    .innerJoin('operations.safetyCheck as check', (join) =>
      join
        .onRef('check.organizationId', '=', 'filing.organizationId')
        .onRef('check.periodEnd', '>=', 'filing.periodStart')
        .onRef('check.periodEnd', '<=', 'filing.periodEnd'),
    )
    .select(['filing.id', 'check.number', 'check.kind', 'check.periodKey'])
    .where(
      anyOf(
        'filing.id',
        filings.map(({ id }) => id),
      ),
    )
    .where('check.state', '=', 'DUE')
    .orderBy('check.number')
    .execute();
  return Map.groupBy(rows, ({ id }) => id);
}

/** Filings about how services are run and how safe they are, and not about commerce, brands and contracts. */
export const isOfOperation = sql<boolean>`record.kind not in ('BRAND_USAGE', 'COMMERCIAL_COOPERATION')`;
