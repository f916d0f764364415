import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { KnownRecord } from '../incident/guards.ts';

export interface IncidentNoticeFacts {
  incident: KnownRecord | null;
  app: KnownRecord | null;
}

/** Before it is accepted nothing is confirmed, and afterwards there is nobody to warn. */
const TOLD_IN: readonly string[] = ['REPORTED', 'HANDLING', 'VERIFYING', 'ENDED', 'REPORT_FILED'];

const isOfAnIncident: Guard<IncidentNoticeFacts> = ({ facts: { incident, app }, input }) => {
  if (!input) return null;
  const fault = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });
  if (incident?.noun !== 'Incident') return fault('incidentId', '事件：没有这个事件');
  if (!TOLD_IN.includes(incident.state)) return fault('incidentId', '事件：报告之后、关闭之前才能告知');
  return app?.noun === 'App' ? null : fault('appId', '应用：没有这个应用');
};

/** 事件通报: what a provider whose app is hit has to know of an incident, and no more (article 62). */
export const incidentNoticeLifecycle = lifecycle({
  noun: 'IncidentNotice',
  label: '事件通报',
  description: '项目公司告知受影响应用的提供方：出了什么事、需要怎样配合；提供方只看得到告知的内容。',
  articles: [57, 62],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    SENT: { label: '待回应', tone: 'WAITING', awaits: 'OWNER' },
    ANSWERED: { label: '已回应', tone: 'GOOD', final: true },
  },
  actions: {
    send: {
      label: '通报提供方',
      effect: '提供方立即收到；它看不到事件的其他内容。',
      from: null,
      to: 'SENT',
      by: [{ party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'] }],
      articles: [62],
      duties: ['62.1'],
      fields: {
        incidentId: { kind: 'reference', label: '事件', of: 'incidents' },
        appId: { kind: 'reference', label: '受影响的应用', of: 'apps' },
        text: {
          kind: 'text',
          label: '告知的内容',
          hint: '影响、需要怎样配合、预计何时恢复；不写未定论的责任',
          max: 2000,
          multiline: true,
        },
      },
      guards: [isOfAnIncident],
      tells: ['OWNER'],
    },
    answer: {
      label: '回应',
      effect: '项目公司收到提供方的处置情况。',
      from: ['SENT'],
      to: 'ANSWERED',
      by: (['ECOSYSTEM_UNIT', 'GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'] as const).map(
        (party) => ({ party, own: true }) as const,
      ),
      articles: [57, 62],
      duties: ['62.1'],
      fields: {
        answer: { kind: 'text', label: '回应', hint: '已知悉，以及采取的措施', max: 2000, multiline: true },
      },
      tells: ['PROJECT_COMPANY'],
    },
  },
});
