import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { CONSENT_METHODS } from '../choices-safety.ts';
import { APP_PROVIDERS } from '../safety-parties.ts';

/** What a consent is judged by: the notice that it is given to. */
export interface ConsentRecordFacts {
  notice: { state: string; organizationId: string; purposes: string[] } | null;
}

type ConsentGuard = Guard<ConsentRecordFacts>;

const wrong = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const noticeIsInForce: ConsentGuard = ({ facts: { notice }, input, viewer }) =>
  !input
    ? null
    : notice?.organizationId !== viewer.organizationId
      ? wrong('noticeId', '告知书：没有这份告知书，或不是本单位的')
      : notice.state === 'PUBLISHED'
        ? null
        : wrong('noticeId', '告知书：已被新版替代，须按现行的告知书取得同意');

/** Article 71: consent is given by an act of the user's own; what was ticked beforehand is none. */
const isExplicit: Guard = ({ input }) =>
  input && input.method === 'PRESELECTED'
    ? wrong('method', '同意的方式：预先勾选或默认同意无效，须由用户主动作出')
    : null;

const lawIsNamed: Guard = ({ input }) =>
  input && (input.method === 'LAW') !== (input.lawReference !== null)
    ? wrong('lawReference', '法定依据：依法处理的必填，取得同意的不填')
    : null;

const purposesAreNamed: ConsentGuard = ({ facts: { notice }, input }) => {
  const odd = ((input?.purposes ?? []) as string[]).find((purpose) => !notice?.purposes.includes(purpose));
  return odd === undefined ? null : wrong('purposes', `同意的用途：“${odd}”不在告知书的用途之中`);
};

/** Article 71: what the user did not consent to, or has withdrawn, is not done. */
const isConsentedTo: Guard = ({ record, input }) =>
  !input || (record!.state === 'GIVEN' && (record!.purposes as string[]).includes(input.purpose as string))
    ? null
    : refuse('CONSENT_REQUIRED', {
        details: [{ path: 'purpose', message: `用途“${input.purpose}”：用户没有同意，或已经撤回` }],
      });

/** 同意记录: what a user agreed to, under which notice, and when it was withdrawn (article 71). */
export const consentRecordLifecycle = lifecycle({
  noun: 'ConsentRecord',
  label: '同意记录',
  description: '用户对个人信息处理的同意：按告知书的用途分别取得，随时可以撤回；没有有效同意的用途不得处理。',
  articles: [71],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    GIVEN: { label: '有效', tone: 'GOOD' },
    WITHDRAWN: { label: '已撤回', tone: 'NEUTRAL' },
  },
  actions: {
    record: {
      label: '登记同意',
      effect: '登记在案；只能为同意的用途处理。',
      from: null,
      to: 'GIVEN',
      by: APP_PROVIDERS,
      articles: [71],
      duties: ['71.2'],
      fields: {
        noticeId: { kind: 'reference', label: '告知书', of: 'privacyNotices' },
        userReference: {
          kind: 'text',
          label: '用户代号',
          hint: '应用内的代号，不填姓名、手机号和证件号',
          max: 80,
        },
        purposes: {
          kind: 'texts',
          label: '同意的用途',
          hint: '每行一个，照告知书填写',
          max: 100,
          maxItems: 50,
        },
        method: { kind: 'choice', label: '同意的方式', enumName: 'ConsentMethod', options: CONSENT_METHODS },
        lawReference: {
          kind: 'text',
          label: '法定依据',
          hint: '依法处理、无须同意的，写明法律和条款',
          max: 200,
          optional: true,
        },
      },
      guards: [isExplicit, lawIsNamed, noticeIsInForce, purposesAreNamed],
    },
    process: {
      label: '登记处理',
      effect: '为这一用途处理了个人信息，记入时间线。',
      from: ['GIVEN', 'WITHDRAWN'],
      to: null,
      by: APP_PROVIDERS,
      articles: [71],
      duties: ['71.2'],
      fields: { purpose: { kind: 'text', label: '用途', hint: '照告知书填写', max: 100 } },
      guards: [isConsentedTo],
    },
    withdraw: {
      label: '撤回同意',
      effect: '立即生效；此后不得再处理。',
      from: ['GIVEN'],
      to: 'WITHDRAWN',
      by: APP_PROVIDERS,
      articles: [71],
      duties: ['71.2'],
      negative: true,
    },
  },
});
