import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { AppFacts } from '../app/facts.ts';

export interface InfrastructureRequestFacts {
  /** The app that the input names, else that of the record. */
  app: AppFacts | null;
  /** How many items stand in it that were not removed. */
  items: number;
}

type RequestGuard = Guard<InfrastructureRequestFacts>;

const particulars = {
  publicServiceNeed: {
    kind: 'text',
    label: '公共服务的需要',
    hint: '为哪项公共服务、为什么需要这些资源',
    max: 2000,
    multiline: true,
  },
  appId: {
    kind: 'reference',
    label: '公共服务应用',
    hint: '应用和系统平台填一个',
    of: 'apps',
    optional: true,
  },
  platformId: { kind: 'reference', label: '系统平台', of: 'systemPlatforms', optional: true },
} as const satisfies Fields;

const hasOneSubject: Guard = ({ input }) =>
  input && (input.appId === null) === (input.platformId === null)
    ? refuse('VALIDATION', {
        details: [{ path: 'appId', message: '公共服务应用、系统平台：填写其中一个' }],
      })
    : null;

/** Articles 14 and 36: what is kept for public services is not asked for by market ones. */
const forPublicService: RequestGuard = ({ facts: { app }, record, input }) => {
  if (app?.serviceClass === 'MARKET') return refuse('INFRA_FOR_PUBLIC_ONLY');
  const appId = input ? (input.appId ?? null) : (record?.appId ?? null);
  return appId !== null && app === null
    ? refuse('VALIDATION', { details: [{ path: 'appId', message: '公共服务应用：没有这个应用' }] })
    : null;
};

const stillPublic: RequestGuard = ({ facts: { app } }) =>
  app?.serviceClass === 'MARKET' ? refuse('INFRA_FOR_PUBLIC_ONLY') : null;

const hasItems: RequestGuard = ({ facts: { items } }) =>
  items === 0
    ? refuse('VALIDATION', {
        articles: [14],
        details: [{ path: '', message: '资源项：至少添加一项之后才能提交' }],
      })
    : null;

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'], own: true } as const;
const provider = { party: 'INFRASTRUCTURE_PROVIDER', roles: ['HEAD', 'OPERATOR'] } as const;
const system = { party: 'SYSTEM' } as const;

/** 资源申请: what public services need is supplied; the provider may ask for completion, never refuse (article 14). */
export const infrastructureRequestLifecycle = lifecycle({
  noun: 'InfrastructureRequest',
  label: '基础设施资源申请',
  description:
    '项目公司按公共服务的需要申请云、网、安全等资源，基础设施提供方按需保障：只能以不完整或技术原因退回，不作拒绝；有分歧的报管理单位。',
  articles: [14, 36],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'INFRASTRUCTURE_PROVIDER'],
  states: {
    DRAFT: { label: '草稿', tone: 'NEUTRAL' },
    SUBMITTED: { label: '已提交', tone: 'WAITING', awaits: 'INFRASTRUCTURE_PROVIDER' },
    RETURNED: { label: '已退回补充', tone: 'WARNING', awaits: 'OWNER' },
    ACCEPTED: { label: '已受理', tone: 'WAITING', awaits: 'INFRASTRUCTURE_PROVIDER' },
    ALLOCATED: { label: '已足量分配', tone: 'GOOD' },
    RELEASED: { label: '已释放', tone: 'NEUTRAL', final: true },
    WITHDRAWN: { label: '已撤回', tone: 'NEUTRAL', final: true },
  },
  actions: {
    draft: {
      label: '起草',
      effect: '存为草稿；接着逐项添加资源，再提交。',
      from: null,
      to: 'DRAFT',
      by: [company],
      articles: [14],
      duties: ['14.1', '14.2', '36.1'],
      fields: particulars,
      guards: [hasOneSubject, forPublicService],
    },
    amend: {
      label: '修改',
      effect: '更新申请。',
      from: ['DRAFT', 'RETURNED'],
      to: null,
      by: [company],
      articles: [14],
      duties: ['14.1', '14.2'],
      fields: particulars,
      guards: [hasOneSubject, forPublicService],
    },
    submit: {
      label: '提交',
      effect: '交基础设施提供方办理；每一项的需用日期即为保障的期限。',
      from: ['DRAFT', 'RETURNED'],
      to: 'SUBMITTED',
      by: [company],
      articles: [14, 36],
      duties: ['14.1', '14.2', '36.1'],
      guards: [stillPublic, hasItems],
      tells: ['INFRASTRUCTURE_PROVIDER'],
    },
    accept: {
      label: '受理',
      effect: '接着逐项分配资源。',
      from: ['SUBMITTED'],
      to: 'ACCEPTED',
      by: [provider],
      articles: [4, 14],
      duties: ['14.1'],
      tells: ['OWNER'],
    },
    return: {
      label: '退回补充',
      effect: '内容不全或技术上不可行，项目公司补充之后再提交；不能以其他理由拒绝。',
      from: ['SUBMITTED'],
      to: 'RETURNED',
      by: [provider],
      articles: [14],
      duties: ['14.1'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
    },
    escalate: {
      label: '报管理单位',
      effect: '把分歧报给管理单位；申请照常有效。',
      from: ['SUBMITTED', 'RETURNED', 'ACCEPTED'],
      to: null,
      by: [company, provider],
      articles: [3, 14],
      duties: ['14.1'],
      reason: 'REQUIRED',
      tells: ['MANAGEMENT_UNIT'],
    },
    complete: {
      label: '足量分配',
      effect: '所有资源项都已按量分配。',
      from: ['ACCEPTED'],
      to: 'ALLOCATED',
      by: [system],
      articles: [14],
      duties: ['14.1'],
      tells: ['OWNER'],
    },
    release: {
      label: '释放',
      effect: '不再需要，全部资源项一并释放。',
      from: ['ACCEPTED', 'ALLOCATED'],
      to: 'RELEASED',
      by: [company, provider],
      articles: [14],
      duties: ['14.1'],
      reason: 'REQUIRED',
      tells: ['OWNER', 'INFRASTRUCTURE_PROVIDER'],
    },
    withdraw: {
      label: '撤回',
      effect: '不再申请。',
      from: ['DRAFT', 'SUBMITTED', 'RETURNED'],
      to: 'WITHDRAWN',
      by: [company],
      articles: [14],
      duties: ['14.1'],
      reason: 'OPTIONAL',
      negative: true,
      tells: ['INFRASTRUCTURE_PROVIDER'],
    },
  },
});
