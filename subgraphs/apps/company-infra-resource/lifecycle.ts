import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { INFRASTRUCTURE_KINDS } from '../choices.ts';

const particulars = {
  kind: {
    kind: 'choice',
    label: '资源种类',
    enumName: 'InfrastructureKind',
    options: INFRASTRUCTURE_KINDS,
  },
  name: { kind: 'text', label: '名称', max: 60 },
  specification: { kind: 'text', label: '规格', max: 200 },
  quantity: { kind: 'integer', label: '数量', min: 1, max: 100_000 },
  location: { kind: 'text', label: '所在', hint: '机房、云区', max: 100 },
} as const satisfies Fields;

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'], own: true } as const;

/** 自备资源: the infrastructure that the project company keeps for market services at its own cost (article 36). */
export const companyInfraResourceLifecycle = lifecycle({
  noun: 'CompanyInfraResource',
  label: '自备资源',
  description: '项目公司为市场化服务自备的云、网、安全等资源。',
  articles: [36],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
  states: {
    ACTIVE: { label: '在用', tone: 'GOOD' },
    RETIRED: { label: '已停用', tone: 'NEUTRAL', final: true },
  },
  actions: {
    register: {
      label: '登记',
      effect: '登记在案，可以绑定应用。',
      from: null,
      to: 'ACTIVE',
      by: [company],
      articles: [36],
      duties: ['36.1'],
      fields: particulars,
    },
    amend: {
      label: '修改',
      effect: '更新资料。',
      from: ['ACTIVE'],
      to: null,
      by: [company],
      articles: [36],
      duties: ['36.1'],
      fields: particulars,
    },
    retire: {
      label: '停用',
      effect: '不再使用，绑定一并解除。',
      from: ['ACTIVE'],
      to: 'RETIRED',
      by: [company],
      articles: [36],
      duties: ['36.1'],
      reason: 'REQUIRED',
      negative: true,
    },
  },
});
