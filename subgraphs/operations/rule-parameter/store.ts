import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { newId } from '@zgt/runtime/id.ts';
import { json } from '@zgt/runtime/parameters.ts';

export interface ParameterChange {
  name: string;
  value: unknown;
  effectiveFrom: Date;
  reason: string;
  createdAt: Date;
}

/** Every change of rule parameters, those that take effect last first; parameters are few and change seldom. */
export async function parameterChanges(db: Db): Promise<ParameterChange[]> {
  return db
    .selectFrom('runtime.ruleParameter')
    .select(['name', 'value', 'effectiveFrom', 'reason', 'createdAt'])
    .orderBy('effectiveFrom', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Adds a value from an instant on; earlier values stay, so that what was judged by them can be told. */
export async function addParameterValue(
  tx: Tx,
  change: {
    name: string;
    value: unknown;
    effectiveFrom: Date;
    reason: string;
    accountId: string | null;
    now: Date;
  },
): Promise<string> {
  const { value, now, ...plain } = change;
  const id = newId();
  await tx
    .insertInto('runtime.ruleParameter')
    .values({ id, ...plain, value: json(value), createdAt: now })
    .execute();
  return id;
}
