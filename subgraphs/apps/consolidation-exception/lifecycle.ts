import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { AUDIENCES, EXCEPTION_KINDS } from '../choices.ts';
import { GOVERNMENT_BODIES } from '../provider.ts';

const particulars = {
  kind: {
    kind: 'choice',
    label: '例外种类',
    hint: '另行新建，或保留已有的',
    enumName: 'ConsolidationExceptionKind',
    options: EXCEPTION_KINDS,
  },
  appName: { kind: 'text', label: '应用或平台名称', max: 60 },
  audiences: { kind: 'choices', label: '服务对象', enumName: 'ServiceAudience', options: AUDIENCES },
  specialReason: {
    kind: 'text',
    label: '特殊原因',
    hint: '为什么不能依托智桂通；提交之前须写明',
    max: 2000,
    multiline: true,
    optional: true,
  },
} as const satisfies Fields;

const saysWhy: Guard = ({ record }) =>
  record!.specialReason === null
    ? refuse('REASON_REQUIRED', {
        message: '没有写明特殊原因，不能提交。',
        articles: [17],
        remedy: '请先修改，写明为什么不能依托智桂通。',
      })
    : null;

const endsLater: Guard = ({ input, today }) =>
  input && (input.validUntil as string) < today
    ? refuse('VALIDATION', {
        details: [{ path: 'validUntil', message: `有效期至：不能早于今天（${today}）` }],
      })
    : null;

const approver = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] } as const;
const system = { party: 'SYSTEM' } as const;

/** 例外: a government body builds or keeps an app outside only as agreed with the management unit, for a time (article 17). */
export const consolidationExceptionLifecycle = lifecycle({
  noun: 'ConsolidationException',
  label: '统一建设例外',
  description:
    '移动政务服务统一依托智桂通；政府单位因特殊原因要另行新建或保留应用的，在此与管理单位商定，到期即须纳入。',
  articles: [16, 17],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    DRAFT: { label: '草稿', tone: 'NEUTRAL' },
    SUBMITTED: { label: '已提出', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    CONSULTING: { label: '商议中', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    AGREED: { label: '已商定同意', tone: 'GOOD' },
    NOT_AGREED: { label: '未商定同意', tone: 'BAD', final: true },
    WITHDRAWN: { label: '已撤回', tone: 'NEUTRAL', final: true },
    EXPIRED: { label: '已到期', tone: 'WARNING', final: true },
  },
  actions: {
    draft: {
      label: '起草',
      effect: '存为草稿，本单位可以继续修改。',
      from: null,
      to: 'DRAFT',
      by: GOVERNMENT_BODIES,
      articles: [17],
      duties: ['17.1'],
      fields: particulars,
    },
    amend: {
      label: '修改',
      effect: '更新草稿。',
      from: ['DRAFT'],
      to: 'DRAFT',
      by: GOVERNMENT_BODIES,
      articles: [17],
      duties: ['17.1'],
      fields: particulars,
    },
    submit: {
      label: '提出',
      effect: '交管理单位商议；商定之前不能另建，也不能免于接入。',
      from: ['DRAFT'],
      to: 'SUBMITTED',
      by: GOVERNMENT_BODIES,
      articles: [17],
      duties: ['17.1'],
      documents: { OTHER: 'OPTIONAL' },
      guards: [saysWhy],
      tells: ['MANAGEMENT_UNIT'],
    },
    startConsultation: {
      label: '开始商议',
      effect: '告知提出单位，商议已经开始。',
      from: ['SUBMITTED'],
      to: 'CONSULTING',
      by: [approver],
      articles: [3, 17],
      duties: ['17.1'],
      tells: ['OWNER'],
    },
    agree: {
      label: '商定同意',
      effect: '有效期之内可以凭此另建、保留或免于接入；到期自动失效。',
      from: ['CONSULTING'],
      to: 'AGREED',
      by: [approver],
      articles: [3, 17],
      duties: ['17.1'],
      fields: { validUntil: { kind: 'date', label: '有效期至', hint: '含当日' } },
      reason: 'REQUIRED',
      guards: [endsLater],
      tells: ['OWNER', 'PROJECT_COMPANY'],
      starts: [
        {
          name: 'validity',
          title: '例外到期',
          articles: [17],
          owedBy: 'OWNER',
          until: ({ validUntil }) => endOfShanghaiDay(validUntil as string),
          action: 'expire',
        },
      ],
    },
    disagree: {
      label: '不同意',
      effect: '须依托智桂通建设或接入；情况有变可另行提出。',
      from: ['CONSULTING'],
      to: 'NOT_AGREED',
      by: [approver],
      articles: [3, 17],
      duties: ['17.1'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
    },
    withdraw: {
      label: '撤回',
      effect: '不再提出。',
      from: ['DRAFT', 'SUBMITTED', 'CONSULTING'],
      to: 'WITHDRAWN',
      by: GOVERNMENT_BODIES,
      articles: [17],
      duties: ['17.1'],
      reason: 'OPTIONAL',
      negative: true,
      tells: ['MANAGEMENT_UNIT'],
    },
    expire: {
      label: '到期',
      effect: '例外失效；凭它保留的应用回到未列计划，免于接入的事项恢复为未接入。',
      from: ['AGREED'],
      to: 'EXPIRED',
      by: [system],
      articles: [17],
      duties: ['17.3'],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
  },
});
