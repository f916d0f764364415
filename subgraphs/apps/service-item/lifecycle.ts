import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { insideGuangxi } from '@zgt/runtime/validation/inside-guangxi.ts';
import type { AppFacts } from '../app/facts.ts';
import { INDUSTRY_CATEGORIES } from '../choices.ts';
import { type ExceptionFacts, lacksException } from '../consolidation-exception/in-force.ts';
import { GOVERNMENT_BODIES } from '../provider.ts';

export interface ServiceItemFacts {
  /** The app that the input names. */
  app: AppFacts | null;
  /** The exception that the input names. */
  exception: ExceptionFacts | null;
}

type ItemGuard = Guard<ServiceItemFacts>;

const particulars = {
  name: { kind: 'text', label: '事项名称', max: 100 },
  verticalSystem: {
    kind: 'choice',
    label: '所属条线',
    enumName: 'IndustryCategory',
    options: INDUSTRY_CATEGORIES,
  },
  regionCode: { kind: 'text', label: '行政区划代码', hint: '6 位，广西以 45 开头', max: 6 },
} as const satisfies Fields;

/** Article 16: connected is an item only by an app that the public finds in the catalogue. */
const appIsListed: ItemGuard = ({ facts: { app }, input }) => {
  if (!input) return null;
  const fault =
    app?.serviceClass === 'MARKET'
      ? '应用：市场化应用不算接入，须是公共服务应用'
      : app?.state !== 'LISTED'
        ? '应用：须是已上架的公共服务应用'
        : null;
  return fault === null
    ? null
    : refuse('VALIDATION', { articles: [16], details: [{ path: 'appId', message: fault }] });
};

/** Articles 16 and 17: all are to be connected, but for what was agreed otherwise. */
const isExcepted: ItemGuard = ({ facts: { exception }, record, input, today }) =>
  input ? lacksException(exception, { organizationId: record!.organizationId }, today) : null;

const system = { party: 'SYSTEM' } as const;

/** 服务事项: what a government body has to connect, kept by itself; connected by a listed public app alone (article 16). */
export const serviceItemLifecycle = lifecycle({
  noun: 'ServiceItem',
  label: '服务事项',
  description:
    '各部门、各地应当接入的服务事项，由本单位维护。关联已上架的公共服务应用才算接入；免于接入须有商定的例外。',
  articles: [16, 17],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    NOT_CONNECTED: { label: '未接入', tone: 'WARNING', awaits: 'OWNER' },
    CONNECTING: { label: '接入中', tone: 'WAITING', awaits: 'OWNER' },
    CONNECTED: { label: '已接入', tone: 'GOOD' },
    EXEMPT: { label: '免于接入', tone: 'NEUTRAL' },
    REMOVED: { label: '已注销', tone: 'NEUTRAL', final: true },
  },
  actions: {
    register: {
      label: '登记',
      effect: '事项登记在案，计入本单位的接入率。',
      from: null,
      to: 'NOT_CONNECTED',
      by: GOVERNMENT_BODIES,
      articles: [16],
      duties: ['16.1'],
      fields: particulars,
      guards: [insideGuangxi],
    },
    amend: {
      label: '修改',
      effect: '更新事项的资料。',
      from: ['NOT_CONNECTED', 'CONNECTING', 'CONNECTED', 'EXEMPT'],
      to: null,
      by: GOVERNMENT_BODIES,
      articles: [16],
      duties: ['16.1'],
      fields: particulars,
      guards: [insideGuangxi],
    },
    startConnecting: {
      label: '开始接入',
      effect: '标为接入中；应用上架后关联即为接入。',
      from: ['NOT_CONNECTED'],
      to: 'CONNECTING',
      by: GOVERNMENT_BODIES,
      articles: [16],
      duties: ['16.1'],
    },
    connect: {
      label: '关联应用',
      effect: '事项标为已接入；应用下架后恢复为接入中。',
      from: ['NOT_CONNECTED', 'CONNECTING'],
      to: 'CONNECTED',
      by: GOVERNMENT_BODIES,
      articles: [16],
      duties: ['16.1'],
      fields: {
        appId: { kind: 'reference', label: '应用', hint: '已上架的公共服务应用', of: 'apps' },
      },
      guards: [appIsListed],
      tells: ['MANAGEMENT_UNIT'],
    },
    loseApp: {
      label: '应用下架',
      effect: '关联的应用已下架，事项恢复为接入中。',
      from: ['CONNECTED'],
      to: 'CONNECTING',
      by: [system],
      articles: [16],
      duties: ['16.1'],
      tells: ['OWNER'],
    },
    regainApp: {
      label: '应用恢复上架',
      effect: '关联的应用恢复上架，事项恢复为已接入。',
      from: ['CONNECTING'],
      to: 'CONNECTED',
      by: [system],
      articles: [16],
      duties: ['16.1'],
      tells: ['OWNER'],
    },
    disconnect: {
      label: '取消关联',
      effect: '事项恢复为未接入。',
      from: ['CONNECTING', 'CONNECTED'],
      to: 'NOT_CONNECTED',
      by: GOVERNMENT_BODIES,
      articles: [16],
      duties: ['16.1'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['MANAGEMENT_UNIT'],
    },
    exempt: {
      label: '免于接入',
      effect: '例外有效期之内不计入接入率；到期恢复为未接入。',
      from: ['NOT_CONNECTED', 'CONNECTING'],
      to: 'EXEMPT',
      by: GOVERNMENT_BODIES,
      articles: [16, 17],
      duties: ['16.1'],
      fields: { exceptionId: { kind: 'reference', label: '商定的例外', of: 'consolidationExceptions' } },
      guards: [isExcepted],
      tells: ['MANAGEMENT_UNIT'],
    },
    lapse: {
      label: '例外失效',
      effect: '免于接入所凭的例外已到期，事项恢复为未接入。',
      from: ['EXEMPT'],
      to: 'NOT_CONNECTED',
      by: [system],
      articles: [16, 17],
      duties: ['16.1'],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    remove: {
      label: '注销',
      effect: '事项不再办理，不计入接入率。',
      from: ['NOT_CONNECTED', 'CONNECTING', 'CONNECTED', 'EXEMPT'],
      to: 'REMOVED',
      by: GOVERNMENT_BODIES,
      articles: [16],
      duties: ['16.1'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['MANAGEMENT_UNIT'],
    },
  },
});
