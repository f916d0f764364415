import { addParameterValue, parameterChanges } from '@zgt/operations/rule-parameter/store.ts';
import { appendAudit } from '@zgt/runtime/audit/append.ts';
import { now } from '@zgt/runtime/clock.ts';
import type { Db } from '@zgt/runtime/database/open.ts';
import { newId } from '@zgt/runtime/id.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';

const NAME = 'account.single_device';
const REASON = '演示账号由多人共用，不限一处登录；正式使用时请恢复。';

/** Everybody who tries the demonstration signs in to the same accounts: the rule against it is off there, in the open. */
export async function allowSharedAccounts(db: Db, viewer: Viewer): Promise<void> {
  if ((await parameterChanges(db)).some(({ name }) => name === NAME)) return;
  const instant = now();
  await db.transaction().execute(async (tx) => {
    const recordId = await addParameterValue(tx, {
      name: NAME,
      value: false,
      effectiveFrom: instant,
      reason: REASON,
      accountId: viewer.accountId,
      now: instant,
    });
    await appendAudit(tx, { viewer, requestId: newId(), idempotencyKey: null }, instant, {
      noun: 'RuleParameter',
      recordId,
      action: 'setRuleParameter',
      outcome: 'DONE',
      articles: [75],
      reason: REASON,
    });
  });
}
