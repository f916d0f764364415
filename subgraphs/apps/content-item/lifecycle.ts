import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { AppFacts } from '../app/facts.ts';
import { CONTENT_CATEGORIES } from '../choices.ts';
import { mayProvide, PROVIDERS, type Provider } from '../provider.ts';

export interface ContentItemFacts {
  /** The app that it stands in, or that a new item names. */
  app: AppFacts | null;
  provider: Provider;
}

type ContentGuard = Guard<ContentItemFacts>;

const particulars = {
  category: {
    kind: 'choice',
    label: '内容类别',
    hint: '须是应用资料中声明的类别',
    enumName: 'ContentCategory',
    options: CONTENT_CATEGORIES,
  },
  heading: { kind: 'text', label: '标题', max: 100 },
  body: { kind: 'text', label: '正文', max: 20_000, multiline: true },
} as const satisfies Fields;

const fault = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const appIsOwn: ContentGuard = ({ facts: { app }, input, viewer }) =>
  !input || app?.organizationId === viewer.organizationId
    ? null
    : fault('appId', '应用：没有这个应用，或它不属于本单位');

/** Articles 7 and 38: who may no longer provide an app puts nothing new into it. */
const entitled: ContentGuard = ({ facts: { app, provider }, today }) =>
  app ? mayProvide(provider, app, today) : null;

/** Article 45: what an app carries is declared before it is carried. */
const isDeclared: ContentGuard = ({ facts: { app }, input }) =>
  !input || !app || (app.contentCategories ?? []).includes(input.category as string)
    ? null
    : fault('category', '内容类别：应用没有声明这一类别，请先修改应用资料');

const LISTED: readonly string[] = ['LISTED', 'DELISTING'];

const appIsListed: ContentGuard = ({ facts: { app } }) =>
  app && LISTED.includes(app.state)
    ? null
    : refuse('VALIDATION', { details: [{ path: '', message: '应用：不在架，内容不能发布' }] });

/** Article 27, duty 27.2: in a public app stands the very text that the company has reviewed. */
const isReviewed: ContentGuard = ({ facts: { app }, record }) =>
  app?.serviceClass !== 'PUBLIC' || record!.reviewedDigest === record!.bodyDigest
    ? null
    : refuse('REVIEW_NOT_PASSED', {
        message:
          record!.reviewedDigest === null
            ? '公共服务应用的内容还没有通过审查，不能发布。'
            : '内容在审查之后改动过，须重新审查才能发布。',
        articles: [27],
        remedy: '请提交审查；通过之后原样发布。',
      });

const reviewer = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'REVIEWER'] } as const;
const keeper = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'REVIEWER'] } as const;
const system = { party: 'SYSTEM' } as const;

/** Article 45: what is taken out of sight goes in the same transaction, as it stands, to the register of evidence. */
const KEPT = [
  'number',
  'appId',
  'category',
  'heading',
  'body',
  'bodyDigest',
  'publishedAt',
  'updatedAt',
] as const;

/** 内容: its provider's own to write and to answer for (article 45); in public apps reviewed before it is shown (article 27). */
export const contentItemLifecycle = lifecycle({
  noun: 'ContentItem',
  label: '内容',
  description:
    '应用中面向用户的内容，由提供方提供、更新和负责。公共服务应用的内容须经项目公司审查才能发布，改动后重新审查；项目公司只审查、隐藏和撤下，不代为编写。',
  articles: [27, 45],
  readers: ['PUBLIC', 'MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  publicStates: ['PUBLISHED'],
  states: {
    DRAFT: { label: '草稿', tone: 'NEUTRAL', awaits: 'OWNER' },
    PENDING_REVIEW: { label: '待审查', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    REVIEWED: { label: '审查通过，待发布', tone: 'GOOD', awaits: 'OWNER' },
    REJECTED: { label: '审查不通过', tone: 'BAD', awaits: 'OWNER' },
    PUBLISHED: { label: '已发布', tone: 'GOOD' },
    HIDDEN: { label: '已隐藏', tone: 'WARNING', awaits: 'OWNER' },
    OFFLINE: { label: '随应用下线', tone: 'NEUTRAL' },
    REMOVED: { label: '已撤下', tone: 'BAD', final: true },
  },
  actions: {
    draft: {
      label: '登记',
      effect: '建立草稿，发布之前外界看不到。',
      from: null,
      to: 'DRAFT',
      by: PROVIDERS,
      articles: [45],
      duties: ['45.1'],
      fields: { appId: { kind: 'reference', label: '应用', of: 'apps' }, ...particulars },
      guards: [appIsOwn, entitled, isDeclared],
    },
    edit: {
      label: '修改',
      effect: '内容回到草稿，不再对外显示；公共服务应用的须重新审查才能发布。',
      from: ['DRAFT', 'PENDING_REVIEW', 'REVIEWED', 'REJECTED', 'PUBLISHED', 'HIDDEN', 'OFFLINE'],
      to: 'DRAFT',
      by: PROVIDERS,
      articles: [45],
      duties: ['45.1'],
      fields: particulars,
      guards: [entitled, isDeclared],
      ends: ['review'],
    },
    submitReview: {
      label: '提交审查',
      effect: '交项目公司审查；结论只对现在的文字有效。',
      from: ['DRAFT'],
      to: 'PENDING_REVIEW',
      by: PROVIDERS,
      articles: [27],
      duties: ['27.2'],
      guards: [entitled],
      tells: ['PROJECT_COMPANY'],
      starts: [
        {
          name: 'review',
          title: '审查内容',
          articles: [27],
          owedBy: 'PROJECT_COMPANY',
          parameter: 'listing.review_reminder_working_days',
        },
      ],
    },
    passReview: {
      label: '审查通过',
      effect: '提供方可以原样发布；结论留在记录上。',
      from: ['PENDING_REVIEW'],
      to: 'REVIEWED',
      by: [reviewer],
      articles: [27],
      duties: ['27.2'],
      reason: 'OPTIONAL',
      notBy: ['draft', 'edit', 'submitReview'],
      tells: ['OWNER'],
      ends: ['review'],
    },
    failReview: {
      label: '审查不通过',
      effect: '不能发布；按理由修改后可以重新提交审查。',
      from: ['PENDING_REVIEW'],
      to: 'REJECTED',
      by: [reviewer],
      articles: [27],
      duties: ['27.2'],
      reason: 'REQUIRED',
      negative: true,
      notBy: ['draft', 'edit', 'submitReview'],
      tells: ['OWNER'],
      ends: ['review'],
    },
    publish: {
      label: '发布',
      effect: '立即对所有人公开；提供方对内容负责。',
      from: ['DRAFT', 'PENDING_REVIEW', 'REVIEWED', 'REJECTED', 'OFFLINE'],
      to: 'PUBLISHED',
      by: PROVIDERS,
      articles: [27, 45],
      duties: ['27.2', '45.1'],
      guards: [entitled, appIsListed, isReviewed],
      ends: ['review'],
    },
    hide: {
      label: '隐藏',
      effect: '此刻的文字留存为证据，内容立即不再对外显示；提供方修改，或者核实后恢复。',
      from: ['PUBLISHED'],
      to: 'HIDDEN',
      by: [keeper],
      articles: [45],
      duties: ['45.1'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
      publishes: KEPT,
    },
    restore: {
      label: '恢复显示',
      effect: '经核实没有问题，内容立即恢复显示。',
      from: ['HIDDEN'],
      to: 'PUBLISHED',
      by: [keeper],
      articles: [45],
      duties: ['45.1'],
      reason: 'OPTIONAL',
      guards: [appIsListed, isReviewed],
      tells: ['OWNER'],
    },
    remove: {
      label: '撤下',
      effect: '此刻的文字留存为证据，内容立即撤下，不可恢复。',
      from: ['DRAFT', 'PENDING_REVIEW', 'REVIEWED', 'REJECTED', 'PUBLISHED', 'HIDDEN', 'OFFLINE'],
      to: 'REMOVED',
      by: [...PROVIDERS, keeper],
      articles: [45],
      duties: ['45.1'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'PROJECT_COMPANY'],
      publishes: KEPT,
    },
    goOffline: {
      label: '随应用下线',
      effect: '应用不在目录中，内容随之不再显示；应用恢复时自动恢复。',
      from: ['PUBLISHED'],
      to: 'OFFLINE',
      by: [system],
      articles: [45],
      duties: ['45.1'],
    },
    comeBack: {
      label: '随应用恢复',
      effect: '应用回到目录，内容恢复显示。',
      from: ['OFFLINE'],
      to: 'PUBLISHED',
      by: [system],
      articles: [45],
      duties: ['45.1'],
    },
  },
});
