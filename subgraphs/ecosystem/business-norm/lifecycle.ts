import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { NORM_KINDS } from '../choices.ts';
import { RESTRICTION_FIELD } from '../restriction-field.ts';

const particulars = {
  title: { kind: 'text', label: '名称', max: 100 },
  versionText: { kind: 'text', label: '版本', hint: '例如：2026 年第 1 版', max: 40 },
  body: { kind: 'text', label: '正文', max: 40_000, multiline: true },
  restrictiveTerms: RESTRICTION_FIELD,
} as const satisfies Fields;

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'], own: true } as const;

/** 商业规范: how business is done, assessed and left, published to all; one of each kind is in force (article 53). */
export const businessNormLifecycle = lifecycle({
  noun: 'BusinessNorm',
  label: '商业规范',
  description:
    '项目公司制定并公布的商业模式、考核和退出规范。每一种只有一个现行版本；新签协议须引用现行版本，旧版本仍可查阅。',
  articles: [46, 53],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY', 'PUBLIC'],
  publicStates: ['PUBLISHED', 'SUPERSEDED'],
  states: {
    DRAFT: { label: '草稿', tone: 'NEUTRAL', awaits: 'PROJECT_COMPANY' },
    PUBLISHED: { label: '现行', tone: 'GOOD' },
    SUPERSEDED: { label: '已被替代', tone: 'NEUTRAL', final: true },
    DISCARDED: { label: '已放弃', tone: 'NEUTRAL', final: true },
  },
  actions: {
    draft: {
      label: '起草规范',
      effect: '先存为草稿；公布之前只有项目公司、业主单位和管理单位能看到。',
      from: null,
      to: 'DRAFT',
      by: [company],
      articles: [46, 53],
      duties: ['46.1', '53.1'],
      documents: { LEGAL_REVIEW: 'OPTIONAL', OTHER: 'OPTIONAL' },
      fields: {
        kind: { kind: 'choice', label: '种类', enumName: 'NormKind', options: NORM_KINDS },
        ...particulars,
      },
    },
    amend: {
      label: '修改草稿',
      effect: '更新草稿。',
      from: ['DRAFT'],
      to: null,
      by: [company],
      articles: [46, 53],
      duties: ['46.1', '53.1'],
      documents: { LEGAL_REVIEW: 'OPTIONAL', OTHER: 'OPTIONAL' },
      fields: particulars,
    },
    publish: {
      label: '公布',
      effect: '对所有人公开，同一种类的旧版本随即被替代；此后不能修改，只能公布新版本。',
      from: ['DRAFT'],
      to: 'PUBLISHED',
      by: [company],
      articles: [46, 53],
      duties: ['46.1', '46.2', '53.1'],
      documents: { LEGAL_REVIEW: 'OPTIONAL' },
      tells: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'ECOSYSTEM_UNIT'],
    },
    supersede: {
      label: '被新版本替代',
      effect: '新签协议须引用新版本；已签协议不变。',
      from: ['PUBLISHED'],
      to: 'SUPERSEDED',
      by: [{ party: 'SYSTEM' }],
      articles: [53],
      duties: ['53.1'],
    },
    discard: {
      label: '放弃草稿',
      effect: '草稿不再公布。',
      from: ['DRAFT'],
      to: 'DISCARDED',
      by: [company],
      articles: [53],
      duties: [],
      negative: true,
    },
  },
});
