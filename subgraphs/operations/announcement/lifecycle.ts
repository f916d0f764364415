import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { ANNOUNCEMENT_KINDS } from '../choices.ts';

const fields = {
  kind: { kind: 'choice', label: '种类', enumName: 'AnnouncementKind', options: ANNOUNCEMENT_KINDS },
  title: { kind: 'text', label: '标题', max: 100 },
  body: { kind: 'text', label: '正文', max: 10_000, multiline: true },
} as const satisfies Fields;

const company = {
  party: 'PROJECT_COMPANY',
  roles: ['HEAD', 'OPERATOR', 'CUSTOMER_SERVICE'],
  own: true,
} as const;
const publisher = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] } as const;

/** 公告: what the project company tells everyone; a published one is withdrawn, never rewritten. */
export const announcementLifecycle = lifecycle({
  noun: 'Announcement',
  label: '公告',
  description: '项目公司面向所有人发布的公告；发布后不能改写，只能撤下另发。',
  articles: [23, 39],
  readers: ['PUBLIC', 'MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  publicStates: ['PUBLISHED'],
  states: {
    DRAFT: { label: '草稿', tone: 'NEUTRAL', awaits: 'OWNER' },
    PUBLISHED: { label: '已发布', tone: 'GOOD' },
    WITHDRAWN: { label: '已撤下', tone: 'NEUTRAL', final: true },
  },
  actions: {
    draft: {
      label: '起草',
      effect: '建立公告草稿，发布之前可以修改，外界看不到。',
      from: null,
      to: 'DRAFT',
      by: [company],
      articles: [23, 39],
      duties: ['39.2'],
      fields,
    },
    amend: {
      label: '修改',
      effect: '更新公告草稿。',
      from: ['DRAFT'],
      to: 'DRAFT',
      by: [company],
      articles: [23, 39],
      duties: ['39.2'],
      fields,
    },
    publish: {
      label: '发布',
      effect: '立即对所有人公开；发布后不能改写。',
      from: ['DRAFT'],
      to: 'PUBLISHED',
      by: [publisher],
      articles: [23, 39],
      duties: ['39.2'],
    },
    withdraw: {
      label: '撤下',
      effect: '不再对外显示，理由留在时间线上。',
      from: ['DRAFT', 'PUBLISHED'],
      to: 'WITHDRAWN',
      by: [publisher],
      articles: [23, 39],
      duties: ['39.2'],
      reason: 'REQUIRED',
      negative: true,
    },
  },
});
