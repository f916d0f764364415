import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { TERMINAL_USER_KINDS } from '../choices-conduct.ts';

const ARTICLES = [8, 44, 71] as const;
const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'CUSTOMER_SERVICE'] } as const;
const ALL = ['NORMAL', 'WARNED', 'LIMITED', 'FROZEN'] as const;

const userKind = {
  kind: 'choice',
  label: '用户性质',
  enumName: 'TerminalUserKind',
  options: TERMINAL_USER_KINDS,
} as const;

/** A status that follows from the penalties in force; the system alone sets it. */
const follows = (label: string, to: (typeof ALL)[number]) =>
  ({
    label,
    effect: '随有效的处理自动变化。',
    from: ALL,
    to,
    by: [{ party: 'SYSTEM' }],
    articles: [8, 44],
    duties: ['8.1', '44.4'],
  }) as const;

/** 移动终端用户: a code and what is in force against it, and nothing more (articles 8 and 71). */
export const terminalUserLifecycle = lifecycle({
  noun: 'TerminalUser',
  label: '终端用户',
  description:
    '移动终端用户的代号和状态：只为投诉、同意和违规处理而记，不存姓名、手机号和证件号；状态随有效的处理自动变化，处理到期或解除即恢复。',
  articles: ARTICLES,
  readers: ['MANAGEMENT_UNIT'],
  states: {
    NORMAL: { label: '正常', tone: 'GOOD' },
    WARNED: { label: '已警告', tone: 'WARNING' },
    LIMITED: { label: '已限制', tone: 'WARNING' },
    FROZEN: { label: '已冻结', tone: 'BAD' },
  },
  actions: {
    register: {
      label: '登记用户',
      effect: '记下代号；同一代号只有一条。',
      from: null,
      to: 'NORMAL',
      by: [company],
      articles: ARTICLES,
      duties: ['8.1'],
      fields: {
        reference: {
          kind: 'text',
          label: '用户代号',
          hint: '平台内的用户编号，不填姓名、手机号和证件号。用途：违规处理和申诉',
          max: 64,
        },
        userKind,
      },
    },
    refer: {
      label: '随违规登记',
      effect: '登记违规时还没有这个代号，随即记下。',
      from: null,
      to: 'NORMAL',
      by: [{ party: 'SYSTEM' }],
      articles: ARTICLES,
      duties: ['8.1'],
    },
    correct: {
      label: '更正性质',
      effect: '记下更正后的性质；代号不变。',
      from: ALL,
      to: null,
      by: [{ ...company, own: true }],
      articles: [8],
      duties: ['8.1'],
      fields: { userKind },
    },
    warn: follows('警告', 'WARNED'),
    limit: follows('限制', 'LIMITED'),
    freeze: follows('冻结', 'FROZEN'),
    restore: follows('恢复正常', 'NORMAL'),
  },
});
