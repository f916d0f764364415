import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { BASE_LAYERS, CAPABILITY_CATEGORIES, CAPABILITY_TIERS } from '../choices.ts';
import { mayProvide, PROVIDERS, type Provider } from '../provider.ts';

export interface CapabilityFacts {
  /** The published base capability of another record in the same category, by code; null when there is none. */
  baseInCategory: string | null;
  /** The unit that wants to register one; null for records that are there, and for others. */
  provider: Provider | null;
}

const CODE = /^[A-Z][A-Z0-9]*(\.[A-Z][A-Z0-9]*)+$/;

const fields = {
  code: { kind: 'text', label: '能力编码', hint: '大写英文，用点分级，例如 IDENTITY.LOGIN', max: 40 },
  name: { kind: 'text', label: '能力名称', max: 60 },
  category: { kind: 'choice', label: '类别', enumName: 'CapabilityCategory', options: CAPABILITY_CATEGORIES },
  tier: { kind: 'choice', label: '层级', enumName: 'CapabilityTier', options: CAPABILITY_TIERS },
  baseLayer: {
    kind: 'choice',
    label: '所在底座层',
    hint: '底座能力必填，扩展能力不填',
    enumName: 'BaseLayer',
    options: BASE_LAYERS,
    optional: true,
  },
  description: {
    kind: 'text',
    label: '说明',
    hint: '能做什么、怎样调用、返回什么',
    max: 2000,
    multiline: true,
  },
  versionText: { kind: 'text', label: '接口版本', hint: '例如 1.0.0', max: 16 },
  returnedFields: {
    kind: 'texts',
    label: '返回的字段',
    hint: '每行一个字段名，例如 verdict；申请者须逐项写明用途，只能取得写明的字段',
    max: 60,
    maxItems: 100,
    optional: true,
  },
  dailyQuota: {
    kind: 'integer',
    label: '每日限额',
    hint: '单个凭证每天最多可以调用的次数',
    min: 1,
    max: 100_000_000,
    unit: '次',
  },
} as const satisfies Fields;

const endNotice = {
  kind: 'text',
  label: '告知使用单位的话',
  hint: '在公告中公开显示；写明由什么替代、怎样迁移、到什么时候',
  max: 1000,
  multiline: true,
} as const;

const endsLater: Guard = ({ input, today }) =>
  input && typeof input.endsOn === 'string' && input.endsOn <= today
    ? refuse('VALIDATION', { details: [{ path: 'endsOn', message: '计划撤下日期：应在今天之后' }] })
    : null;

/** What the users of a capability were told about its end holds. */
const dayHasCome: Guard = ({ record, today }) => {
  const { endsOn } = record!;
  return typeof endsOn === 'string' && today < endsOn
    ? refuse('TOO_EARLY', {
        message: `公告的撤下日期是 ${endsOn}，在此之前不能撤下。`,
        articles: [18],
        remedy: '请在这一天之后再办；个别凭证有安全问题的，可以单独暂停或撤销。',
      })
    : null;
};

const codeWellFormed: Guard = ({ input }) =>
  input && !CODE.test(input.code as string)
    ? refuse('VALIDATION', {
        details: [{ path: 'code', message: '能力编码：应为用点分级的大写英文，例如 IDENTITY.LOGIN' }],
      })
    : null;

const FIELD = /^[A-Za-z][A-Za-z0-9_.]*$/;

const fieldsWellFormed: Guard = ({ input }) => {
  const wrong = ((input?.returnedFields ?? []) as string[]).filter((name) => !FIELD.test(name));
  const message = `返回的字段：“${wrong.join('、')}”应为字母开头的字段名，例如 holder.name`;
  return wrong.length === 0 ? null : refuse('VALIDATION', { details: [{ path: 'returnedFields', message }] });
};

const layerFitsTier: Guard = ({ input }) => {
  if (!input || (input.tier === 'BASE') === (input.baseLayer !== null)) return null;
  const message = input.tier === 'BASE' ? '所在底座层：底座能力必填' : '所在底座层：扩展能力不填';
  return refuse('VALIDATION', { details: [{ path: 'baseLayer', message }] });
};

const taken = ({ baseInCategory }: CapabilityFacts) =>
  baseInCategory === null
    ? null
    : refuse('DUPLICATE_BASE_CAPABILITY', {
        details: [{ path: 'category', message: `底座已有同类能力 ${baseInCategory}` }],
      });

const categoryIsFree: Guard<CapabilityFacts> = ({ facts }) => taken(facts);

/** Article 18: what the base gives comes from the company; articles 7 and 38: a unit offers more while it is entitled to. */
const offersWhatItMay: Guard<CapabilityFacts> = ({ facts, input, viewer, today }) => {
  if (viewer.party === 'PROJECT_COMPANY') return null;
  const anyIndustry = { serviceClass: null, industryCategory: null };
  const barred = facts.provider && mayProvide(facts.provider, anyIndustry, today);
  if (barred || !input) return barred;
  if (input.tier === 'BASE')
    return refuse('FORBIDDEN_ROLE', {
      message: '底座能力由项目公司统一提供，服务提供方只能登记扩展能力。',
      articles: [18],
      remedy: '请把层级改为扩展能力；底座缺少的能力，请向项目公司提出。',
    });
  return taken(facts);
};

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] } as const;
/** Members of the organisation that registered it. */
const makers = [{ ...company, own: true }, ...PROVIDERS] as const;

/** 能力: what the base gives is given once, by the project company alone; service providers may add to it (articles 11 and 18). */
export const capabilityLifecycle = lifecycle({
  noun: 'Capability',
  label: '能力',
  description:
    '能力目录中的一项：底座统一提供的接口能力由项目公司登记，扩展能力服务提供方也可以登记；都由项目公司发布，生态单位凭协议申请使用。',
  articles: [18, 19, 38],
  readers: ['PUBLIC', 'MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  publicStates: ['PUBLISHED', 'DEPRECATED', 'WITHDRAWN'],
  states: {
    DRAFT: { label: '草稿', tone: 'NEUTRAL', awaits: 'PROJECT_COMPANY' },
    PUBLISHED: { label: '已发布', tone: 'GOOD' },
    DEPRECATED: { label: '不再推荐', tone: 'WARNING' },
    WITHDRAWN: { label: '已撤下', tone: 'BAD', final: true },
    DISCARDED: { label: '已作废', tone: 'NEUTRAL', final: true },
  },
  actions: {
    draft: {
      label: '登记',
      effect: '建立能力草稿，交项目公司发布；发布之前可以修改，外界看不到。',
      from: null,
      to: 'DRAFT',
      by: makers,
      othersAreTold: 'NOT_A_SERVICE_PROVIDER',
      articles: [11, 18, 38],
      duties: ['11', '18.1'],
      fields,
      guards: [codeWellFormed, layerFitsTier, fieldsWellFormed, offersWhatItMay],
    },
    amend: {
      label: '修改',
      effect: '更新能力草稿。',
      from: ['DRAFT'],
      to: 'DRAFT',
      by: makers,
      articles: [18],
      duties: ['18.1'],
      fields,
      guards: [codeWellFormed, layerFitsTier, fieldsWellFormed, offersWhatItMay],
    },
    publish: {
      label: '发布',
      effect: '进入公开的能力目录，可以被申请；发布后不能再改。',
      from: ['DRAFT'],
      to: 'PUBLISHED',
      by: [company],
      articles: [18, 19],
      duties: ['18.1'],
      guards: [categoryIsFree],
      tells: ['MANAGEMENT_UNIT', 'OWNER'],
    },
    deprecate: {
      label: '标为不再推荐',
      effect: '立即公告，使用它的单位各得一份通知；不再接受新的申请，已发放的凭证照常使用到期满或撤下。',
      from: ['PUBLISHED'],
      to: 'DEPRECATED',
      by: [company],
      articles: [18, 19],
      duties: ['18.1'],
      fields: {
        endNotice,
        endsOn: {
          kind: 'date',
          label: '计划撤下日期',
          hint: '填写之后，在这一天之前不能撤下；还没有计划的不填',
          optional: true,
        },
      },
      guards: [endsLater],
      reason: 'REQUIRED',
      negative: true,
      tells: ['MANAGEMENT_UNIT'],
    },
    withdraw: {
      label: '撤下',
      effect: '立即公告并从能力目录中撤下，不可恢复；还在用的凭证随之撤销，未办结的申请随之结束。',
      from: ['DEPRECATED'],
      to: 'WITHDRAWN',
      by: [company],
      articles: [18, 19],
      duties: ['18.1'],
      fields: { endNotice },
      guards: [dayHasCome],
      reason: 'REQUIRED',
      negative: true,
      tells: ['MANAGEMENT_UNIT'],
    },
    discard: {
      label: '作废草稿',
      effect: '草稿作废，外界始终没有看到过它。',
      from: ['DRAFT'],
      to: 'DISCARDED',
      by: [company, ...PROVIDERS],
      articles: [18],
      duties: ['18.1'],
      reason: 'OPTIONAL',
      negative: true,
      tells: ['OWNER'],
    },
  },
});
