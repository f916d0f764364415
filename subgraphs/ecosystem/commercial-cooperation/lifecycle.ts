import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { COOPERATION_CHECKS, COOPERATION_KINDS } from '../choices.ts';
import { RESTRICTION_FIELD } from '../restriction-field.ts';

const termInOrder: Guard = ({ input }) =>
  input && (input.validUntil as string) < (input.validFrom as string)
    ? refuse('VALIDATION', {
        details: [{ path: 'validUntil', message: '合作期限：截止日不能早于起始日' }],
      })
    : null;

/** Article 53: what is found at a unit is followed up, and by which record. */
const findingIsFollowedUp: Guard = ({ input }) =>
  input?.checkResult === 'FINDING' && input.followUpNumber === null
    ? refuse('VALIDATION', {
        details: [{ path: 'followUpNumber', message: '后续事项：发现问题的，须填写叫停令或整改的编号' }],
      })
    : null;

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'BRAND_MANAGER'] } as const;

/** 商业合作: the terms between the company and a unit, lawful and open to competition, and how its business is watched (article 53). */
export const commercialCooperationLifecycle = lifecycle({
  noun: 'CommercialCooperation',
  label: '商业合作',
  description:
    '项目公司与生态单位的商业合作：内容、期限和条款，不得排斥或限制竞争；项目公司据此监督经营行为，每季度汇总备案。',
  articles: [46, 48, 53],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    IN_FORCE: { label: '合作中', tone: 'GOOD' },
    ENDED: { label: '已结束', tone: 'NEUTRAL', final: true },
  },
  actions: {
    record: {
      label: '登记合作',
      effect: '合作登记在案，计入本季度的商业合作备案；合作单位收到通知。',
      from: null,
      to: 'IN_FORCE',
      by: [company],
      articles: [46, 48, 53],
      duties: ['46.1', '53.2'],
      fields: {
        ecosystemUnitId: { kind: 'reference', label: '合作的生态单位', of: 'ecosystemUnits' },
        name: { kind: 'text', label: '合作名称', max: 100 },
        kind: { kind: 'choice', label: '种类', enumName: 'CooperationKind', options: COOPERATION_KINDS },
        content: { kind: 'text', label: '合作内容', max: 2000, multiline: true },
        restrictiveTerms: RESTRICTION_FIELD,
        validFrom: { kind: 'date', label: '起始日' },
        validUntil: { kind: 'date', label: '截止日' },
      },
      documents: { CONTRACT: 'OPTIONAL', LEGAL_REVIEW: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [termInOrder],
      tells: ['OWNER'],
      starts: [
        {
          name: 'validity',
          title: '合作到期',
          articles: [53],
          owedBy: 'PROJECT_COMPANY',
          until: ({ validUntil }) => endOfShanghaiDay(validUntil as string),
          action: 'expire',
        },
      ],
    },
    recordCheck: {
      label: '登记经营检查',
      effect: '检查结果存入时间线；发现问题的由叫停令或整改跟进。',
      from: ['IN_FORCE'],
      to: null,
      by: [company],
      articles: [53],
      duties: ['53.2'],
      fields: {
        checkResult: {
          kind: 'choice',
          label: '检查结果',
          enumName: 'CooperationCheck',
          options: COOPERATION_CHECKS,
        },
        checkNote: { kind: 'text', label: '检查情况', max: 2000, multiline: true },
        followUpNumber: {
          kind: 'text',
          label: '后续事项的编号',
          hint: '发现问题时必填：叫停令（JT）或整改（ZG）的编号',
          max: 32,
          optional: true,
        },
      },
      guards: [findingIsFollowedUp],
      tells: ['OWNER'],
    },
    recordIncome: {
      label: '登记收入',
      effect: '本期收入计入季度备案的参考数据。',
      from: ['IN_FORCE'],
      to: null,
      by: [company],
      articles: [53],
      duties: ['53.3'],
      fields: {
        incomePeriod: { kind: 'text', label: '所属季度', hint: '例如 2026Q4', max: 6 },
        income: { kind: 'integer', label: '收入', min: 0, max: 2_000_000_000, unit: '元' },
      },
      guards: [
        ({ input }) =>
          !input || /^20\d\dQ[1-4]$/.test(input.incomePeriod as string)
            ? null
            : refuse('VALIDATION', {
                details: [{ path: 'incomePeriod', message: '所属季度：应形如 2026Q4' }],
              }),
      ],
    },
    end: {
      label: '结束合作',
      effect: '合作提前结束。',
      from: ['IN_FORCE'],
      to: 'ENDED',
      by: [company],
      articles: [53],
      duties: ['53.2'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
    },
    expire: {
      label: '合作到期',
      effect: '合作期限届满。',
      from: ['IN_FORCE'],
      to: 'ENDED',
      by: [{ party: 'SYSTEM' }],
      articles: [53],
      duties: ['53.2'],
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
  },
});
