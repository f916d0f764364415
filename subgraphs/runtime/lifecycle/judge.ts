import { addDays, shanghaiDate } from '../calendar/work-calendar.ts';
import { now } from '../clock.ts';
import { numberParameter, type ParameterValues } from '../parameters.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Viewer } from '../viewer.ts';
import type { GuardCase, Lifecycle, Row, Transition } from './declaration.ts';
import { checkActor } from './permission.ts';

/** Rule parameters that bear on who may act at all (article 68). */
export interface AccountRules {
  realNameRequired: boolean;
  undertakingRequired: boolean;
  approverSecondFactorRequired: boolean;
  /** After how many days a terminal check that is late stops its owner; null when it never does. */
  terminalCheckDays: number | null;
}

const NO_RULES: AccountRules = {
  realNameRequired: false,
  undertakingRequired: false,
  approverSecondFactorRequired: false,
  terminalCheckDays: null,
};

/** The account rules of article 68 by the rule parameters; only people are asked for them. */
export function accountRulesBy(values: ParameterValues, viewer: Viewer): AccountRules {
  if (viewer.via !== 'SESSION') return NO_RULES;
  return {
    realNameRequired: values['identity.real_name_required'] === true,
    undertakingRequired: values['identity.undertaking_required'] === true,
    approverSecondFactorRequired: values['identity.approver_second_factor_required'] === true,
    terminalCheckDays:
      values['terminal_check.block'] === true ? numberParameter(values, 'terminal_check.overdue_days') : null,
  };
}

/** Like `accountRulesBy`, and reads the parameters only for those who are asked. */
export async function accountRulesFor(
  viewer: Viewer,
  parameters: () => Promise<ParameterValues>,
): Promise<AccountRules> {
  return viewer.via === 'SESSION' ? accountRulesBy(await parameters(), viewer) : NO_RULES;
}

/** The parties whose members administer the system. */
export const SUPERVISED_PARTIES: readonly string[] = [
  'MANAGEMENT_UNIT',
  'INFRASTRUCTURE_PROVIDER',
  'OWNER_UNIT',
  'PROJECT_COMPANY',
];

/** Whether the viewer's terminal was not checked for so long that nothing else may be done. */
function isTerminalOverdue({ terminalCheckDueOn }: Viewer, { terminalCheckDays }: AccountRules): boolean {
  if (terminalCheckDueOn === null || terminalCheckDays === null) return false;
  return addDays(terminalCheckDueOn, terminalCheckDays) < shanghaiDate(now());
}

/** Article 68: administrators act under their real name, bound to secrecy, with a fresh password and a checked terminal. */
export function checkAccount(
  viewer: Viewer,
  rules: AccountRules,
  cures: Transition['cures'] = [],
): Refusal | null {
  if (viewer.via !== 'SESSION') return null;
  if (viewer.passwordExpired) return refuse('PASSWORD_EXPIRED');
  if (isTerminalOverdue(viewer, rules) && !cures.includes('TERMINAL_CHECK_OVERDUE'))
    return refuse('TERMINAL_CHECK_OVERDUE');
  if (viewer.party === null || !SUPERVISED_PARTIES.includes(viewer.party)) return null;
  if (rules.realNameRequired && !viewer.realNameVerified) return refuse('REAL_NAME_REQUIRED');
  if (rules.undertakingRequired && !viewer.undertakingAccepted) return refuse('UNDERTAKING_REQUIRED');
  if (rules.approverSecondFactorRequired && viewer.party === 'MANAGEMENT_UNIT' && !viewer.secondFactor)
    return refuse('SECOND_FACTOR_REQUIRED');
  return null;
}

function checkState(lifecycle: Lifecycle, transition: Transition, record: Row): Refusal | null {
  if (transition.from?.includes(record.state)) return null;
  const current = lifecycle.states[record.state]?.label ?? record.state;
  const needed = (transition.from ?? []).map((state) => lifecycle.states[state]!.label).join('、');
  return refuse('ILLEGAL_TRANSITION', {
    message: `现在的状态是“${current}”，不能“${transition.label}”。`,
    articles: transition.articles,
    remedy: `须在“${needed}”状态下办理。请刷新后按可办事项操作。`,
  });
}

function checkFourEyes(transition: Transition, ownActions: ReadonlySet<string>): Refusal | null {
  return transition.notBy?.some((action) => ownActions.has(action))
    ? refuse('FOUR_EYES_REQUIRED', { articles: transition.articles })
    : null;
}

export interface Judgement extends GuardCase {
  lifecycle: Lifecycle;
  transition: Transition;
  accountRules: AccountRules;
  /** Actions that this same person took on the record before. */
  ownActions: ReadonlySet<string>;
}

/** All checks of one action in their fixed order; the first refusal wins, null means it may go ahead. */
export function judge(given: Judgement): Refusal | null {
  const { lifecycle, transition, viewer, record } = given;
  const before =
    checkActor(transition, viewer, record) ??
    checkAccount(viewer, given.accountRules, transition.cures) ??
    (record && transition.from ? checkState(lifecycle, transition, record) : null) ??
    checkFourEyes(transition, given.ownActions);
  if (before) return before;
  for (const guard of transition.guards ?? []) {
    const refusal = guard(given);
    if (refusal) return refusal;
  }
  return null;
}
