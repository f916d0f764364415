import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { KnownRecord } from '../incident/guards.ts';

export interface IncidentNoticeFacts {
  incident: KnownRecord | null;
  app: KnownRecord | null;
  /** The app named caused the incident itself. */
  isOwnCause: boolean;
}

/** Before it is accepted nothing is confirmed, and afterwards there is nobody to warn. */
const TOLD_IN: readonly string[] = ['REPORTED', 'HANDLING', 'VERIFYING', 'ENDED', 'REPORT_FILED'];

const fault = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const isOfAnIncident: Guard<IncidentNoticeFacts> = ({ facts: { incident, app }, input }) => {
  if (!input) return null;
  if (incident?.noun !== 'Incident') return fault('incidentId', '事件：没有这个事件');
  if (!TOLD_IN.includes(incident.state)) return fault('incidentId', '事件：报告之后、关闭之前才能告知');
  return app?.noun === 'App' ? null : fault('appId', '应用：没有这个应用');
};

/** Article 26: who has to mend is told by when. */
const dayIsNamed: Guard<IncidentNoticeFacts> = ({ facts: { isOwnCause }, input, today }) => {
  if (!input) return null;
  const rectifyBy = input.rectifyBy as string | null;
  if (!isOwnCause)
    return rectifyBy === null
      ? null
      : fault('rectifyBy', '整改期限：事件认定为这个应用自身原因的才填；请先在事件上认定原因');
  if (rectifyBy === null) return fault('rectifyBy', '整改期限：因应用自身原因，须给出整改的期限');
  return rectifyBy < today ? fault('rectifyBy', '整改期限：不能早于今天') : null;
};

const providers = (['ECOSYSTEM_UNIT', 'GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'] as const).map(
  (party) => ({ party, own: true }) as const,
);

/** 事件通报: what a provider whose app is hit has to know of an incident, and no more (article 62). */
export const incidentNoticeLifecycle = lifecycle({
  noun: 'IncidentNotice',
  label: '事件通报',
  description:
    '项目公司告知受影响应用的提供方：出了什么事、需要怎样配合；提供方只看得到告知的内容。因应用自身原因的，提供方须选择整改或者下架。',
  articles: [26, 57, 62],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    SENT: { label: '待回应', tone: 'WAITING', awaits: 'OWNER' },
    ANSWERED: { label: '已回应', tone: 'GOOD', final: true },
    AWAITING_CHOICE: { label: '待选择整改或下架', tone: 'BAD', awaits: 'OWNER' },
    RECTIFYING: { label: '已选择整改', tone: 'WARNING', final: true },
    DELISTING: { label: '已选择下架', tone: 'BAD', final: true },
  },
  actions: {
    send: {
      label: '通报提供方',
      effect: '提供方立即收到；它看不到事件的其他内容。因应用自身原因的，它须选择整改或者下架。',
      from: null,
      to: 'SENT',
      orTo: 'AWAITING_CHOICE',
      by: [{ party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'] }],
      articles: [26, 62],
      duties: ['26.2', '62.1'],
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
        rectifyBy: {
          kind: 'date',
          label: '整改期限',
          hint: '事件认定为这个应用自身原因的必填；最后一天（含当日）',
          optional: true,
        },
      },
      guards: [isOfAnIncident, dayIsNamed],
      tells: ['OWNER'],
      starts: [
        {
          name: 'choose',
          title: '选择整改或者下架',
          articles: [26],
          owedBy: 'OWNER',
          when: ({ state }) => state === 'AWAITING_CHOICE',
          parameter: 'incident.provider_choice_working_days',
        },
      ],
    },
    chooseRectification: {
      label: '选择整改',
      effect: '随即按所给的期限立整改，由项目公司核验；应用照常在架。',
      from: ['AWAITING_CHOICE'],
      to: 'RECTIFYING',
      by: providers,
      articles: [26],
      duties: ['26.2'],
      fields: { plan: { kind: 'text', label: '整改办法', max: 2000, multiline: true } },
      tells: ['PROJECT_COMPANY'],
    },
    chooseDelisting: {
      label: '选择下架',
      effect: '应用立即强制下架，不等公告期；整改核验之后才能恢复。',
      from: ['AWAITING_CHOICE'],
      to: 'DELISTING',
      by: providers,
      articles: [26],
      duties: ['26.2'],
      fields: {
        noticeText: {
          kind: 'text',
          label: '告知用户的文字',
          hint: '公开显示；写明已下架和替代办法',
          max: 1000,
          multiline: true,
        },
      },
      negative: true,
      tells: ['PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
      publishes: ['appId', 'text', 'noticeText'],
    },
    answer: {
      label: '回应',
      effect: '项目公司收到提供方的处置情况。',
      from: ['SENT'],
      to: 'ANSWERED',
      by: providers,
      articles: [57, 62],
      duties: ['62.1'],
      fields: {
        answer: { kind: 'text', label: '回应', hint: '已知悉，以及采取的措施', max: 2000, multiline: true },
      },
      tells: ['PROJECT_COMPANY'],
    },
  },
});
