import { shanghaiDate, startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type DeadlineRule, type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { AppFacts } from '../app/facts.ts';
import { DELISTING_GAPS, type ServiceClass } from '../choices.ts';
import { mayProvide, PROVIDERS, type Provider } from '../provider.ts';

export interface DelistingRequestFacts {
  /** The app that it is about, or that a new request names. */
  app: AppFacts | null;
  provider: Provider;
  /** The first instant after the announcement that is running. */
  announcedUntil: Date | null;
}

type DelistingGuard = Guard<DelistingRequestFacts>;

const particulars = {
  ground: { kind: 'text', label: '下架原因', max: 1000, multiline: true },
  userImpact: {
    kind: 'text',
    label: '对用户的影响',
    hint: '多少人在用、停用后有何影响',
    max: 1000,
    multiline: true,
  },
  alternative: {
    kind: 'text',
    label: '替代办法',
    hint: '用户以后到哪里办；没有的写明',
    max: 1000,
    multiline: true,
  },
  plannedOn: {
    kind: 'date',
    label: '计划下架日期',
    hint: '不填则公告期满即下架；不能早于公告期满之后',
    optional: true,
  },
  announcementText: {
    kind: 'text',
    label: '公告文字',
    hint: '公共服务应用必填，项目公司照此公告；市场化应用可以建议',
    max: 5000,
    multiline: true,
    optional: true,
  },
} as const satisfies Fields;

const announcementText = {
  kind: 'text',
  label: '公告文字',
  hint: '公共服务应用用提供方的文字，不填即可；市场化应用不填则用提供方建议的文字',
  max: 5000,
  multiline: true,
  optional: true,
} as const;

const isPublic = (record: Row | null) => record?.serviceClass === 'PUBLIC';

const formatted = (instant: Date) => `${shanghaiDate(instant)} 00:00`;

/** What is said of an announcement that is not over before an instant, by the regime. */
export function tooShort(serviceClass: ServiceClass, earliest: Date) {
  const [article, days] = serviceClass === 'MARKET' ? [39, '工作日'] : [23, '天数'];
  return {
    message: `公告不足规定的${days}，最早 ${formatted(earliest)} 可以下架。`,
    articles: [article],
  };
}

/** Refuses an announcement before the request has stood for the days that the parameter asks for. */
export function announcedTooSoon(earliest: Date) {
  return refuse('TOO_EARLY', {
    articles: [39],
    details: [{ path: '', message: `提前申请的工作日未满，最早 ${formatted(earliest)} 可以公告` }],
  });
}

const LISTED: readonly string[] = ['LISTED', 'SUSPENDED'];

const appIsListed: DelistingGuard = ({ facts: { app }, input, viewer }) => {
  if (!input) return null;
  const fault =
    app?.organizationId !== viewer.organizationId
      ? '应用：没有这个应用，或它不属于本单位'
      : !LISTED.includes(app.state)
        ? '应用：不在架，无须下架'
        : null;
  return fault === null ? null : refuse('VALIDATION', { details: [{ path: 'appId', message: fault }] });
};

/** Article 23: what users of a public app are told is the provider's to say. */
const saysWhatToAnnounce: DelistingGuard = ({ facts: { app }, record, input }) => {
  const serviceClass = record?.serviceClass ?? app?.serviceClass;
  return input && serviceClass === 'PUBLIC' && input.announcementText === null
    ? refuse('VALIDATION', {
        articles: [23],
        details: [{ path: 'announcementText', message: '公告文字：公共服务应用由提供方写定' }],
      })
    : null;
};

/** Article 23: the company cannot refuse the provider of a public app, nor keep it waiting for a review. */
const marketOnly: Guard = ({ record }) =>
  isPublic(record) ? refuse('CANNOT_REFUSE_PUBLIC_DELISTING') : null;

const publicOnly: Guard = ({ record }) =>
  isPublic(record)
    ? null
    : refuse('VALIDATION', { details: [{ path: '', message: '市场化应用的申请不完整的，请退回补充' }] });

const isReviewed: Guard = ({ record }) =>
  !isPublic(record) && record!.state === 'REQUESTED'
    ? refuse('REVIEW_NOT_PASSED', {
        message: '下架申请还没有审查，不能公告。',
        articles: [39],
        remedy: '请先审查申请；内容不全的可退回补充。',
      })
    : null;

const hasText: Guard = ({ record, input }) =>
  input && input.announcementText === null && record!.announcementText === null
    ? refuse('VALIDATION', { details: [{ path: 'announcementText', message: '公告文字：必填' }] })
    : null;

/** Article 23: the company announces a public app's delisting in the provider's own words. */
const inProvidersWords: Guard = ({ record, input }) =>
  input &&
  isPublic(record) &&
  input.announcementText !== null &&
  input.announcementText !== record!.announcementText
    ? refuse('FORBIDDEN_ROLE', {
        message: '公共服务应用的公告文字由提供方写定，项目公司不能改写。',
        articles: [23],
        remedy: '请照提供方的文字公告；文字不全的，可请提供方补充。',
      })
    : null;

/** A running announcement is changed by whoever answers for it: the provider of a public app, else the company. */
const answersForAnnouncement: Guard = ({ record, viewer }) =>
  (viewer.party === 'PROJECT_COMPANY') === !isPublic(record)
    ? null
    : refuse('FORBIDDEN_ROLE', {
        message: isPublic(record)
          ? '公共服务应用的公告由提供方决定。'
          : '市场化应用的公告由项目公司发布和改动。',
        articles: isPublic(record) ? [23] : [39],
        remedy: isPublic(record) ? '请由提供方办理。' : '请联系项目公司，或撤回下架申请。',
      });

/** Articles 38 and 42: of a provider that may no longer provide, an announced app does not come back. */
const providerStays: DelistingGuard = ({ facts: { app, provider }, record, today }) =>
  app && record!.state === 'ANNOUNCING' ? mayProvide(provider, app, today) : null;

const isAnnounced: Guard = ({ record }) =>
  record!.state === 'ANNOUNCING' ? null : refuse('ANNOUNCEMENT_REQUIRED');

const announcementIsOver: DelistingGuard = ({ record, facts: { announcedUntil }, now }) =>
  announcedUntil && now < announcedUntil
    ? refuse('ANNOUNCEMENT_TOO_SHORT', tooShort(record!.serviceClass as ServiceClass, announcedUntil))
    : null;

const announcement: DeadlineRule = {
  name: 'announcement',
  title: '下架公告期满',
  articles: [23, 39],
  owedBy: 'PROJECT_COMPANY',
  parameter: ({ serviceClass }) =>
    serviceClass === 'MARKET'
      ? 'delisting.market.announcement_working_days'
      : 'delisting.public.announcement_calendar_days',
  notBefore: ({ plannedOn }) => (plannedOn === null ? null : startOfShanghaiDay(plannedOn as string)),
  action: 'complete',
};

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'REVIEWER'] } as const;
const announcer = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] } as const;
const system = { party: 'SYSTEM' } as const;

/** 下架申请: announced for the whole period and ended by the clock (article 39); never refused to a public provider (article 23). */
export const delistingRequestLifecycle = lifecycle({
  noun: 'DelistingRequest',
  label: '下架申请',
  description:
    '提供方要求下架自己的应用。市场化应用经审查后公告满规定的工作日；公共服务应用项目公司不能拒绝，照提供方的文字公告。期满由系统自动完成。',
  articles: [23, 39],
  readers: ['PUBLIC', 'MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  publicStates: ['ANNOUNCING', 'COMPLETED'],
  states: {
    REQUESTED: { label: '已提出', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    RETURNED: { label: '已退回补充', tone: 'WARNING', awaits: 'OWNER' },
    REVIEWED: { label: '待公告', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    ANNOUNCING: { label: '公告中', tone: 'WARNING' },
    COMPLETED: { label: '已下架', tone: 'NEUTRAL', final: true },
    WITHDRAWN: { label: '已撤回', tone: 'NEUTRAL', final: true },
  },
  actions: {
    request: {
      label: '提出',
      effect: '交项目公司办理；公告期满之前应用照常使用，随时可以撤回。',
      from: null,
      to: 'REQUESTED',
      by: PROVIDERS,
      articles: [23, 26, 39],
      duties: ['23.3', '39.2', '26.1'],
      fields: { appId: { kind: 'reference', label: '应用', of: 'apps' }, ...particulars },
      guards: [appIsListed, saysWhatToAnnounce],
      tells: ['PROJECT_COMPANY'],
      starts: [
        {
          name: 'inaction',
          title: '办理下架申请',
          articles: [23, 39],
          owedBy: 'PROJECT_COMPANY',
          parameter: 'delisting.public.inaction_working_days',
        },
      ],
    },
    amend: {
      label: '补充',
      effect: '更新申请，重新交项目公司办理。',
      from: ['REQUESTED', 'RETURNED'],
      to: 'REQUESTED',
      by: PROVIDERS,
      articles: [23, 39],
      duties: ['39.2', '23.3'],
      fields: particulars,
      guards: [saysWhatToAnnounce],
      tells: ['PROJECT_COMPANY'],
    },
    askDetails: {
      label: '请提供方补充公告内容',
      effect: '申请照常有效，提供方收到要补充的内容。',
      from: ['REQUESTED'],
      to: null,
      by: [company],
      articles: [23],
      duties: ['23.3'],
      reason: 'REQUIRED',
      guards: [publicOnly],
      tells: ['OWNER'],
    },
    passReview: {
      label: '审查通过',
      effect: '申请完整，接着由项目公司公告。',
      from: ['REQUESTED'],
      to: 'REVIEWED',
      by: [company],
      articles: [39],
      duties: ['39.2'],
      guards: [marketOnly],
      notBy: ['request'],
      tells: ['OWNER'],
    },
    return: {
      label: '退回补充',
      effect: '申请内容不全，提供方补充之后再办；不能以其他理由拒绝。',
      from: ['REQUESTED'],
      to: 'RETURNED',
      by: [company],
      articles: [39],
      duties: ['39.2', '23.3'],
      fields: {
        missingItems: {
          kind: 'choices',
          label: '欠缺的内容',
          enumName: 'DelistingGap',
          options: DELISTING_GAPS,
        },
      },
      reason: 'REQUIRED',
      guards: [marketOnly],
      negative: true,
      notBy: ['request'],
      tells: ['OWNER'],
      ends: ['inaction'],
    },
    announce: {
      label: '公告',
      effect: '立即对所有人公告；期满的第一刻系统自动下架，之前不能。',
      from: ['REQUESTED', 'REVIEWED'],
      to: 'ANNOUNCING',
      by: [announcer],
      articles: [23, 39],
      duties: ['23.3', '39.2'],
      fields: { announcementText },
      guards: [isReviewed, inProvidersWords, hasText],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      ends: ['inaction'],
      starts: [announcement],
    },
    changeAnnouncement: {
      label: '改动公告',
      effect: '公告换成新的文字，公告期从现在起重新计算。',
      from: ['ANNOUNCING'],
      to: 'ANNOUNCING',
      by: [announcer, ...PROVIDERS],
      articles: [23, 39],
      duties: ['39.2', '23.3'],
      fields: { announcementText: { kind: 'text', label: '公告文字', max: 5000, multiline: true } },
      guards: [answersForAnnouncement],
      tells: ['OWNER', 'PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
      starts: [announcement],
    },
    pullAnnouncement: {
      label: '撤下公告',
      effect: '公告不再显示，应用照常在架；再次公告时公告期重新计算。',
      from: ['ANNOUNCING'],
      to: 'REVIEWED',
      by: [announcer, ...PROVIDERS],
      articles: [23, 39],
      duties: ['39.2', '23.3'],
      reason: 'REQUIRED',
      guards: [answersForAnnouncement, providerStays],
      negative: true,
      tells: ['OWNER', 'PROJECT_COMPANY'],
      ends: ['announcement'],
    },
    withdraw: {
      label: '撤回',
      effect: '不再下架，应用照常在架；公告随之撤下。',
      from: ['REQUESTED', 'RETURNED', 'REVIEWED', 'ANNOUNCING'],
      to: 'WITHDRAWN',
      by: PROVIDERS,
      articles: [23, 39],
      duties: ['39.2', '23.3'],
      reason: 'OPTIONAL',
      guards: [providerStays],
      negative: true,
      tells: ['PROJECT_COMPANY'],
    },
    announceEnd: {
      label: '随单位退出公告',
      effect: '提供方已退出或协议已终止，系统随即公告；公告期满自动下架，不能撤回。',
      from: null,
      to: 'ANNOUNCING',
      by: [system],
      articles: [38, 39, 42],
      duties: ['38.1', '39.2'],
      tells: ['OWNER', 'PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
      starts: [announcement],
    },
    complete: {
      label: '完成下架',
      effect: '公告期已满，应用下架。',
      from: ['REQUESTED', 'REVIEWED', 'ANNOUNCING'],
      to: 'COMPLETED',
      by: [announcer, system],
      articles: [23, 39],
      duties: ['23.3', '39.2'],
      guards: [isAnnounced, announcementIsOver],
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    lapse: {
      label: '终止',
      effect: '应用已强制下架，或者提供方已退出而改由系统公告，申请随之结束。',
      from: ['REQUESTED', 'RETURNED', 'REVIEWED', 'ANNOUNCING'],
      to: 'WITHDRAWN',
      by: [system],
      articles: [39, 73],
      duties: ['39.2'],
      tells: ['OWNER'],
    },
  },
});
