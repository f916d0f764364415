import { anyOf } from '../database/any-of.ts';
import type { Db, Tx } from '../database/open.ts';
import { readParameters } from '../parameters.ts';
import type { Viewer } from '../viewer.ts';
import { type AccountRules, accountRulesFor } from './judge.ts';

/** Which actions this same person took on each of the records: the other half of the four-eyes rule. */
export async function ownActions(
  db: Db | Tx,
  recordIds: readonly string[],
  viewer: Viewer,
): Promise<Map<string, Set<string>>> {
  const actions = new Map<string, Set<string>>();
  if (viewer.accountId === null || recordIds.length === 0) return actions;
  const rows = await db
    .selectFrom('runtime.auditEntry')
    .select(['recordId', 'action'])
    .distinct()
    .where(anyOf('recordId', recordIds))
    .where('accountId', '=', viewer.accountId)
    .where('outcome', '=', 'DONE')
    .execute();
  for (const row of rows) {
    const known = actions.get(row.recordId!) ?? new Set();
    actions.set(row.recordId!, known.add(row.action));
  }
  return actions;
}

/** True while a deadline has neither ended nor been acted on. */
export async function isRunning(tx: Tx, deadlineId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('runtime.deadline')
    .select('id')
    .where('id', '=', deadlineId)
    .where('endedAt', 'is', null)
    .where('firedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The account rules of article 68 as they stand now; only people are asked for them. */
export function accountRules(db: Db | Tx, viewer: Viewer): Promise<AccountRules> {
  return accountRulesFor(viewer, () => readParameters(db));
}
