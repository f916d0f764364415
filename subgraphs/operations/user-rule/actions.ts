import { type Noun, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readParameters } from '@zgt/runtime/parameters.ts';
import { USER_PENALTIES, type UserPenalty } from '../choices-conduct.ts';
import type { PenaltyClause, UserRuleRow } from '../tables-conduct.ts';
import { type UserRuleFacts, userRuleLifecycle } from './lifecycle.ts';

const SWITCHES = {
  WARN: 'user.penalty_warn',
  LIMIT: 'user.penalty_limit',
  FREEZE: 'user.penalty_freeze',
} as const;

const without = ({ clauses }: UserRuleRow, name: string) =>
  clauses.list.filter(({ clause }) => clause !== name);

/** The register of user rules; each belongs to the project company. */
export const userRule: Noun<UserRuleRow, UserRuleFacts> = noun<UserRuleRow, UserRuleFacts>({
  lifecycle: userRuleLifecycle,
  table: 'operations.userRule',
  numberPrefix: 'YG',
  searchColumns: ['name'],
  title: ({ name, versionText }) => `${name}（${versionText}）`,
  facts: async (db, rules, _viewer, input, parameters) => {
    if (!input?.penalties) return rules.map(() => ({ admitted: [] }));
    const values = await (parameters?.() ?? readParameters(db));
    const admitted = (Object.keys(USER_PENALTIES) as UserPenalty[]).filter(
      (one) => values[SWITCHES[one]] === true,
    );
    return rules.map(() => ({ admitted }));
  },
  effects: {
    draft: async ({ input }) => ({ columns: { ...(input as Partial<UserRuleRow>), clauses: { list: [] } } }),
    setClause: async ({ record, input }) => ({
      columns: { clauses: { list: [...without(record, input.clause), input as unknown as PenaltyClause] } },
    }),
    removeClause: async ({ record, input }) => ({
      columns: { clauses: { list: without(record, input.clause) } },
    }),
    publish: async ({ record, now, alsoEach, settle }) => {
      await alsoEach(userRule, { kind: record.kind }, ['IN_FORCE'], 'supersede');
      // One of a kind is in force at a time: the earlier one makes way first.
      await settle();
      return { columns: { inForceAt: now } };
    },
  },
});
