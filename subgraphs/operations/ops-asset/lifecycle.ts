import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { OPS_ASSET_KINDS, OPS_ASSET_USES, OPS_RESPONSIBLES } from '../choices-operations.ts';

const particulars = {
  name: { kind: 'text', label: '名称', max: 100 },
  runbook: { kind: 'text', label: '运维手册', hint: '文号或网址', max: 300 },
  maintenanceWindow: {
    kind: 'text',
    label: '维护时段',
    hint: '例如：每月第二个周三 23 时至次日 1 时',
    max: 200,
  },
  dutyPhone: { kind: 'phone', label: '值守电话', hint: '全天候可以接通' },
} as const satisfies Fields;

/** Article 55: what public services stand on is operated by the infrastructure provider. */
const publicIsTheProviders: Guard = ({ input }) =>
  input?.serviceUse === 'PUBLIC' && input.responsible !== 'INFRASTRUCTURE_PROVIDER'
    ? refuse('RESPONSIBLE_PARTY_FIXED', {
        articles: [55],
        details: [
          { path: 'responsible', message: '运维责任：公共服务应用的云、网、安全由基础设施提供方运维' },
        ],
      })
    : null;

/** Article 66: what public services stand on is secured by the infrastructure provider. */
const publicIsTheProvidersToSecure: Guard = ({ input }) =>
  input?.serviceUse === 'PUBLIC' &&
  input.securityResponsible !== null &&
  input.securityResponsible !== 'INFRASTRUCTURE_PROVIDER'
    ? refuse('RESPONSIBLE_PARTY_FIXED', {
        articles: [66],
        details: [
          {
            path: 'securityResponsible',
            message: '安全责任：公共服务应用的云、网、安全由基础设施提供方负责安全',
          },
        ],
      })
    : null;

/** Whoever operates it registers it. */
const byResponsible: Guard = ({ input, viewer }) =>
  !input || input.responsible === viewer.party
    ? null
    : refuse('VALIDATION', {
        details: [{ path: 'responsible', message: '运维责任：由承担运维的一方自己登记' }],
      });

const operators = (['INFRASTRUCTURE_PROVIDER', 'PROJECT_COMPANY'] as const).map(
  (party) => ({ party, roles: ['HEAD', 'OPERATOR', 'SECURITY'], own: true }) as const,
);
const management = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;

/** 运维资产: clouds, networks and security, who operates each, and under which guidance (article 55). */
export const opsAssetLifecycle = lifecycle({
  noun: 'OpsAsset',
  label: '运维资产',
  description:
    '应用所用的云、网络和安全设施由谁运维：公共服务应用的由基础设施提供方在管理单位指导下运维；运行本身在系统之外。',
  articles: [55],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY', 'OWNER_UNIT'],
  states: {
    IN_USE: { label: '在用', tone: 'GOOD' },
    RETIRED: { label: '已停用', tone: 'NEUTRAL', final: true },
  },
  actions: {
    register: {
      label: '登记资产',
      effect: '登记由谁运维、怎样联系；管理单位可以给出指导。',
      from: null,
      to: 'IN_USE',
      by: operators,
      articles: [55, 66],
      duties: ['55', '66'],
      fields: {
        kind: { kind: 'choice', label: '种类', enumName: 'OpsAssetKind', options: OPS_ASSET_KINDS },
        serviceUse: { kind: 'choice', label: '用于', enumName: 'OpsAssetUse', options: OPS_ASSET_USES },
        responsible: {
          kind: 'choice',
          label: '运维责任',
          enumName: 'OpsResponsible',
          options: OPS_RESPONSIBLES,
        },
        securityResponsible: {
          kind: 'choice',
          label: '安全责任',
          hint: '不选为运维的一方',
          enumName: 'OpsResponsible',
          options: OPS_RESPONSIBLES,
          optional: true,
        },
        ...particulars,
      },
      guards: [publicIsTheProviders, publicIsTheProvidersToSecure, byResponsible],
      tells: ['MANAGEMENT_UNIT'],
    },
    amend: {
      label: '修改',
      effect: '更新资产情况；用途和运维责任不变。',
      from: ['IN_USE'],
      to: null,
      by: operators,
      articles: [55],
      duties: ['55'],
      fields: particulars,
    },
    guide: {
      label: '给出指导意见',
      effect: '指导意见附在资产上，历次意见见时间线。',
      from: ['IN_USE'],
      to: null,
      by: [management],
      articles: [55],
      duties: ['55'],
      fields: { guidance: { kind: 'text', label: '指导意见', max: 2000, multiline: true } },
      tells: ['OWNER'],
    },
    retire: {
      label: '停用',
      effect: '不再使用。',
      from: ['IN_USE'],
      to: 'RETIRED',
      by: operators,
      articles: [55],
      duties: [],
      reason: 'REQUIRED',
      negative: true,
    },
  },
});
