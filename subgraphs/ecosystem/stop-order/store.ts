import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { EcosystemTables } from '../tables.ts';

/**
 * The organisation of a unit that takes part or did until lately; null when there is no such unit.
 * Its row and its standing stay locked: whoever judges by the standing either came first or sees the stop order.
 */
export async function lockRunningUnit(
  tx: Tx<EcosystemTables>,
  unitId: string,
): Promise<{ organizationId: string } | null> {
  const unit = await tx
    .selectFrom('ecosystem.ecosystemUnit')
    .select('organizationId')
    .where('id', '=', unitId)
    .where('state', 'in', ['ACTIVE', 'SUSPENDED', 'EXITING'])
    .forUpdate()
    .executeTakeFirst();
  if (!unit) return null;
  await tx
    .selectFrom('runtime.standing')
    .select('organizationId')
    .where('organizationId', '=', unit.organizationId)
    .where('kind', '=', 'ECOSYSTEM_UNIT')
    .forUpdate()
    .execute();
  return unit;
}

/** Until when the units concerned may confirm, by stop order; absent once that clock has ended. */
export async function confirmDueAts(db: Db | Tx, orderIds: readonly string[]): Promise<Map<string, Date>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('runtime.deadline')
    .select(['recordId', 'dueAt'])
    .where(anyOf('recordId', orderIds))
    .where('name', '=', 'confirm')
    .where('endedAt', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.recordId, row.dueAt]));
}
