import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { inWords, refuse } from '@zgt/runtime/refusal.ts';
import {
  AGREEMENT_CLAUSES,
  BRAND_ACTIVITIES,
  EXIT_GROUNDS,
  INDUSTRY_CATEGORIES,
  UNIT_TYPES,
  WORK_SCOPES,
} from '../choices.ts';
import { RESTRICTION_FIELD } from '../restriction-field.ts';

export interface UnitFacts {
  /** What still stands in the way of leaving in good order (article 42), in words. */
  openObligations: readonly string[];
  /** The unit's newest confirmed grade; null before the first, and where nothing asks for it. */
  grade: string | null;
}

const particulars = {
  name: { kind: 'text', label: '单位名称', hint: '与营业执照一致', max: 100 },
  unifiedSocialCreditCode: { kind: 'creditCode', label: '统一社会信用代码', hint: '18 位，末位为校验码' },
  unitType: { kind: 'choice', label: '单位类型', enumName: 'UnitType', options: UNIT_TYPES },
  registeredAddress: { kind: 'text', label: '注册地址', max: 200 },
  contactName: {
    kind: 'text',
    label: '联系人',
    hint: '须与联系人授权书一致。用途：就入驻、协议和应用与单位联系',
    max: 50,
  },
  contactPhone: {
    kind: 'phone',
    label: '联系电话',
    hint: '手机或带区号的固定电话；加密保存，对外遮蔽。用途：就入驻、协议和应用与单位联系',
  },
  workScopes: { kind: 'choices', label: '拟参与的工作', enumName: 'WorkScope', options: WORK_SCOPES },
} as const satisfies Fields;

const clause = { kind: 'text', label: '所依据的协议条款', hint: '例如：协议第 8 条', max: 200 } as const;

const onlyEnterprises: Guard = ({ record, input }) => {
  const unitType = record?.unitType ?? input?.unitType;
  return unitType === undefined || unitType === 'ENTERPRISE' ? null : refuse('NOT_AN_ENTERPRISE');
};

const notForAnotherParty: Guard = ({ viewer }) =>
  viewer.party === null || viewer.party === 'ECOSYSTEM_UNIT'
    ? null
    : refuse('FORBIDDEN_ROLE', {
        message: '您正代表其他单位办理，不能以它登记生态单位。',
        articles: [7],
        remedy: '请用企业自己的账号登录后登记。',
      });

const bindsToMeasure: Guard = ({ input }) =>
  input && Array.isArray(input.clauses) && !input.clauses.includes('ACCEPTS_MEASURE')
    ? refuse('AGREEMENT_CLAUSE_MISSING', {
        details: [{ path: 'clauses', message: '协议须含“遵守管理办法”条款' }],
      })
    : null;

const termInOrder: Guard = ({ input, today }) => {
  if (!input) return null;
  const { validFrom, validUntil } = input as { validFrom: string; validUntil: string };
  if (validUntil < validFrom)
    return refuse('VALIDATION', {
      details: [{ path: 'validUntil', message: '协议期限：截止日不能早于起始日' }],
    });
  if (validUntil < today)
    return refuse('VALIDATION', { details: [{ path: 'validUntil', message: '协议期限：截止日已经过去' }] });
  return null;
};

const scopeWithinRequest: Guard = ({ record, input }) => {
  if (!input || !record) return null;
  const asked = record.workScopes as string[];
  const wider = (input.agreementWorkScopes as string[]).filter((scope) => !asked.includes(scope));
  return wider.length === 0
    ? null
    : refuse('AGREEMENT_SCOPE_EXCEEDED', {
        articles: [7],
        details: [
          {
            path: 'agreementWorkScopes',
            message: `申请中没有${inWords(wider, WORK_SCOPES)}，只有${inWords(asked, WORK_SCOPES)}`,
          },
        ],
      });
};

const nothingLeftOpen: Guard<UnitFacts> = ({ facts }) =>
  facts.openObligations.length === 0
    ? null
    : refuse('EXIT_CHECKLIST_OPEN', {
        details: facts.openObligations.map((message) => ({ path: '', message })),
      });

/** Article 42: who is sent away because of its assessment has failed the last one. */
const failedItsAssessment: Guard<UnitFacts> = ({ facts: { grade }, input }) =>
  input?.exitGround !== 'ASSESSMENT' || grade === 'D'
    ? null
    : refuse('VALIDATION', {
        articles: [42],
        details: [
          {
            path: 'exitGround',
            message: `退出事由：最近一次已确认的考核${grade ? '不是不合格' : '还没有'}，不能以考核为由`,
          },
        ],
      });

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'REVIEWER'] } as const;
const authorizers = [company, { party: 'OWNER_UNIT' }] as const;
const approver = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] } as const;
const applicant = { party: 'ECOSYSTEM_UNIT', own: true } as const;

/** 生态单位入驻: an enterprise is authorized by the owner or the company, then approved by the management unit. */
export const ecosystemUnitLifecycle = lifecycle({
  noun: 'EcosystemUnit',
  label: '生态单位',
  description: '参与开放生态建设、运营、安全或商务的企业：先获业主单位或项目公司授权，再经管理单位批准。',
  articles: [7, 35, 42],
  readers: ['MANAGEMENT_UNIT', 'INFRASTRUCTURE_PROVIDER', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    DRAFT: { label: '草稿', tone: 'NEUTRAL', awaits: 'OWNER' },
    SUBMITTED: { label: '待授权', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    AUTHORIZED: { label: '已授权，待批准', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    ACTIVE: { label: '已批准', tone: 'GOOD' },
    SUSPENDED: { label: '已暂停', tone: 'WARNING' },
    EXITING: { label: '退出办理中', tone: 'WARNING', awaits: 'PROJECT_COMPANY' },
    EXITED: { label: '已退出', tone: 'NEUTRAL', final: true },
    TERMINATED: { label: '已终止', tone: 'BAD', final: true },
    DECLINED: { label: '未获授权', tone: 'BAD', final: true },
    REJECTED: { label: '未获批准', tone: 'BAD', final: true },
  },
  actions: {
    draft: {
      label: '登记',
      effect: '建立单位档案，登记人成为该单位负责人；提交之前可以修改。',
      from: null,
      to: 'DRAFT',
      by: [{ party: 'ACCOUNT' }],
      articles: [7],
      duties: ['7.1'],
      fields: particulars,
      guards: [notForAnotherParty],
    },
    amend: {
      label: '修改',
      effect: '更新单位档案。',
      from: ['DRAFT'],
      to: 'DRAFT',
      by: [applicant],
      articles: [7],
      duties: ['7.1'],
      fields: particulars,
    },
    submit: {
      label: '提交',
      effect: '交项目公司（或业主单位）审核授权；提交后不能自行修改。',
      from: ['DRAFT'],
      to: 'SUBMITTED',
      by: [applicant],
      articles: [7],
      duties: ['7.1', '7.2'],
      documents: { BUSINESS_LICENSE: 'REQUIRED', CONTACT_LETTER: 'REQUIRED', OTHER: 'OPTIONAL' },
      guards: [onlyEnterprises],
      tells: ['PROJECT_COMPANY'],
      starts: [
        {
          name: 'authorize',
          title: '审核并授权',
          articles: [7],
          owedBy: 'PROJECT_COMPANY',
          parameter: 'unit.authorize_reminder_working_days',
        },
      ],
    },
    return: {
      label: '退回补正',
      effect: '申请退回单位补正，可再次提交。',
      from: ['SUBMITTED'],
      to: 'DRAFT',
      by: authorizers,
      othersAreTold: 'AUTHORIZATION_SOURCE_INVALID',
      articles: [7],
      duties: ['7.1'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
      ends: ['authorize'],
    },
    decline: {
      label: '不予授权',
      effect: '本次申请结束，单位可重新登记。',
      from: ['SUBMITTED'],
      to: 'DECLINED',
      by: authorizers,
      othersAreTold: 'AUTHORIZATION_SOURCE_INVALID',
      articles: [7],
      duties: ['7.1', '7.2'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
      ends: ['authorize'],
    },
    authorize: {
      label: '授权',
      effect: '登记已签署的授权协议，交管理单位批准；协议在批准后才生效。',
      from: ['SUBMITTED'],
      to: 'AUTHORIZED',
      by: authorizers,
      othersAreTold: 'AUTHORIZATION_SOURCE_INVALID',
      articles: [7, 35, 46],
      duties: ['7.1', '7.2', '35.1', '13', '46.1'],
      fields: {
        agreementWorkScopes: {
          kind: 'choices',
          label: '授权的工作',
          enumName: 'WorkScope',
          options: WORK_SCOPES,
        },
        activities: {
          kind: 'choices',
          label: '可开展的商业活动',
          enumName: 'BrandActivity',
          options: BRAND_ACTIVITIES,
        },
        capabilityCodes: {
          kind: 'texts',
          label: '可申请的能力编码',
          hint: '能力目录中的编码，每行一个；填 * 表示全部',
          max: 60,
          maxItems: 50,
        },
        industryCategories: {
          kind: 'choices',
          label: '可提供应用的行业',
          hint: '不选表示不限行业',
          enumName: 'IndustryCategory',
          options: INDUSTRY_CATEGORIES,
          optional: true,
        },
        clauses: {
          kind: 'choices',
          label: '协议条款',
          enumName: 'AgreementClause',
          options: AGREEMENT_CLAUSES,
        },
        normNumbers: {
          kind: 'texts',
          label: '引用的商业规范',
          hint: '现行规范的编号，每行一个；有现行规范的须全部引用',
          max: 32,
          maxItems: 10,
          optional: true,
        },
        restrictiveTerms: RESTRICTION_FIELD,
        validFrom: { kind: 'date', label: '协议起始日' },
        validUntil: { kind: 'date', label: '协议截止日' },
      },
      documents: { SIGNED_AGREEMENT: 'REQUIRED', LEGAL_REVIEW: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [bindsToMeasure, termInOrder, scopeWithinRequest],
      notBy: ['draft', 'submit'],
      tells: ['MANAGEMENT_UNIT', 'OWNER'],
      ends: ['authorize'],
      starts: [
        {
          name: 'approve',
          title: '批准生态单位',
          articles: [7],
          owedBy: 'MANAGEMENT_UNIT',
          parameter: 'unit.approval_reminder_working_days',
        },
      ],
    },
    approve: {
      label: '批准',
      effect: '单位取得生态单位资格，授权协议同时生效。',
      from: ['AUTHORIZED'],
      to: 'ACTIVE',
      by: [approver],
      articles: [7],
      duties: ['7.1', '7.3', '35.1'],
      reason: 'OPTIONAL',
      notBy: ['draft', 'submit', 'authorize'],
      tells: ['OWNER', 'PROJECT_COMPANY'],
      ends: ['approve'],
      publishes: true,
    },
    reject: {
      label: '不予批准',
      effect: '本次申请结束，授权协议终止。',
      from: ['AUTHORIZED'],
      to: 'REJECTED',
      by: [approver],
      articles: [7],
      duties: ['7.1'],
      reason: 'REQUIRED',
      negative: true,
      notBy: ['draft', 'submit', 'authorize'],
      tells: ['OWNER', 'PROJECT_COMPANY'],
      ends: ['approve'],
    },
    suspend: {
      label: '暂停资格',
      effect: '品牌授权、能力凭证和程序凭证立即停用，直到恢复。',
      from: ['ACTIVE'],
      to: 'SUSPENDED',
      by: [company],
      articles: [52, 70],
      duties: ['52.2'],
      fields: { clause },
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      publishes: true,
    },
    resume: {
      label: '恢复资格',
      effect: '资格和授权协议恢复；品牌授权须逐项恢复。',
      from: ['SUSPENDED'],
      to: 'ACTIVE',
      by: [company],
      articles: [52],
      duties: ['52.2'],
      reason: 'REQUIRED',
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      publishes: true,
    },
    startExit: {
      label: '启动退出',
      effect: '开始办理退出；清单全部了结后才能完成。',
      from: ['ACTIVE', 'SUSPENDED'],
      to: 'EXITING',
      by: [applicant, company],
      articles: [42, 53],
      duties: ['42.1', '42.2'],
      fields: {
        exitGround: {
          kind: 'choice',
          label: '退出事由',
          hint: '单位自己退出的可不选；以考核为由的，最近一次考核须是不合格',
          enumName: 'ExitGround',
          options: EXIT_GROUNDS,
          optional: true,
        },
      },
      guards: [failedItsAssessment],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
      publishes: true,
    },
    completeExit: {
      label: '完成退出',
      effect: '单位退出生态，授权协议终止。',
      from: ['EXITING'],
      to: 'EXITED',
      by: [company],
      articles: [42],
      duties: ['42.2'],
      reason: 'OPTIONAL',
      guards: [nothingLeftOpen],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      publishes: true,
    },
    terminate: {
      label: '终止资格',
      effect: '品牌授权撤销，凭证作废，授权协议终止，立即生效且不可恢复。',
      from: ['ACTIVE', 'SUSPENDED', 'EXITING'],
      to: 'TERMINATED',
      by: [company, { party: 'SYSTEM' }],
      articles: [52, 70],
      duties: ['52.2', '42.2'],
      fields: { clause },
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      publishes: true,
    },
  },
});
