import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { KnownRecord } from '../subjects/known-record.ts';

/** What a note is judged by: the record that it is about. */
export interface SupervisionNoteFacts {
  subject: KnownRecord | null;
}

/** What the infrastructure provider helps to supervise (article 4). */
const SUPERVISED_NOUNS: readonly string[] = [
  'Incident',
  'MonitorTarget',
  'InspectionTask',
  'Filing',
  'Assessment',
  'OperationMetric',
  'SystemPlatform',
  'InfrastructureRequest',
  'InfrastructureItem',
  'OpsAsset',
];

const isSupervised: Guard<SupervisionNoteFacts> = ({ facts: { subject }, input }) =>
  !input || (subject !== null && SUPERVISED_NOUNS.includes(subject.noun))
    ? null
    : refuse('VALIDATION', {
        details: [
          {
            path: 'subjectNumber',
            message:
              '对象的编号：没有这条记录，或者它不在协助监管的范围（事件、监测、巡检、备案、考核、指标、平台和基础设施）',
          },
        ],
      });

/** 监管意见: what the infrastructure provider tells the management unit, which decides (article 4). */
export const supervisionNoteLifecycle = lifecycle({
  noun: 'SupervisionNote',
  label: '监管意见',
  description:
    '公共服务应用基础设施提供方协助监管时提出的意见：写明对象和内容，由管理单位阅处；意见本身不作决定。',
  articles: [4],
  readers: ['MANAGEMENT_UNIT'],
  states: {
    NOTED: { label: '已提出，待阅处', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    ANSWERED: { label: '已阅处', tone: 'GOOD', final: true },
    WITHDRAWN: { label: '已撤回', tone: 'NEUTRAL', final: true },
  },
  actions: {
    add: {
      label: '提出意见',
      effect: '管理单位收到通知，由它阅处。',
      from: null,
      to: 'NOTED',
      by: [{ party: 'INFRASTRUCTURE_PROVIDER' }],
      articles: [4],
      duties: ['4'],
      fields: {
        subjectNumber: {
          kind: 'text',
          label: '对象的编号',
          hint: '事件、巡检、备案等记录的编号，例如 SJ-2026-000001',
          max: 32,
        },
        text: { kind: 'text', label: '意见', max: 2000, multiline: true },
      },
      documents: { OTHER: 'OPTIONAL' },
      guards: [isSupervised],
      tells: ['MANAGEMENT_UNIT'],
    },
    answer: {
      label: '阅处',
      effect: '记录怎样处理，提出方收到通知。',
      from: ['NOTED'],
      to: 'ANSWERED',
      by: [{ party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE', 'OFFICER'] }],
      articles: [4],
      duties: ['4'],
      fields: { answer: { kind: 'text', label: '怎样处理', max: 2000, multiline: true } },
      tells: ['OWNER'],
    },
    withdraw: {
      label: '撤回',
      effect: '不再提出这条意见。',
      from: ['NOTED'],
      to: 'WITHDRAWN',
      by: [{ party: 'INFRASTRUCTURE_PROVIDER', own: true }],
      articles: [4],
      duties: [],
      reason: 'OPTIONAL',
      negative: true,
    },
  },
});
