import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import {
  ACCESS_MODES,
  CONTENT_CATEGORIES,
  INDUSTRY_CATEGORIES,
  MARKET_KINDS,
  PUBLIC_KINDS,
  SERVICE_CLASSES,
  SERVICE_DOMAINS,
} from '../choices.ts';
import { mayProvide, PROVIDERS, type Provider } from '../provider.ts';

export interface AppOwnFacts {
  provider: Provider;
}

type AppGuard = Guard<AppOwnFacts>;

const particulars = {
  name: { kind: 'text', label: '应用名称', hint: '展示给用户的名称', max: 60 },
  serviceClass: {
    kind: 'choice',
    label: '服务类别',
    hint: '首次上架之后不能再改',
    enumName: 'ServiceClass',
    options: SERVICE_CLASSES,
  },
  publicKind: {
    kind: 'choice',
    label: '公共服务种类',
    hint: '公共服务必填',
    enumName: 'PublicServiceKind',
    options: PUBLIC_KINDS,
    optional: true,
  },
  marketKind: {
    kind: 'choice',
    label: '市场化服务种类',
    hint: '市场化服务必填',
    enumName: 'MarketServiceKind',
    options: MARKET_KINDS,
    optional: true,
  },
  industryCategory: {
    kind: 'choice',
    label: '行业类别',
    hint: '上架之前须选定；生态单位须在授权协议的范围之内',
    enumName: 'IndustryCategory',
    options: INDUSTRY_CATEGORIES,
    optional: true,
  },
  domains: {
    kind: 'choices',
    label: '服务领域',
    hint: '配置版本之前须选定，可以多选',
    enumName: 'ServiceDomain',
    options: SERVICE_DOMAINS,
    optional: true,
  },
  contentCategories: {
    kind: 'choices',
    label: '包含的内容类别',
    hint: '发布内容之前须声明；不发布内容的不填',
    enumName: 'ContentCategory',
    options: CONTENT_CATEGORIES,
    optional: true,
  },
  accessMode: { kind: 'choice', label: '接入方式', enumName: 'AccessMode', options: ACCESS_MODES },
  purpose: {
    kind: 'text',
    label: '服务内容',
    hint: '给谁用、办什么事',
    max: 500,
    multiline: true,
  },
} as const satisfies Fields;

const opsProfile = {
  opsOwner: { kind: 'text', label: '运维负责人', hint: '岗位或姓名', max: 50 },
  opsPhone: { kind: 'phone', label: '全天候值守电话' },
  opsHosting: { kind: 'text', label: '部署位置和基础设施', max: 500, multiline: true },
  maintenancePlan: { kind: 'text', label: '日常维护计划', max: 2000, multiline: true },
  emergencyPlan: {
    kind: 'text',
    label: '应急预案',
    hint: '分级、联系人、恢复步骤',
    max: 5000,
    multiline: true,
  },
  lastDrillOn: { kind: 'date', label: '最近一次演练日期', optional: true },
} as const satisfies Fields;

const kindFitsClass: AppGuard = ({ input }) => {
  if (!input) return null;
  const isPublic = input.serviceClass === 'PUBLIC';
  const details = [
    ...((input.publicKind !== null) === isPublic
      ? []
      : [{ path: 'publicKind', message: `公共服务种类：${isPublic ? '公共服务必填' : '市场化服务不填'}` }]),
    ...((input.marketKind !== null) === !isPublic
      ? []
      : [{ path: 'marketKind', message: `市场化服务种类：${isPublic ? '公共服务不填' : '市场化服务必填'}` }]),
  ];
  return details.length > 0 ? refuse('VALIDATION', { details }) : null;
};

const classStays: AppGuard = ({ record, input }) =>
  record && record.firstListedAt !== null && input && input.serviceClass !== record.serviceClass
    ? refuse('SERVICE_CLASS_FROZEN')
    : null;

const entitled: AppGuard = ({ facts, record, input, today }) =>
  mayProvide(
    facts.provider,
    {
      serviceClass: input?.serviceClass ?? record?.serviceClass,
      industryCategory: input ? input.industryCategory : record?.industryCategory,
    },
    today,
  );

/** What a listed app was found by is not taken away from it. */
const keepsDomains: AppGuard = ({ record, input }) =>
  record && record.state !== 'DRAFT' && input && input.domains === null
    ? refuse('VALIDATION', { details: [{ path: 'domains', message: '服务领域：至少选择一项' }] })
    : null;

/** Article 40: market apps are recommended by their score; by hand only the order of those that have one is set. */
const isScored: AppGuard = ({ record }) =>
  record!.serviceClass !== 'MARKET'
    ? refuse('VALIDATION', {
        articles: [40],
        details: [{ path: '', message: '应用：公共服务应用不参加评分和推荐' }],
      })
    : record!.score === null
      ? refuse('VALIDATION', {
          articles: [40],
          details: [{ path: '', message: '应用：还没有评分，每月初评上一个月' }],
        })
      : null;

const system = { party: 'SYSTEM' } as const;

/** 服务应用: of one regime from its first listing on; its states follow what is decided about versions and delisting. */
export const appLifecycle = lifecycle({
  noun: 'App',
  label: '应用',
  description:
    '服务提供方登记的服务应用。公共服务和市场化服务是两套规则，首次上架后不能互换；上架、下架随版本审核和下架程序而定。',
  articles: [2, 9, 10, 26, 38, 57],
  readers: ['PUBLIC', 'MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  publicStates: ['LISTED', 'DELISTING', 'DELISTED', 'FORCED_DELISTED'],
  states: {
    DRAFT: { label: '未上架', tone: 'NEUTRAL' },
    LISTED: { label: '已上架', tone: 'GOOD' },
    DELISTING: { label: '下架公告中', tone: 'WARNING' },
    SUSPENDED: { label: '随单位暂停', tone: 'WARNING' },
    DELISTED: { label: '已下架', tone: 'NEUTRAL' },
    FORCED_DELISTED: { label: '已强制下架', tone: 'BAD' },
    RETIRED: { label: '已终止', tone: 'BAD', final: true },
  },
  actions: {
    register: {
      label: '登记',
      effect: '应用登记在案；接着配置版本，经测试和审核后上架。',
      from: null,
      to: 'DRAFT',
      by: PROVIDERS,
      othersAreTold: 'NOT_A_SERVICE_PROVIDER',
      articles: [9, 10, 11, 38],
      duties: ['9', '10', '11', '2.2', '38.1', '26.1'],
      fields: particulars,
      guards: [kindFitsClass, entitled],
    },
    amend: {
      label: '修改资料',
      effect: '更新应用的资料；已上架的立即对外显示，并告知项目公司。',
      from: ['DRAFT', 'LISTED', 'DELISTED'],
      to: null,
      by: PROVIDERS,
      articles: [9, 26],
      duties: ['9', '26.1'],
      fields: particulars,
      guards: [classStays, kindFitsClass, entitled, keepsDomains],
      tells: ['PROJECT_COMPANY'],
    },
    keepOpsProfile: {
      label: '填写运维档案',
      effect: '运维档案登记在案，只有本单位、项目公司和管理单位可以查看；按期重新确认。',
      from: ['DRAFT', 'LISTED', 'DELISTING', 'SUSPENDED', 'DELISTED', 'FORCED_DELISTED'],
      to: null,
      by: PROVIDERS,
      articles: [57],
      duties: ['57'],
      fields: opsProfile,
      starts: [
        {
          name: 'opsReconfirmation',
          title: '重新确认运维档案',
          articles: [57],
          owedBy: 'OWNER',
          parameter: 'ops_profile.reconfirm_months',
        },
      ],
    },
    list: {
      label: '上架',
      effect: '应用在应用目录中公开。',
      from: ['DRAFT', 'LISTED', 'DELISTED'],
      to: 'LISTED',
      by: [system],
      articles: [27, 38, 39],
      duties: ['38.3', '2.4'],
      publishes: true,
    },
    announceDelisting: {
      label: '公告下架',
      effect: '在架的应用照常使用，目录中注明将要下架；已暂停的仍不在目录中。',
      from: ['LISTED', 'SUSPENDED'],
      to: 'DELISTING',
      orTo: 'SUSPENDED',
      by: [system],
      articles: [23, 39],
      duties: ['23.3', '39.2'],
    },
    changeNotice: {
      label: '改动下架公告',
      effect: '目录中的告知换成新的文字。',
      from: ['DELISTING', 'SUSPENDED'],
      to: null,
      by: [system],
      articles: [23, 39],
      duties: ['39.2'],
    },
    resume: {
      label: '不再下架',
      effect: '公告撤回，应用照常在架；已暂停的仍暂停。',
      from: ['DELISTING', 'SUSPENDED'],
      to: 'LISTED',
      orTo: 'SUSPENDED',
      by: [system],
      articles: [23, 39],
      duties: ['39.2'],
    },
    delist: {
      label: '下架',
      effect: '公告期满，应用下架；可以提交版本重新上架。',
      from: ['DELISTING', 'SUSPENDED'],
      to: 'DELISTED',
      by: [system],
      articles: [23, 39],
      duties: ['23.3', '39.2'],
      publishes: true,
    },
    suspend: {
      label: '随单位暂停',
      effect: '提供方的资格或授权协议暂停，应用不再在目录中公开；恢复之后自动重新公开。',
      from: ['LISTED', 'DELISTING'],
      to: 'SUSPENDED',
      by: [system],
      articles: [7, 38, 42],
      duties: ['38.1'],
      tells: ['OWNER', 'PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
    },
    reinstate: {
      label: '随单位恢复',
      effect: '提供方的资格和授权协议已恢复，应用重新公开；正在公告下架的继续公告。',
      from: ['SUSPENDED'],
      to: 'LISTED',
      orTo: 'DELISTING',
      by: [system],
      articles: [7, 38],
      duties: ['38.1'],
      guards: [entitled],
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    forceDelist: {
      label: '强制下架',
      effect: '应用立即下架；整改并经核验之后才能恢复。',
      from: ['LISTED', 'DELISTING', 'SUSPENDED'],
      to: 'FORCED_DELISTED',
      by: [system],
      articles: [26, 28, 41, 45, 72, 73],
      duties: [],
      publishes: true,
    },
    relist: {
      label: '恢复上架',
      effect: '整改核验通过，原版本恢复在架。',
      from: ['FORCED_DELISTED'],
      to: 'LISTED',
      by: [system],
      articles: [73],
      duties: [],
      publishes: true,
    },
    takeScore: {
      label: '更新评分',
      effect: '目录显示最新的最终得分，推荐的次序随之而定。',
      from: ['LISTED', 'DELISTING', 'SUSPENDED', 'DELISTED', 'FORCED_DELISTED'],
      to: null,
      by: [system],
      articles: [40],
      duties: ['40'],
    },
    rank: {
      label: '排定推荐次序',
      effect: '应用在推荐中的名次由此排定，不再按评分；理由留在时间线上，提供方收到通知。',
      from: ['LISTED'],
      to: null,
      by: [{ party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] }],
      articles: [40],
      duties: ['40'],
      fields: {
        recommendRank: {
          kind: 'integer',
          label: '名次',
          hint: '数字小的在前；不填则恢复按评分排',
          min: 1,
          max: 100,
          optional: true,
        },
      },
      reason: 'REQUIRED',
      guards: [isScored],
      tells: ['OWNER'],
    },
    retire: {
      label: '终止',
      effect: '应用不再上架。',
      from: ['FORCED_DELISTED'],
      to: 'RETIRED',
      by: [system],
      articles: [26, 73],
      duties: [],
      publishes: true,
    },
  },
});
