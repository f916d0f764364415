import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import {
  CHECK_OUTCOMES,
  DATA_OPERATION_INDICATORS,
  DATA_OPERATORS,
  JOINT_DEPARTMENTS,
  RECTIFICATION_CAUSES,
} from '../choices-supervision.ts';

const invalid = (path: string, message: string) =>
  refuse('VALIDATION', { articles: [30], details: [{ path, message }] });

/** Article 31: what is found to be unlawful or dangerous is ordered to be mended, by a day. */
const defectsAreOrdered: Guard = ({ input, today }) => {
  if (!input || input.outcome !== 'DEFECTIVE') return null;
  for (const [path, label] of [
    ['cause', '缘由'],
    ['demands', '整改要求'],
    ['rectifyBy', '整改期限'],
  ] as const)
    if (input[path] === null) return invalid(path, `${label}：发现问题的必填`);
  return (input.rectifyBy as string) < today ? invalid('rectifyBy', '整改期限：不能早于今天') : null;
};

const management = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;

/** 数据运营检查: unannounced, together with other departments; what is found is ordered to be mended (articles 30 and 31). */
export const dataOperationInspectionLifecycle = lifecycle({
  noun: 'DataOperationInspection',
  label: '数据运营检查',
  description:
    '管理单位不定期会同网信、公安等部门检查业主单位和项目公司的数据运营：开始之前只有管理单位知道，发现问题的随即责令整改。',
  articles: [30, 31],
  readers: ['MANAGEMENT_UNIT'],
  stateReaders: {
    parties: ['OWNER_UNIT', 'PROJECT_COMPANY'],
    states: ['CONDUCTING', 'FINDINGS_ISSUED', 'CLOSED'],
  },
  states: {
    PLANNED: { label: '已计划', tone: 'NEUTRAL', awaits: 'MANAGEMENT_UNIT' },
    CONDUCTING: { label: '检查中', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    FINDINGS_ISSUED: { label: '已通报结果', tone: 'WARNING', awaits: 'MANAGEMENT_UNIT' },
    // Not final: from it the months until the next inspection are counted.
    CLOSED: { label: '已办结', tone: 'GOOD' },
    CANCELLED: { label: '已取消', tone: 'NEUTRAL', final: true },
  },
  actions: {
    plan: {
      label: '计划检查',
      effect: '检查开始之前，被检查的单位看不到。',
      from: null,
      to: 'PLANNED',
      by: [management],
      articles: [30],
      duties: ['30'],
      fields: {
        subjects: {
          kind: 'choices',
          label: '检查对象',
          enumName: 'DataOperator',
          options: DATA_OPERATORS,
        },
        jointDepartments: {
          kind: 'choices',
          label: '会同的部门',
          hint: '联合检查，至少一个',
          enumName: 'JointDepartment',
          options: JOINT_DEPARTMENTS,
        },
        indicators: {
          kind: 'choices',
          label: '检查内容',
          enumName: 'DataOperationIndicator',
          options: DATA_OPERATION_INDICATORS,
        },
        plannedOn: { kind: 'date', label: '拟检查的日期', hint: '可不填', optional: true },
      },
    },
    start: {
      label: '开始检查',
      effect: '业主单位和项目公司收到通知，从此可以看到这次检查。',
      from: ['PLANNED'],
      to: 'CONDUCTING',
      by: [management],
      articles: [30],
      duties: ['30'],
      tells: ['OWNER_UNIT', 'PROJECT_COMPANY'],
    },
    addFinding: {
      label: '登记发现',
      effect: '按部门登记所发现的情况，逐条存入时间线。',
      from: ['CONDUCTING'],
      to: null,
      by: [management],
      articles: [30],
      duties: ['30'],
      fields: {
        department: {
          kind: 'choice',
          label: '由哪个部门提出',
          enumName: 'JointDepartment',
          options: JOINT_DEPARTMENTS,
        },
        finding: { kind: 'text', label: '发现的情况', max: 2000, multiline: true },
      },
    },
    issueFindings: {
      label: '通报结果',
      effect: '结果通报业主单位和项目公司；发现问题的，同时责令检查对象限期整改。',
      from: ['CONDUCTING'],
      to: 'FINDINGS_ISSUED',
      by: [management],
      articles: [30, 31],
      duties: ['30', '31'],
      fields: {
        outcome: { kind: 'choice', label: '结论', enumName: 'CheckOutcome', options: CHECK_OUTCOMES },
        summary: { kind: 'text', label: '检查结果', max: 4000, multiline: true },
        cause: {
          kind: 'choice',
          label: '缘由',
          hint: '发现问题的必填',
          enumName: 'RectificationCause',
          options: RECTIFICATION_CAUSES,
          optional: true,
        },
        demands: {
          kind: 'text',
          label: '整改要求',
          hint: '发现问题的必填',
          max: 4000,
          multiline: true,
          optional: true,
        },
        rectifyBy: {
          kind: 'date',
          label: '整改期限',
          hint: '发现问题的必填；最后一天（含当日）',
          optional: true,
        },
      },
      documents: { REPORT: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [defectsAreOrdered],
      tells: ['OWNER_UNIT', 'PROJECT_COMPANY'],
    },
    close: {
      label: '办结',
      effect: '检查结束；整改在各自的记录中继续。从此满规定月数没有再查的提示一次。',
      from: ['FINDINGS_ISSUED'],
      to: 'CLOSED',
      by: [management],
      articles: [30],
      duties: ['30'],
      starts: [
        {
          name: 'again',
          title: '久未联合检查数据运营',
          articles: [30],
          owedBy: 'MANAGEMENT_UNIT',
          parameter: 'inspection.data_operation_nudge_months',
        },
      ],
    },
    supersede: {
      label: '另有更近的一次',
      effect: '提示改从更近的一次算起。',
      from: ['CLOSED'],
      to: null,
      by: [{ party: 'SYSTEM' }],
      articles: [30],
      duties: [],
      ends: ['again'],
    },
    cancel: {
      label: '取消',
      effect: '计划的检查不再进行。',
      from: ['PLANNED'],
      to: 'CANCELLED',
      by: [management],
      articles: [30],
      duties: [],
      reason: 'REQUIRED',
      negative: true,
    },
  },
});
