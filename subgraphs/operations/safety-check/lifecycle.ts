import type { Guard } from '@zgt/runtime/lifecycle/declaration.ts';
import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { SAFETY_CHECK_ITEMS } from '../choices-safety.ts';
import { COMPANY_SECURITY } from '../safety-parties.ts';

/** What a check is judged by besides its input. */
export interface SafetyCheckFacts {
  /** Whether data are patrolled too (parameter data.security_patrol). */
  patrolsData: boolean;
}

const wrong = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

/** Article 69: the draft's patrol of data security is part of every check while the parameter asks for it. */
const patrolsData: Guard<SafetyCheckFacts> = ({ facts, record, input }) =>
  input &&
  record!.kind === 'SAFETY_CHECK' &&
  facts.patrolsData &&
  !(input.checkedItems as string[]).includes('DATA_PATROL')
    ? wrong('checkedItems', '检查的内容：须包含数据安全排查')
    : null;

const abnormalWereChecked: Guard = ({ input }) => {
  const abnormal = (input?.abnormalItems ?? []) as string[];
  return abnormal.every((item) => (input!.checkedItems as string[]).includes(item))
    ? null
    : wrong('abnormalItems', '发现问题的内容：只能选检查过的内容');
};

const abnormalAreFollowed: Guard = ({ input }) =>
  input && input.abnormalItems !== null && input.followUp === null
    ? refuse('FOLLOW_UP_REQUIRED', {
        articles: [73],
        details: [{ path: 'followUp', message: '后续处理：写明已登记的隐患或漏洞的编号' }],
      })
    : null;

/** 安全检查: opened by the calendar, done by the company's security (article 73). */
export const safetyCheckLifecycle = lifecycle({
  noun: 'SafetyCheck',
  label: '安全检查',
  description:
    '项目公司定期做的安全检查和技术审查：期间结束后自动生成，逾期标出；结果用于向管理单位报告整体安全。',
  articles: [69, 73],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
  states: {
    DUE: { label: '待完成', tone: 'WAITING', awaits: 'OWNER' },
    DONE: { label: '已完成', tone: 'GOOD', final: true },
  },
  actions: {
    open: {
      label: '生成',
      effect: '期间已经结束，请在期限内完成。',
      from: null,
      to: 'DUE',
      by: [{ party: 'SYSTEM' }],
      articles: [73],
      duties: ['73.3'],
      tells: ['OWNER'],
      starts: [
        {
          name: 'complete',
          title: '完成安全检查',
          articles: [73],
          owedBy: 'OWNER',
          parameter: 'safety_check.working_days',
          from: ({ periodEnd }) => periodEnd as string,
        },
      ],
    },
    complete: {
      label: '登记检查结果',
      effect: '结果留存，管理单位和业主单位可以查看。',
      from: ['DUE'],
      to: 'DONE',
      by: [{ ...COMPANY_SECURITY, own: true }],
      articles: [69, 73],
      duties: ['73.3'],
      fields: {
        checkedItems: {
          kind: 'choices',
          label: '检查的内容',
          enumName: 'SafetyCheckItem',
          options: SAFETY_CHECK_ITEMS,
        },
        abnormalItems: {
          kind: 'choices',
          label: '发现问题的内容',
          hint: '没有问题的不选',
          enumName: 'SafetyCheckItem',
          options: SAFETY_CHECK_ITEMS,
          optional: true,
        },
        summary: { kind: 'text', label: '检查情况', max: 4000, multiline: true },
        followUp: {
          kind: 'text',
          label: '后续处理',
          hint: '发现问题的必填：已登记的隐患或漏洞的编号',
          max: 1000,
          multiline: true,
          optional: true,
        },
      },
      documents: { SECURITY_TEST_REPORT: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [patrolsData, abnormalWereChecked, abnormalAreFollowed],
      tells: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
      ends: ['complete'],
    },
  },
});
