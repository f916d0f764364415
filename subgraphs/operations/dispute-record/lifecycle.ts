import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { BRAND_IMPACTS, DISPUTE_KINDS, DISPUTE_PARTIES } from '../choices-supervision.ts';

export interface DisputeFacts {
  /** The record that the input names by its number. */
  accountability: { noun: string } | null;
}

/** Article 54: for harm to the brand the owner unit answers, whoever caused the dispute. */
const ownerUnitAnswers: Guard = ({ input }) =>
  !input || input.responsibleParty === 'OWNER_UNIT'
    ? null
    : refuse('RESPONSIBLE_PARTY_FIXED', {
        articles: [54],
        details: [{ path: 'responsibleParty', message: '责任方：损害品牌的，追究业主单位的责任' }],
      });

const accountabilityIsKnown: Guard<DisputeFacts> = ({ input, facts: { accountability } }) =>
  !input || input.accountabilityNumber === null || accountability?.noun === 'AccountabilityCase'
    ? null
    : refuse('VALIDATION', {
        articles: [54],
        details: [{ path: 'accountabilityNumber', message: '追责立案的编号：没有这条记录，请先立案' }],
      });

/** Article 54: harm to the brand is not left at that. */
const harmIsAnsweredFor: Guard = ({ record }) =>
  record!.brandImpact !== 'ADVERSE' || record!.responsibleParty !== null
    ? null
    : refuse('VALIDATION', {
        articles: [54],
        details: [{ path: '', message: '已认定有不良影响，须由管理单位追究责任之后才能办结' }],
      });

const reporters = (['OWNER_UNIT', 'PROJECT_COMPANY', 'ECOSYSTEM_UNIT'] as const).map(
  (party) => ({ party, own: true }) as const,
);
const management = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;
const outcome = {
  outcome: { kind: 'text', label: '结果', max: 2000, multiline: true },
} as const;

/** 商业纠纷: reported by whoever takes part; for harm to the brand the owner unit answers to the management unit (article 54). */
export const disputeRecordLifecycle = lifecycle({
  noun: 'DisputeRecord',
  label: '商业纠纷',
  description:
    '商业活动引发的纠纷和诉讼，由参与的各方报告；损害品牌的，由管理单位追究业主单位的责任。诉讼本身在系统之外。',
  articles: [54],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    OPEN: { label: '处理中', tone: 'WAITING', awaits: 'OWNER' },
    SETTLED: { label: '已和解', tone: 'GOOD', awaits: 'MANAGEMENT_UNIT' },
    JUDGED: { label: '已裁判', tone: 'WARNING', awaits: 'MANAGEMENT_UNIT' },
    CLOSED: { label: '已办结', tone: 'NEUTRAL', final: true },
  },
  actions: {
    report: {
      label: '报告纠纷',
      effect: '管理单位、业主单位和项目公司收到通知。',
      from: null,
      to: 'OPEN',
      by: reporters,
      articles: [54],
      duties: ['54'],
      fields: {
        kind: { kind: 'choice', label: '种类', enumName: 'DisputeKind', options: DISPUTE_KINDS },
        parties: {
          kind: 'choices',
          label: '参与的各方',
          enumName: 'DisputeParty',
          options: DISPUTE_PARTIES,
        },
        activity: { kind: 'text', label: '所涉的商业活动', max: 200 },
        description: { kind: 'text', label: '情况说明', max: 4000, multiline: true },
        reference: {
          kind: 'text',
          label: '案号或文号',
          hint: '还没有的可不填',
          max: 100,
          optional: true,
        },
      },
      documents: { OTHER: 'OPTIONAL' },
      tells: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
    },
    assessImpact: {
      label: '认定对品牌的影响',
      effect: '有不良影响的，随即立案追究业主单位的责任，由管理单位牵头；追究之后才能办结。',
      from: ['OPEN', 'SETTLED', 'JUDGED'],
      to: null,
      by: [management],
      articles: [54],
      duties: ['54'],
      fields: {
        brandImpact: { kind: 'choice', label: '影响', enumName: 'BrandImpact', options: BRAND_IMPACTS },
      },
      reason: 'REQUIRED',
      tells: ['OWNER_UNIT', 'PROJECT_COMPANY'],
    },
    holdResponsible: {
      label: '追究责任',
      effect: '记下责任方和追责立案；责任方由办法定为业主单位。',
      from: ['OPEN', 'SETTLED', 'JUDGED'],
      to: null,
      by: [management],
      articles: [54],
      duties: ['54'],
      fields: {
        responsibleParty: {
          kind: 'choice',
          label: '责任方',
          enumName: 'DisputeParty',
          options: DISPUTE_PARTIES,
        },
        accountabilityNumber: {
          kind: 'text',
          label: '追责立案的编号',
          hint: '不填，用认定影响时所立的案',
          max: 32,
          optional: true,
        },
      },
      guards: [
        ({ record }) =>
          record!.brandImpact === 'ADVERSE'
            ? null
            : refuse('VALIDATION', {
                articles: [54],
                details: [{ path: '', message: '还没有认定对品牌有不良影响' }],
              }),
        ownerUnitAnswers,
        accountabilityIsKnown,
      ],
      reason: 'REQUIRED',
      tells: ['OWNER_UNIT', 'PROJECT_COMPANY'],
    },
    settle: {
      label: '登记和解',
      effect: '纠纷以和解结束，等管理单位办结。',
      from: ['OPEN'],
      to: 'SETTLED',
      by: reporters,
      articles: [54],
      duties: ['54'],
      fields: outcome,
      tells: ['MANAGEMENT_UNIT'],
    },
    recordJudgement: {
      label: '登记裁判',
      effect: '纠纷已有裁判，等管理单位办结。',
      from: ['OPEN'],
      to: 'JUDGED',
      by: reporters,
      articles: [54],
      duties: ['54'],
      fields: outcome,
      documents: { OTHER: 'OPTIONAL' },
      tells: ['MANAGEMENT_UNIT'],
    },
    close: {
      label: '办结',
      effect: '纠纷办结。',
      from: ['SETTLED', 'JUDGED'],
      to: 'CLOSED',
      by: [management],
      articles: [54],
      duties: ['54'],
      guards: [harmIsAnsweredFor],
      reason: 'OPTIONAL',
      tells: ['OWNER', 'OWNER_UNIT', 'PROJECT_COMPANY'],
    },
  },
});
