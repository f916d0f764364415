import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type DeadlineRule, type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { TERMINAL_CHECK_ITEMS } from '../choices-safety.ts';
import { APP_PROVIDERS, COMPANY_SECURITY } from '../safety-parties.ts';

const wrong = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

/** Article 68: the check is recorded by whose terminal it is, or by those who look after security there. */
const isOnesOwnOrInCharge: Guard = ({ record, viewer }) =>
  record!.accountId === viewer.accountId || viewer.roles.some((role) => ['HEAD', 'SECURITY'].includes(role))
    ? null
    : refuse('FORBIDDEN_ROLE', {
        message: '终端检查由使用人本人登记，或由本单位负责人、安全人员登记。',
        articles: [68],
        remedy: '请由本人登记。',
      });

const checkedInThePast: Guard = ({ input, record, today }) => {
  if (!input) return null;
  const { checkedOn } = input as { checkedOn: string };
  if (checkedOn > today) return wrong('checkedOn', '检查日期：不能晚于今天');
  return record!.checkedOn !== null && checkedOn < (record!.checkedOn as string)
    ? wrong('checkedOn', `检查日期：不能早于上一次的 ${record!.checkedOn}`)
    : null;
};

const CHECK: DeadlineRule = {
  name: 'check',
  title: '检查登录终端',
  articles: [68],
  owedBy: 'OWNER',
  until: ({ dueOn }) => endOfShanghaiDay(dueOn as string),
};

/** Article 68: what is late for long is listed to the project company. */
const OVERSEE: DeadlineRule = {
  name: 'oversee',
  title: '终端检查逾期，督促登记',
  articles: [68],
  owedBy: 'PROJECT_COMPANY',
  parameter: 'terminal_check.overdue_days',
  from: ({ dueOn }) => dueOn as string,
};
const CLOCKS = [CHECK, OVERSEE];
const system = { party: 'SYSTEM' } as const;

/** 终端检查: one record for each administrator, due anew after each check that was passed (article 68). */
export const terminalCheckLifecycle = lifecycle({
  noun: 'TerminalCheck',
  label: '终端检查',
  description:
    '项目公司和各提供方的管理人员定期检查登录所用的终端：防病毒、补丁、锁屏。检查本身在系统之外，结果登记在这里；逾期列给项目公司。',
  articles: [68],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    DUE: { label: '待检查', tone: 'WAITING', awaits: 'OWNER' },
    PASSED: { label: '合格', tone: 'GOOD' },
    FAILED: { label: '不合格，待整改', tone: 'BAD', awaits: 'OWNER' },
    ENDED: { label: '已不在岗', tone: 'NEUTRAL', final: true },
  },
  actions: {
    open: {
      label: '列入检查',
      effect: '请在期限内检查登录终端并登记结果。',
      from: null,
      to: 'DUE',
      by: [system],
      articles: [68],
      duties: ['68.3'],
      tells: ['OWNER'],
      starts: CLOCKS,
    },
    record: {
      label: '登记检查',
      effect: '三项都合格的，下一次的期限从检查日期起算；有不合格的须整改后再登记，期限不变。',
      from: ['DUE', 'PASSED', 'FAILED'],
      to: 'PASSED',
      orTo: 'FAILED',
      by: [{ party: 'PROJECT_COMPANY', own: true }, ...APP_PROVIDERS],
      articles: [68],
      duties: ['68.3'],
      cures: ['TERMINAL_CHECK_OVERDUE'],
      fields: {
        device: { kind: 'text', label: '终端', hint: '资产编号，例如 PC-0231', max: 60 },
        checkedOn: { kind: 'date', label: '检查日期' },
        passedItems: {
          kind: 'choices',
          label: '合格的项目',
          hint: '不合格的不选',
          enumName: 'TerminalCheckItem',
          options: TERMINAL_CHECK_ITEMS,
          optional: true,
        },
        remark: {
          kind: 'text',
          label: '说明',
          hint: '不合格的写明原因和整改安排',
          max: 500,
          multiline: true,
          optional: true,
        },
      },
      guards: [isOnesOwnOrInCharge, checkedInThePast],
      starts: CLOCKS,
    },
    urge: {
      label: '催促',
      effect: '所在单位收到催促的通知。',
      from: ['DUE', 'PASSED', 'FAILED'],
      to: null,
      by: [COMPANY_SECURITY],
      articles: [68],
      duties: ['68.3'],
      reason: 'REQUIRED',
      tells: ['OWNER'],
    },
    end: {
      label: '不再检查',
      effect: '已不是这个单位的成员。',
      from: ['DUE', 'PASSED', 'FAILED'],
      to: 'ENDED',
      by: [system],
      articles: [68],
      duties: ['68.3'],
      ends: ['check', 'oversee'],
    },
  },
});
