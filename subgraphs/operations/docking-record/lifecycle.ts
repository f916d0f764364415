import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { bodyIsKnown } from '../government-body/guard.ts';

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'], own: true } as const;
const management = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;
const nextStep = { kind: 'text', label: '下一步', max: 1000, multiline: true } as const;

/** 对接记录: how the company's docking with a government body goes, overseen and guided by the management unit (article 15). */
export const dockingRecordLifecycle = lifecycle({
  noun: 'DockingRecord',
  label: '对接记录',
  description:
    '项目公司同各地各部门对接资源和系统的记录：进展、受阻原因和下一步；管理单位监督指导，受阻的立即收到通知。对接的单位可以查看自己的。',
  articles: [15],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
  states: {
    PLANNED: { label: '已计划', tone: 'NEUTRAL', awaits: 'PROJECT_COMPANY' },
    IN_PROGRESS: { label: '对接中', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    BLOCKED: { label: '受阻', tone: 'BAD', awaits: 'MANAGEMENT_UNIT' },
    TAKEN_UP: { label: '受阻，管理单位协调中', tone: 'WARNING', awaits: 'MANAGEMENT_UNIT' },
    DONE: { label: '已完成', tone: 'GOOD', final: true },
  },
  actions: {
    plan: {
      label: '登记对接',
      effect: '列入对接看板。',
      from: null,
      to: 'PLANNED',
      by: [{ party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] }],
      articles: [15],
      duties: ['15.1'],
      fields: {
        governmentBodyId: { kind: 'reference', label: '对接的单位', of: 'governmentBodies' },
        matter: {
          kind: 'text',
          label: '对接什么',
          hint: '服务事项、数据或应用',
          max: 2000,
          multiline: true,
        },
        nextStep,
      },
      guards: [bodyIsKnown],
    },
    advance: {
      label: '更新进展',
      effect: '标为对接中，写明下一步。',
      from: ['PLANNED', 'IN_PROGRESS', 'BLOCKED', 'TAKEN_UP'],
      to: 'IN_PROGRESS',
      by: [company],
      articles: [15],
      duties: ['15.1'],
      fields: { nextStep },
    },
    block: {
      label: '报告受阻',
      effect: '管理单位立即收到通知。',
      from: ['PLANNED', 'IN_PROGRESS'],
      to: 'BLOCKED',
      by: [company],
      articles: [15],
      duties: ['15.1'],
      fields: { blocker: { kind: 'text', label: '受阻的原因', max: 2000, multiline: true } },
      tells: ['MANAGEMENT_UNIT'],
      negative: true,
    },
    takeUp: {
      label: '着手协调',
      effect: '告知项目公司已经着手协调。',
      from: ['BLOCKED'],
      to: 'TAKEN_UP',
      by: [management],
      articles: [15],
      duties: ['15.1'],
      fields: { guidance: { kind: 'text', label: '指导意见', max: 2000, multiline: true } },
      tells: ['OWNER'],
    },
    guide: {
      label: '给出指导',
      effect: '指导意见附在记录上，项目公司收到通知。',
      from: ['PLANNED', 'IN_PROGRESS', 'TAKEN_UP'],
      to: null,
      by: [management],
      articles: [15],
      duties: ['15.1'],
      fields: { guidance: { kind: 'text', label: '指导意见', max: 2000, multiline: true } },
      tells: ['OWNER'],
    },
    finish: {
      label: '对接完成',
      effect: '办结。',
      from: ['PLANNED', 'IN_PROGRESS', 'BLOCKED', 'TAKEN_UP'],
      to: 'DONE',
      by: [company],
      articles: [15],
      duties: ['15.1'],
    },
  },
});
