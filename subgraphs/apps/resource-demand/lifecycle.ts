import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { AppFacts } from '../app/facts.ts';
import { DELIVERY_FORMS, DEMAND_KINDS } from '../choices.ts';
import { mayProvide, type Provider } from '../provider.ts';

export interface ResourceDemandFacts {
  /** The unit whose demand it is. */
  provider: Provider;
  /** The app that the input names. */
  app: AppFacts | null;
  /** The state of the batch that the input names, else that of the record; null when there is none. */
  batchState: string | null;
}

type DemandGuard = Guard<ResourceDemandFacts>;

const particulars = {
  kind: { kind: 'choice', label: '资源种类', enumName: 'ResourceDemandKind', options: DEMAND_KINDS },
  purpose: { kind: 'text', label: '用途', hint: '要什么、做什么用', max: 2000, multiline: true },
  appId: { kind: 'reference', label: '用在哪个应用', of: 'apps', optional: true },
  expectedSupplier: {
    kind: 'text',
    label: '资源可能在哪个单位',
    hint: '知道的填写；由项目公司联系，不要自行申请',
    max: 100,
    optional: true,
  },
} as const satisfies Fields;

const entitled: DemandGuard = ({ facts: { provider }, today }) =>
  mayProvide(provider, { serviceClass: 'MARKET', industryCategory: null }, today);

const appIsOwn: DemandGuard = ({ facts: { app }, input, viewer }) =>
  input && input.appId !== null && app?.organizationId !== viewer.organizationId
    ? refuse('VALIDATION', {
        details: [{ path: 'appId', message: '用在哪个应用：没有这个应用，或它不属于本单位' }],
      })
    : null;

/** A batch that was put forward, or that the system dissolves, is not changed by hand. */
const batchIsOpen: DemandGuard = ({ facts: { batchState }, record, input, viewer }) =>
  viewer.via !== 'SYSTEM' && (input?.batchId || record?.batchId) && batchState !== 'DRAFT'
    ? refuse('VALIDATION', {
        articles: [36],
        details: [{ path: 'batchId', message: '需求批次：没有这个批次，或它已经报请同意' }],
      })
    : null;

/** Article 36: the company approaches nobody without the management unit's consent. */
const isConsented: Guard = ({ record }) =>
  record!.state === 'CONSENTED'
    ? null
    : refuse('APPROVAL_REQUIRED', {
        articles: [36],
        remedy: '请先把需求归集成批，报请管理单位同意。',
      });

/** Article 34: of public data a unit gets what was made of it, never the data itself. */
const isNoRawData: Guard = ({ record, input }) => {
  if (!input || record!.kind !== 'DATA') return null;
  if (input.deliveryForm === 'RAW') return refuse('RAW_DATA_TO_THIRD_PARTY');
  return input.deliveryForm === 'OTHER'
    ? refuse('VALIDATION', {
        details: [{ path: 'deliveryForm', message: '交付形式：数据须选加工后的结果或接口' }],
      })
    : null;
};

const unit = { party: 'ECOSYSTEM_UNIT', own: true } as const;
const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] } as const;
const approver = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] } as const;
const system = { party: 'SYSTEM' } as const;

/** 资源需求: a unit tells the company what it needs; the company procures it after consent, and hands it on (article 36). */
export const resourceDemandLifecycle = lifecycle({
  noun: 'ResourceDemand',
  label: '资源需求',
  description:
    '生态单位对数据、应用、政策等资源的需求。由项目公司归集，经管理单位逐项同意后联系有关单位，再转供使用；生态单位不自行向有关单位申请。',
  articles: [34, 36],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    SUBMITTED: { label: '已提出', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    CONSOLIDATED: { label: '已归集', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    PENDING_CONSENT: { label: '待同意', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    CONSENTED: { label: '已同意，待对接', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    REFUSED: { label: '未获同意', tone: 'BAD', final: true },
    LIAISING: { label: '对接中', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    PROVIDED: { label: '已提供，待转供', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    HANDED_OVER: { label: '已转供', tone: 'GOOD', final: true },
    UNAVAILABLE: { label: '无法提供', tone: 'BAD', final: true },
    WITHDRAWN: { label: '已撤回', tone: 'NEUTRAL', final: true },
  },
  actions: {
    submit: {
      label: '提出',
      effect: '交项目公司归集。',
      from: null,
      to: 'SUBMITTED',
      by: [unit],
      articles: [36],
      duties: ['36.2'],
      fields: particulars,
      guards: [entitled, appIsOwn],
      tells: ['PROJECT_COMPANY'],
    },
    amend: {
      label: '修改',
      effect: '更新需求。',
      from: ['SUBMITTED'],
      to: null,
      by: [unit],
      articles: [36],
      duties: ['36.2'],
      fields: particulars,
      guards: [appIsOwn],
    },
    withdraw: {
      label: '撤回',
      effect: '不再需要。',
      from: ['SUBMITTED'],
      to: 'WITHDRAWN',
      by: [unit],
      articles: [36],
      duties: ['36.2'],
      reason: 'OPTIONAL',
      negative: true,
      tells: ['PROJECT_COMPANY'],
    },
    consolidate: {
      label: '归集',
      effect: '列入需求批次，随批次报请同意。',
      from: ['SUBMITTED'],
      to: 'CONSOLIDATED',
      by: [company],
      articles: [36],
      duties: ['36.2'],
      fields: {
        batchId: {
          kind: 'reference',
          label: '需求批次',
          hint: '还没有报请同意的批次',
          of: 'resourceDemandBatches',
        },
      },
      guards: [batchIsOpen],
    },
    leaveBatch: {
      label: '移出批次',
      effect: '回到待归集。',
      from: ['CONSOLIDATED'],
      to: 'SUBMITTED',
      by: [company, system],
      articles: [36],
      duties: ['36.2'],
      guards: [batchIsOpen],
    },
    askConsent: {
      label: '随批次报请同意',
      effect: '等待管理单位逐项决定。',
      from: ['CONSOLIDATED'],
      to: 'PENDING_CONSENT',
      by: [system],
      articles: [36],
      duties: ['36.2'],
      tells: ['OWNER'],
    },
    consent: {
      label: '同意',
      effect: '项目公司可以联系有关单位。',
      from: ['PENDING_CONSENT'],
      to: 'CONSENTED',
      by: [approver],
      articles: [3, 36],
      duties: ['36.2'],
      reason: 'OPTIONAL',
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    refuse: {
      label: '不同意',
      effect: '这一项到此为止；情况有变可以重新提出。',
      from: ['PENDING_CONSENT'],
      to: 'REFUSED',
      by: [approver],
      articles: [3, 36],
      duties: ['36.2'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    startLiaison: {
      label: '开始对接',
      effect: '记下由哪个单位提供。',
      from: ['SUBMITTED', 'CONSOLIDATED', 'PENDING_CONSENT', 'CONSENTED'],
      to: 'LIAISING',
      by: [company],
      articles: [36],
      duties: ['36.2'],
      fields: { supplier: { kind: 'text', label: '提供单位', max: 100 } },
      guards: [isConsented],
      tells: ['OWNER'],
    },
    recordSupply: {
      label: '登记提供',
      effect: '资源已由有关单位提供，接着转供。',
      from: ['LIAISING'],
      to: 'PROVIDED',
      by: [company],
      articles: [36],
      duties: ['36.2'],
      fields: { supplyReference: { kind: 'text', label: '提供凭据', hint: '文号、目录编号等', max: 200 } },
      tells: ['OWNER'],
    },
    reportUnavailable: {
      label: '无法提供',
      effect: '告知提出单位，这一项到此为止。',
      from: ['LIAISING'],
      to: 'UNAVAILABLE',
      by: [company],
      articles: [36],
      duties: ['36.2'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    handOver: {
      label: '转供',
      effect: '资源交提出单位使用。',
      from: ['PROVIDED'],
      to: 'HANDED_OVER',
      by: [company],
      articles: [34, 36],
      duties: ['36.2'],
      fields: {
        deliveryForm: {
          kind: 'choice',
          label: '交付形式',
          hint: '数据只能交付加工后的结果或接口',
          enumName: 'DeliveryForm',
          options: DELIVERY_FORMS,
        },
      },
      guards: [isNoRawData],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
  },
});
