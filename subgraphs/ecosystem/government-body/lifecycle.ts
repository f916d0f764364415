import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { insideGuangxi } from '@zgt/runtime/validation/inside-guangxi.ts';
import { GOVERNMENT_LEVELS, GOVERNMENT_PARTIES, INDUSTRY_CATEGORIES } from '../choices.ts';
import { institutionFields } from '../organization/institution.ts';

const verticalSystem = {
  kind: 'choice',
  label: '主管条线',
  hint: '自治区级部门填写，可以查看本条线各地的服务事项；综合部门不填',
  enumName: 'IndustryCategory',
  options: INDUSTRY_CATEGORIES,
  optional: true,
} as const;

/** 政府部门、设区市、县: government bodies of Guangxi, which the measure binds directly (article 13). */
export const governmentBodyLifecycle = lifecycle({
  noun: 'GovernmentBody',
  label: '政府单位',
  description: '受办法约束的广西各级政府部门、设区市和县（市、区）。',
  articles: [11, 13, 16],
  readers: ['MANAGEMENT_UNIT', 'INFRASTRUCTURE_PROVIDER', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    ACTIVE: { label: '参与中', tone: 'GOOD' },
    ENDED: { label: '已终止', tone: 'NEUTRAL', final: true },
  },
  actions: {
    register: {
      label: '登记',
      effect: '该单位成为参与方，其负责人即可登录办理。',
      from: null,
      to: 'ACTIVE',
      by: [{ party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] }],
      articles: [13, 16],
      duties: ['13'],
      fields: {
        ...institutionFields,
        party: {
          kind: 'choice',
          label: '单位类别',
          enumName: 'GovernmentParty',
          options: GOVERNMENT_PARTIES,
        },
        level: { kind: 'choice', label: '层级', enumName: 'GovernmentLevel', options: GOVERNMENT_LEVELS },
        regionCode: { kind: 'text', label: '行政区划代码', hint: '6 位，广西以 45 开头', max: 6 },
        verticalSystem,
      },
      guards: [insideGuangxi],
    },
    assignLine: {
      label: '指定条线',
      effect: '自治区级部门由此可以查看本条线各地的服务事项；不填则不再按条线查看。',
      from: ['ACTIVE'],
      to: null,
      by: [{ party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] }],
      articles: [16],
      duties: ['16.1'],
      fields: { verticalSystem },
      tells: ['OWNER'],
    },
    end: {
      label: '终止',
      effect: '该单位不再参与。',
      from: ['ACTIVE'],
      to: 'ENDED',
      by: [{ party: 'MANAGEMENT_UNIT', roles: ['HEAD'] }],
      articles: [13],
      duties: ['13'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
    },
  },
});
