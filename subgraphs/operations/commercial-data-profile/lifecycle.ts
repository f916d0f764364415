import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { COMPANY_SECURITY } from '../safety-parties.ts';
import type { KnownRecord } from '../subjects/known-record.ts';

/** What a profile is judged by: the unit that the company asks. */
export interface CommercialDataProfileFacts {
  unit: KnownRecord | null;
}

const wrong = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const unitIsKnown: Guard<CommercialDataProfileFacts> = ({ facts, input }) =>
  !input || facts.unit?.noun === 'EcosystemUnit'
    ? null
    : wrong('unitId', '生态单位：没有这条记录，请从列表中选择');

const isAhead: Guard = ({ input, today }) =>
  input && (input.dueOn as string) < today ? wrong('dueOn', '登记期限：不能早于今天') : null;

const unit = { party: 'ECOSYSTEM_UNIT', own: true } as const;

const particulars = {
  dataSets: {
    kind: 'texts',
    label: '自产的商业数据',
    hint: '每行一类，例如：会员消费记录，约 20 万条',
    max: 200,
    maxItems: 50,
  },
  measures: {
    kind: 'text',
    label: '保护措施',
    hint: '存放、加密、授权、备份、销毁',
    max: 4000,
    multiline: true,
  },
  contact: {
    kind: 'phone',
    label: '数据安全联系电话',
    hint: '填写部门的电话。用途：发生泄露时联系',
  },
} as const satisfies Fields;

/** 商业数据保护: what data of its own a unit has, and how it protects them; the company urges (article 70). */
export const commercialDataProfileLifecycle = lifecycle({
  noun: 'CommercialDataProfile',
  label: '商业数据保护',
  description: '生态单位登记自产的商业数据和保护措施，由项目公司督促；数据本身不在系统之内。',
  articles: [70],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    REQUESTED: { label: '待登记', tone: 'WAITING', awaits: 'OWNER' },
    CURRENT: { label: '已登记', tone: 'GOOD' },
  },
  actions: {
    request: {
      label: '督促登记',
      effect: '单位收到通知，须在期限内登记。',
      from: null,
      to: 'REQUESTED',
      by: [COMPANY_SECURITY],
      articles: [70],
      duties: ['70'],
      fields: {
        unitId: { kind: 'reference', label: '生态单位', of: 'ecosystemUnits' },
        dueOn: { kind: 'date', label: '登记期限', hint: '最后一天（含当日）' },
      },
      guards: [unitIsKnown, isAhead],
      tells: ['OWNER'],
      starts: [
        {
          name: 'submit',
          title: '登记商业数据保护情况',
          articles: [70],
          owedBy: 'OWNER',
          until: ({ dueOn }) => endOfShanghaiDay(dueOn as string),
        },
      ],
    },
    register: {
      label: '登记',
      effect: '登记在案，项目公司可以查看。',
      from: null,
      to: 'CURRENT',
      by: [unit],
      articles: [70],
      duties: ['70'],
      fields: particulars,
      tells: ['PROJECT_COMPANY'],
    },
    submit: {
      label: '登记',
      effect: '登记在案，项目公司可以查看。',
      from: ['REQUESTED'],
      to: 'CURRENT',
      by: [unit],
      articles: [70],
      duties: ['70'],
      fields: particulars,
      ends: ['submit'],
      tells: ['PROJECT_COMPANY'],
    },
    amend: {
      label: '更新',
      effect: '按现在的情况更新；从前的见时间线。',
      from: ['CURRENT'],
      to: null,
      by: [unit],
      articles: [70],
      duties: ['70'],
      fields: particulars,
      tells: ['PROJECT_COMPANY'],
    },
    urge: {
      label: '催促',
      effect: '单位收到催促的通知。',
      from: ['REQUESTED', 'CURRENT'],
      to: null,
      by: [COMPANY_SECURITY],
      articles: [70],
      duties: ['70'],
      reason: 'REQUIRED',
      tells: ['OWNER'],
    },
  },
});
