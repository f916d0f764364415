import type { Db, Tx } from '../database/open.ts';
import { type ParameterValues, readParameters } from '../parameters.ts';
import type { Viewer } from '../viewer.ts';
import type { AccountRules } from './judge.ts';

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
    .where('recordId', 'in', recordIds)
    .where('accountId', '=', viewer.accountId)
    .where('outcome', '=', 'DONE')
    .execute();
  for (const row of rows) {
    const known = actions.get(row.recordId!) ?? new Set();
    actions.set(row.recordId!, known.add(row.action));
  }
  return actions;
}

const NO_RULES: AccountRules = {
  realNameRequired: false,
  undertakingRequired: false,
  approverSecondFactorRequired: false,
};

/** The account rules of article 68 by the rule parameters; only people are asked for them. */
export function accountRulesBy(values: ParameterValues, viewer: Viewer): AccountRules {
  if (viewer.via !== 'SESSION') return NO_RULES;
  return {
    realNameRequired: values['identity.real_name_required'] === true,
    undertakingRequired: values['identity.undertaking_required'] === true,
    approverSecondFactorRequired: values['identity.approver_second_factor_required'] === true,
  };
}

/** The account rules of article 68 as they stand now. */
export async function accountRules(db: Db | Tx, viewer: Viewer): Promise<AccountRules> {
  return viewer.via === 'SESSION' ? accountRulesBy(await readParameters(db), viewer) : NO_RULES;
}
