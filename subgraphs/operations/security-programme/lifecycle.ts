import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { SECURITY_DOMAINS } from '../choices-safety.ts';
import { COMPANY_SECURITY } from '../safety-parties.ts';

const measures = {
  measures: { kind: 'text', label: '措施', max: 4000, multiline: true },
  chargeOf: { kind: 'text', label: '负责人', hint: '岗位或部门', max: 100 },
} as const satisfies Fields;

/** 安全措施: what the company does in each domain of security, guided by the owner unit (article 64). */
export const securityProgrammeLifecycle = lifecycle({
  noun: 'SecurityProgramme',
  label: '安全措施',
  description: '项目公司在基础设施、软件、密码、数据和开放生态各领域的安全措施和防护方案，由业主单位指导。',
  articles: [64],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
  states: {
    RUNNING: { label: '执行中', tone: 'GOOD' },
    ENDED: { label: '已结束', tone: 'NEUTRAL', final: true },
  },
  actions: {
    start: {
      label: '登记措施',
      effect: '这一安全领域有了措施；业主单位收到通知，可以提出指导意见。',
      from: null,
      to: 'RUNNING',
      by: [COMPANY_SECURITY],
      articles: [64],
      duties: ['64.2'],
      fields: {
        domain: { kind: 'choice', label: '安全领域', enumName: 'SecurityDomain', options: SECURITY_DOMAINS },
        ...measures,
      },
      documents: { SECURITY_PLAN: 'OPTIONAL', OTHER: 'OPTIONAL' },
      tells: ['OWNER_UNIT'],
    },
    amend: {
      label: '修改措施',
      effect: '以新的措施为准，业主单位收到通知。',
      from: ['RUNNING'],
      to: null,
      by: [COMPANY_SECURITY],
      articles: [64],
      duties: ['64.2'],
      fields: measures,
      documents: { SECURITY_PLAN: 'OPTIONAL', OTHER: 'OPTIONAL' },
      tells: ['OWNER_UNIT'],
    },
    guide: {
      label: '提出指导意见',
      effect: '意见留存，项目公司收到通知。',
      from: ['RUNNING'],
      to: null,
      by: [{ party: 'OWNER_UNIT', roles: ['HEAD', 'SECURITY', 'OPERATOR'] }],
      articles: [64],
      duties: ['64.2'],
      fields: { guidance: { kind: 'text', label: '指导意见', max: 2000, multiline: true } },
      tells: ['OWNER'],
    },
    end: {
      label: '结束',
      effect: '措施不再执行；这一领域没有其他措施的会列为缺口。',
      from: ['RUNNING'],
      to: 'ENDED',
      by: [COMPANY_SECURITY],
      articles: [64],
      duties: [],
      reason: 'REQUIRED',
    },
  },
});
