import { formatInstant } from './dates.ts';
import type { Tone } from './tones.ts';

/** What the pages of an incident show besides its particulars. */
export interface IncidentCourse {
  level: string;
  levelLabel: string;
  computedLevel: string;
  fired: { rule: string; criterion: string; level: string; text: string; figure: string }[];
  outageScope: string;
  outageStartedAt: string | null;
  outageEndedAt: string | null;
  outageSeconds: number;
  nextCrossingAt: string | null;
  progressDueAt: string | null;
  progressOverdue: boolean;
  progressMissed: number;
  progressCount: number;
  jointWorkGroup: {
    formedAt: string;
    members: string[];
    commanderFrom: string;
    commanderName: string | null;
  } | null;
  entries: { at: string; kind: string; level: string; text: string; byName: string }[];
  progressReports: {
    at: string;
    dueAt: string | null;
    late: boolean;
    level: string;
    text: string;
    byName: string;
  }[];
  externalNotices: { at: string; recipient: string; decision: string; note: string; byName: string }[];
  alertFigures: { alerts: number; firing: number; received: number } | null;
}

export const INCIDENT_SELECT = `level levelLabel computedLevel fired { rule criterion level text figure }
  outageScope outageStartedAt outageEndedAt outageSeconds nextCrossingAt
  progressDueAt progressOverdue progressMissed progressCount
  jointWorkGroup { formedAt members commanderFrom commanderName }
  entries { at kind level text byName }
  progressReports { at dueAt late level text byName }
  externalNotices { at recipient decision note byName }
  alertFigures { alerts firing received }`;

/** An incident as the live page and the report show it. */
export interface Incident extends IncidentCourse {
  id: string;
  number: string;
  title: string;
  status: string;
  statusLabel: string;
  statusTone: string;
  awaits: string | null;
  description: string;
  category: string;
  source: string;
  affected: string | null;
  startedAt: string;
  detectedAt: string;
  reportedAt: string | null;
  handlingStartedAt: string | null;
  endedAt: string | null;
  reportingLate: boolean | null;
  handlingLate: boolean | null;
  peakLevel: string;
  resolution: string | null;
  cause: string | null;
  impact: string | null;
  measures: string | null;
  organization: { name: string | null };
}

/** One incident with its whole course. */
export const INCIDENT_QUERY = `query IncidentCourse($id: ID!) { incident(id: $id) {
  id number title status statusLabel statusTone awaits description category source affected startedAt detectedAt reportedAt
  handlingStartedAt endedAt reportingLate handlingLate peakLevel resolution cause impact measures organization { name }
  ${INCIDENT_SELECT} } }`;

/** Who of a team is on duty on a day, and how to call them. */
export interface OnDuty {
  kind: string;
  teamName: string;
  people: string;
  dutyPhone: string;
}

/** Who is on duty on a day (article 58). */
export const ROSTER_QUERY =
  'query OnDuty($on: Date!) { dutyRoster(on: $on) { kind teamName people dutyPhone } }';

const TONES: Record<string, Tone> = { LEVEL_1: 'bad', LEVEL_2: 'bad', LEVEL_3: 'warn', LEVEL_4: 'wait' };

/** The look of a level. */
export const levelTone = (level: string): Tone => TONES[level] ?? 'off';

/** How long until an instant or since it, in words; seconds only within the last hour. */
export function distance(to: string, now: Date): string {
  const seconds = Math.abs(Math.round((Date.parse(to) - now.getTime()) / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours} 小时 ${minutes} 分`;
  return minutes > 0 ? `${minutes} 分 ${seconds % 60} 秒` : `${seconds} 秒`;
}

export interface Clock {
  label: string;
  text: string;
  tone: Tone;
}

const seconds = (amount: number): string => {
  const [hours, minutes] = [Math.floor(amount / 3600), Math.floor(amount / 60) % 60];
  return `${hours > 0 ? `${hours} 小时 ` : ''}${minutes} 分 ${amount % 60} 秒`;
};

/** The clocks of an incident that run at an instant: outage, next level, next report, commander. */
export function clocksOf(incident: IncidentCourse, now: Date): Clock[] {
  const { outageScope, outageEndedAt, outageSeconds, nextCrossingAt, progressDueAt, progressOverdue } =
    incident;
  const clocks: Clock[] = [];
  if (outageScope !== 'NONE')
    clocks.push({
      label: outageEndedAt ? '中断，已恢复' : '中断，还在持续',
      text: seconds(outageSeconds),
      tone: outageEndedAt ? 'ok' : 'bad',
    });
  if (nextCrossingAt)
    clocks.push({ label: '持续到此刻升级', text: `还有 ${distance(nextCrossingAt, now)}`, tone: 'warn' });
  if (progressOverdue)
    clocks.push({
      label: '进展报告',
      text: `已逾期，缺报 ${Math.max(1, incident.progressMissed)} 次`,
      tone: 'bad',
    });
  else if (progressDueAt)
    clocks.push({
      label: '下次进展报告',
      text: `还有 ${distance(progressDueAt, now)}（${formatInstant(progressDueAt)} 之前）`,
      tone: 'wait',
    });
  const group = incident.jointWorkGroup;
  if (group && !group.commanderName)
    clocks.push({ label: '指挥长', text: `待任命，须为${group.commanderFrom}的负责人`, tone: 'warn' });
  return clocks;
}
