import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { APP_PROVIDERS } from '../safety-parties.ts';
import type { KnownRecord } from '../subjects/known-record.ts';

/** What a notice is judged by: the app that it is of. */
export interface PrivacyNoticeFacts {
  app: KnownRecord | null;
}

const wrong = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const isOfOnesOwnApp: Guard<PrivacyNoticeFacts> = ({ facts: { app }, input, viewer }) =>
  !input
    ? null
    : app?.noun !== 'App'
      ? wrong('appId', '应用：没有这个应用，请从列表中选择')
      : app.organizationId === viewer.organizationId
        ? null
        : refuse('FORBIDDEN_ROLE', {
            message: '个人信息告知书由应用的提供方发布。',
            articles: [71],
            remedy: '请由应用的责任单位办理。',
          });

/** 个人信息告知书: what is processed, why and how, published before anything is asked for (article 71). */
export const privacyNoticeLifecycle = lifecycle({
  noun: 'PrivacyNotice',
  label: '个人信息告知书',
  description:
    '应用处理个人信息之前向用户说明的规则：用途、字段和用户的权利。发布之后不能改，新版发布即替代旧版。',
  articles: [71],
  readers: ['PUBLIC', 'MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  publicStates: ['PUBLISHED', 'SUPERSEDED'],
  states: {
    PUBLISHED: { label: '现行', tone: 'GOOD' },
    SUPERSEDED: { label: '已被新版替代', tone: 'NEUTRAL', final: true },
  },
  actions: {
    publish: {
      label: '发布告知书',
      effect: '立即对外公开；旧版由它替代，用户须按新版重新同意。',
      from: null,
      to: 'PUBLISHED',
      by: APP_PROVIDERS,
      articles: [71],
      duties: ['71.2'],
      fields: {
        appId: { kind: 'reference', label: '应用', of: 'apps' },
        versionText: { kind: 'text', label: '版本', hint: '例如 1.0', max: 16 },
        purposes: {
          kind: 'texts',
          label: '用途',
          hint: '每行一个，用户分别同意，例如“核对参保身份”',
          max: 100,
          maxItems: 50,
        },
        fieldsPerPurpose: {
          kind: 'texts',
          label: '每个用途所用的字段',
          hint: '每行一个，写作“用途：字段、字段”',
          max: 300,
          maxItems: 50,
        },
        body: {
          kind: 'text',
          label: '全文',
          hint: '用平白的话写：处理什么、为什么、存多久、怎样撤回同意',
          max: 20_000,
          multiline: true,
        },
      },
      guards: [isOfOnesOwnApp],
      tells: ['PROJECT_COMPANY'],
    },
    supersede: {
      label: '被替代',
      effect: '新版已经发布。',
      from: ['PUBLISHED'],
      to: 'SUPERSEDED',
      by: [{ party: 'SYSTEM' }],
      articles: [71],
      duties: [],
    },
  },
});
