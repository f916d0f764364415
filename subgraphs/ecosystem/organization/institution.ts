import type { Guard } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';

/** What identifies an institution and its first member. */
export const institutionFields = {
  organizationName: { kind: 'text', label: '单位名称', max: 100 },
  unifiedSocialCreditCode: { kind: 'creditCode', label: '统一社会信用代码', hint: '18 位，末位为校验码' },
  headUsername: { kind: 'text', label: '负责人用户名', hint: '负责人已注册的登录名', max: 64 },
} as const satisfies Fields;

export interface SingletonFacts {
  /** The name of the organisation that holds the place now. */
  holder: string | null;
}

/** Only one at a time may hold the place (articles 3 to 6). */
export const noSecond =
  (articles: readonly number[]): Guard<SingletonFacts> =>
  ({ facts }) =>
    facts.holder === null
      ? null
      : refuse('SINGLETON_ROLE', {
          articles,
          details: [{ path: '', message: `现有${facts.holder}，须先终止` }],
        });
