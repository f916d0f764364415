import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { hashCode, newCode } from '../hotline-ticket/code.ts';
import type { UserViolationRow } from '../tables-conduct.ts';
import { followPenalties, referTo } from '../terminal-user/follow.ts';
import { clausesInForce } from '../user-rule/store.ts';
import { type UserViolationFacts, userViolationLifecycle } from './lifecycle.ts';

/** The register of violations; each belongs to the project company, and names a user by reference alone. */
export const userViolation = noun<UserViolationRow, UserViolationFacts>({
  lifecycle: userViolationLifecycle,
  table: 'operations.userViolation',
  numberPrefix: 'WG',
  discloses: '申诉码：随处理通知告知用户，用户凭编号和它查看处理、自己申诉。只在作出处理之后给出一次。',
  searchColumns: ['userReference'],
  title: ({ clause, userReference }) => `${clause} ${userReference}`,
  facts: async (db, violations) => {
    const rules = violations.some((one) => one?.state === 'UPHELD') ? await clausesInForce(db) : [];
    return violations.map((one) => ({
      allowed: rules.find(({ clause }) => clause === one?.clause)?.penalties ?? null,
    }));
  },
  effects: {
    report: async (given) => {
      const { input, record } = given;
      const { id } = await referTo(given, input.userReference as string, record.organizationId);
      return { columns: { ...(input as Partial<UserViolationRow>), terminalUserId: id } };
    },
    // Article 44: nobody is found to have done wrong without something that shows it.
    uphold: async ({ attachedKinds, documents }) =>
      attachedKinds.has('EVIDENCE') || documents.some(({ kind }) => kind === 'EVIDENCE')
        ? { columns: {} }
        : {
            refusal: refuse('EVIDENCE_REQUIRED', {
              message: '还没有附上违规的证据，不能认定。',
              articles: [44],
              remedy: '请附上截图、日志等证据再认定；没有证据的，请选“不成立”。',
            }),
          },
    penalize: async ({ tx, record, input, disclose }) => {
      const rule = (await clausesInForce(tx)).find(({ clause }) => clause === record.clause);
      const code = newCode();
      disclose(code);
      return {
        columns: {
          ...(input as Partial<UserViolationRow>),
          ruleNumber: rule?.ruleNumber ?? null,
          appealCodeHash: hashCode(code),
        },
      };
    },
    keep: async ({ reason }) => ({ columns: { appealAnswer: reason } }),
    lift: async ({ reason }) => ({ columns: { appealAnswer: reason } }),
  },
  after: { penalize: followPenalties, lift: followPenalties, expire: followPenalties },
});
