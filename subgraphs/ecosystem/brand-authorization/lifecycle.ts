import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { inWords, type RefusalDetail, refuse } from '@zgt/runtime/refusal.ts';
import { BRAND_ACTIVITIES, BRAND_CHANNELS } from '../choices.ts';

interface Term {
  activities: readonly string[];
  validFrom: string;
  validUntil: string;
}

/** What a brand authorization is judged by: where the unit stands, and what the trademark licence allows. */
export interface BrandFacts {
  unitState: string | null;
  agreement: (Term & { state: string }) | null;
  /** The licences in force for the mark, the one that lasts longest first. */
  licenses: readonly Term[];
  openStopOrder: string | null;
}

type BrandGuard = Guard<BrandFacts>;

const unitIsActive: BrandGuard = ({ facts }) =>
  facts.unitState === 'ACTIVE' ? null : refuse('UNIT_NOT_APPROVED');

const agreementInForce: BrandGuard = ({ facts }) =>
  facts.agreement?.state === 'IN_FORCE' ? null : refuse('AGREEMENT_REQUIRED', { articles: [48, 38] });

const noOpenStopOrder: BrandGuard = ({ facts }) =>
  facts.openStopOrder === null
    ? null
    : refuse('ACTIVITY_STOPPED', {
        details: [{ path: '', message: `叫停令 ${facts.openStopOrder} 尚未办结` }],
      });

function termOf({ record, input }: Parameters<BrandGuard>[0]): Term | null {
  return (input && 'validUntil' in input ? input : record) as Term | null;
}

const termInOrder: BrandGuard = (given) => {
  const term = given.input && termOf(given);
  if (!term) return null;
  if (term.validUntil < term.validFrom)
    return refuse('VALIDATION', {
      details: [{ path: 'validUntil', message: '使用期限：截止日不能早于起始日' }],
    });
  if (term.validUntil < given.today)
    return refuse('VALIDATION', { details: [{ path: 'validUntil', message: '使用期限：截止日已经过去' }] });
  return null;
};

const insideAgreement: BrandGuard = (given) => {
  const { agreement } = given.facts;
  const term = termOf(given);
  if (!term || !agreement) return null;
  const wider = term.activities.filter((activity) => !agreement.activities.includes(activity));
  const details = [
    ...(wider.length > 0
      ? [
          {
            path: 'activities',
            message: `协议未包括${inWords(wider, BRAND_ACTIVITIES)}，只包括${inWords(agreement.activities, BRAND_ACTIVITIES)}`,
          },
        ]
      : []),
    ...(term.validUntil > agreement.validUntil
      ? [{ path: 'validUntil', message: `协议只到 ${agreement.validUntil}` }]
      : []),
  ];
  return details.length === 0 ? null : refuse('AGREEMENT_SCOPE_EXCEEDED', { articles: [52, 38], details });
};

function licenseFaults(term: Term, license: Term): RefusalDetail[] {
  const wider = term.activities.filter((activity) => !license.activities.includes(activity));
  return [
    ...(wider.length > 0
      ? [
          {
            path: 'activities',
            message: `商标许可未包括${inWords(wider, BRAND_ACTIVITIES)}，只包括${inWords(license.activities, BRAND_ACTIVITIES)}`,
          },
        ]
      : []),
    ...(term.validFrom < license.validFrom || term.validUntil > license.validUntil
      ? [{ path: 'validUntil', message: `商标许可期为 ${license.validFrom} 至 ${license.validUntil}` }]
      : []),
  ];
}

const insideLicense: BrandGuard = (given) => {
  const [longest, ...others] = given.facts.licenses;
  if (!longest) return refuse('TRADEMARK_LICENSE_REQUIRED');
  const term = termOf(given);
  if (!term) return null;
  const details = licenseFaults(term, longest);
  if (details.length === 0 || others.some((license) => licenseFaults(term, license).length === 0))
    return null;
  return refuse('TRADEMARK_LICENSE_REQUIRED', { details });
};

const notOver: BrandGuard = ({ record, today }) =>
  record && (record.validUntil as string) < today
    ? refuse('VALIDATION', { details: [{ path: '', message: '申请的使用期限已经届满，请重新申请' }] })
    : null;

const basisNamed: BrandGuard = ({ input, viewer }) =>
  input && viewer.via !== 'SYSTEM' && !input.clause ? refuse('BASIS_REQUIRED', { articles: [52] }) : null;

const applicant = { party: 'ECOSYSTEM_UNIT', own: true } as const;
const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'BRAND_MANAGER'] } as const;
const approver = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] } as const;
const system = { party: 'SYSTEM' } as const;
const endOfTerm = (record: Row) => endOfShanghaiDay(record.validUntil as string);

/** 品牌授权: the company's grant is void until the management unit consents (article 50). */
export const brandAuthorizationLifecycle = lifecycle({
  noun: 'BrandAuthorization',
  label: '品牌授权',
  description:
    '项目公司授权生态单位使用智桂通品牌。管理单位同意之前不生效；有范围、有期限、可核验、可立即撤销。',
  articles: [48, 50, 52],
  readers: ['MANAGEMENT_UNIT', 'INFRASTRUCTURE_PROVIDER', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    REQUESTED: { label: '待项目公司授权', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    PENDING_CONSENT: { label: '待管理单位同意', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    EFFECTIVE: { label: '生效', tone: 'GOOD' },
    SUSPENDED: { label: '已暂停', tone: 'WARNING' },
    REVOKED: { label: '已撤销', tone: 'BAD', final: true },
    EXPIRED: { label: '已到期', tone: 'NEUTRAL', final: true },
    REFUSED: { label: '管理单位不同意', tone: 'BAD', final: true },
    DECLINED: { label: '项目公司不授权', tone: 'BAD', final: true },
    WITHDRAWN: { label: '已撤回', tone: 'NEUTRAL', final: true },
  },
  actions: {
    request: {
      label: '申请',
      effect: '交项目公司审核；在管理单位同意之前不得使用品牌。',
      from: null,
      to: 'REQUESTED',
      by: [applicant],
      articles: [48, 50],
      duties: ['50.1', '48'],
      fields: {
        trademarkId: { kind: 'reference', label: '商标', of: 'trademarks' },
        purpose: {
          kind: 'text',
          label: '用途',
          hint: '用在什么产品或服务上，为了什么',
          max: 500,
          multiline: true,
        },
        activities: {
          kind: 'choices',
          label: '活动种类',
          enumName: 'BrandActivity',
          options: BRAND_ACTIVITIES,
        },
        channels: { kind: 'choices', label: '渠道', enumName: 'BrandChannel', options: BRAND_CHANNELS },
        regions: {
          kind: 'texts',
          label: '地域',
          hint: '例如：广西全区、南宁市；每行一个',
          max: 30,
          maxItems: 20,
        },
        materials: { kind: 'texts', label: '使用的样式和物料', hint: '每行一种', max: 100, maxItems: 20 },
        validFrom: { kind: 'date', label: '使用起始日' },
        validUntil: { kind: 'date', label: '使用截止日' },
      },
      documents: { USAGE_PLAN: 'REQUIRED', SAMPLE_ARTWORK: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [unitIsActive, agreementInForce, noOpenStopOrder, termInOrder, insideAgreement],
      tells: ['PROJECT_COMPANY'],
      starts: [
        {
          name: 'endorse',
          title: '审核品牌授权申请',
          articles: [50],
          owedBy: 'PROJECT_COMPANY',
          parameter: 'brand.endorse_reminder_working_days',
        },
      ],
    },
    withdraw: {
      label: '撤回',
      effect: '本次申请结束，可重新申请。',
      from: ['REQUESTED', 'PENDING_CONSENT'],
      to: 'WITHDRAWN',
      by: [applicant],
      articles: [50],
      duties: ['50.1'],
      reason: 'OPTIONAL',
      negative: true,
      tells: ['PROJECT_COMPANY'],
    },
    endorse: {
      label: '授权，报请同意',
      effect: '项目公司作出授权并报管理单位；管理单位同意之前仍不生效。',
      from: ['REQUESTED'],
      to: 'PENDING_CONSENT',
      by: [company],
      articles: [50],
      duties: ['50.1', '49.2'],
      fields: { endorsement: { kind: 'text', label: '授权意见', max: 500, multiline: true } },
      guards: [unitIsActive, agreementInForce, noOpenStopOrder, notOver, insideAgreement, insideLicense],
      notBy: ['request'],
      tells: ['MANAGEMENT_UNIT', 'OWNER'],
      ends: ['endorse'],
      starts: [
        {
          name: 'consent',
          title: '同意或不同意品牌授权',
          articles: [50],
          owedBy: 'MANAGEMENT_UNIT',
          parameter: 'brand.consent_reminder_working_days',
        },
      ],
    },
    decline: {
      label: '不予授权',
      effect: '本次申请结束，可修改后重新申请。',
      from: ['REQUESTED'],
      to: 'DECLINED',
      by: [company],
      articles: [50],
      duties: ['50.1'],
      reason: 'REQUIRED',
      negative: true,
      notBy: ['request'],
      tells: ['OWNER'],
    },
    consent: {
      label: '同意授权',
      effect: '立即生效并签发证书，任何人可凭编号核验；申请单位和项目公司收到通知。',
      from: ['PENDING_CONSENT'],
      to: 'EFFECTIVE',
      by: [approver],
      articles: [3, 50],
      duties: ['50.1', '50.2', '3', '49.2'],
      reason: 'OPTIONAL',
      guards: [unitIsActive, agreementInForce, noOpenStopOrder, notOver, insideLicense],
      notBy: ['request', 'endorse'],
      tells: ['OWNER', 'PROJECT_COMPANY'],
      ends: ['consent'],
      starts: [
        {
          name: 'validity',
          title: '使用期限届满',
          articles: [50],
          owedBy: 'OWNER',
          until: endOfTerm,
          action: 'expire',
        },
        {
          name: 'expiryReminder',
          title: '品牌授权即将到期',
          articles: [50],
          owedBy: 'OWNER',
          parameter: 'brand.expiry_reminder_days',
          before: (authorization) => authorization.validUntil as string,
        },
      ],
    },
    refuse: {
      label: '不同意',
      effect: '授权不生效；申请单位可按理由修改后重新申请。',
      from: ['PENDING_CONSENT'],
      to: 'REFUSED',
      by: [approver],
      articles: [50],
      duties: ['50.1'],
      reason: 'REQUIRED',
      negative: true,
      notBy: ['request', 'endorse'],
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    orderSuspension: {
      label: '责成暂停',
      effect: '项目公司须在规定工作日内暂停该授权。',
      from: ['EFFECTIVE'],
      to: 'EFFECTIVE',
      by: [approver],
      articles: [49],
      duties: ['49.3'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['PROJECT_COMPANY', 'OWNER'],
      starts: [
        {
          name: 'suspensionOrder',
          title: '按管理单位要求暂停品牌授权',
          articles: [49],
          owedBy: 'PROJECT_COMPANY',
          parameter: 'brand.suspension_order_working_days',
        },
      ],
    },
    suspend: {
      label: '暂停',
      effect: '立即停止使用；核验页显示已暂停。',
      from: ['EFFECTIVE'],
      to: 'SUSPENDED',
      by: [company, system],
      articles: [52],
      duties: ['50.1', '52.2', '49.2'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      ends: ['suspensionOrder'],
    },
    reinstate: {
      label: '恢复',
      effect: '授权在原范围和期限内恢复生效。',
      from: ['SUSPENDED'],
      to: 'EFFECTIVE',
      by: [company],
      articles: [52],
      duties: ['50.1'],
      reason: 'REQUIRED',
      guards: [unitIsActive, agreementInForce, noOpenStopOrder, notOver, insideLicense],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    revoke: {
      label: '撤销',
      effect: '立即失效且不可恢复；核验页显示已撤销。',
      from: ['EFFECTIVE', 'SUSPENDED'],
      to: 'REVOKED',
      by: [company, system],
      articles: [52],
      duties: ['50.1', '52.2'],
      fields: { clause: { kind: 'text', label: '所依据的协议条款', max: 200, optional: true } },
      reason: 'REQUIRED',
      guards: [basisNamed],
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    expire: {
      label: '到期',
      effect: '使用期限或商标许可届满，自动失效。',
      from: ['EFFECTIVE', 'SUSPENDED'],
      to: 'EXPIRED',
      by: [system],
      articles: [49, 50],
      duties: ['50.1', '49.2'],
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    lapse: {
      label: '失效',
      effect: '申请单位资格终止，申请随之结束。',
      from: ['REQUESTED', 'PENDING_CONSENT'],
      to: 'WITHDRAWN',
      by: [system],
      articles: [7, 50],
      duties: ['7.3'],
      tells: ['OWNER'],
    },
  },
});
