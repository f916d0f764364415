import { address } from '@zgt/runtime/lifecycle/address.ts';
import type { Given } from '@zgt/runtime/lifecycle/noun.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import { INCIDENT_LEVEL_LABELS, type IncidentLevel, isGraver } from '@zgt/schema/measure/incident-levels.ts';
import type { IncidentEntryKind } from '../choices-incidents.ts';
import type { IncidentRow } from '../tables-incidents.ts';
import { outageMinutes, progressDueAfterChange, progressInterval, reckon } from './course.ts';
import { commandingParty } from './guards.ts';
import { incidentLifecycle } from './lifecycle.ts';
import { entryStatement } from './store.ts';

/** A call of an action on an incident. */
export type Incident = Given<IncidentRow>;
export type Columns = Partial<IncidentRow>;

const MINUTE = 60_000;
export const NOUN = incidentLifecycle.noun;

/** Which organisation did it, or the system. */
export const byName = ({ viewer }: Incident): string =>
  viewer.via === 'SYSTEM' ? '系统' : (viewer.organizationName ?? viewer.accountName);

/** Adds an entry to the course of the incident. */
export function enter(given: Incident, kind: IncidentEntryKind, level: IncidentLevel, text: string): void {
  const { record, now, write } = given;
  write(
    `entry ${kind} ${record.id}`,
    entryStatement({ incidentId: record.id, at: now, kind, level, text, byName: byName(given) }),
  );
}

/** Adds to the course that the incident has passed one of its stages, at the level that it has (article 62). */
export function passStage(given: Incident, text: string): void {
  enter(given, 'STAGE', given.record.level, text);
}

/** Who of the management unit is told at a level: everybody, or the business office alone (articles 62 and 72). */
function toldRoles(
  level: IncidentLevel,
  category: IncidentRow['category'],
): readonly string[] | undefined | null {
  if (commandingParty(level) || category === 'SECURITY') return undefined;
  return level === 'LEVEL_3' ? ['BUSINESS_OFFICE'] : null;
}

/** Tells the management unit what its level says it must know, in the same commit. */
export function tellManagement(
  given: Incident,
  incident: Pick<IncidentRow, 'level' | 'category' | 'title'>,
  action: string,
  body: string,
): void {
  const roles = toldRoles(incident.level, incident.category);
  if (roles === null) return;
  address(given, NOUN, {
    party: 'MANAGEMENT_UNIT',
    roles,
    action,
    title: `${INCIDENT_LEVEL_LABELS[incident.level]}事件“${incident.title}”`,
    body,
    articles: incident.category === 'SECURITY' ? [62, 72] : [62],
  });
}

/** The joint group and its commander, as the level asks for: another commanding party needs another commander. */
function commandColumns(given: Incident, from: IncidentLevel | null, to: IncidentLevel): Columns {
  const { record, now, parameters } = given;
  const party = commandingParty(to);
  if (from !== null && party === commandingParty(from)) return {};
  const none = { commanderName: null, commanderAccountId: null };
  if (party === null) return { ...none, commanderDueAt: null };
  const minutes = numberParameter(parameters, 'incident.commander_minutes');
  return {
    ...none,
    jointGroupAt: record.jointGroupAt ?? now,
    commanderDueAt: new Date(now.getTime() + minutes * MINUTE),
  };
}

/** What follows when a level comes into force or changes: entry, notices, reports and command (article 62). */
export function takeLevel(
  given: Incident,
  incident: IncidentRow,
  from: IncidentLevel | null,
  why: string,
): Columns {
  const { now, parameters } = given;
  const to = incident.level;
  if (from === to) return {};
  const label = INCIDENT_LEVEL_LABELS[to];
  const [kind, text] =
    from === null
      ? (['LEVEL_SET', `受理时为${label}。${why}`] as const)
      : isGraver(to, from)
        ? (['ESCALATED', `由${INCIDENT_LEVEL_LABELS[from]}升为${label}。${why}`] as const)
        : (['LOWERED', `由${INCIDENT_LEVEL_LABELS[from]}降为${label}。${why}`] as const);
  enter(given, kind, to, text);
  tellManagement(given, incident, kind === 'LEVEL_SET' ? 'accept' : kind.toLowerCase(), text);
  if (kind === 'ESCALATED')
    address(given, NOUN, {
      party: 'PROJECT_COMPANY',
      action: 'escalated',
      title: `事件“${incident.title}”升为${label}`,
      body: text,
      articles: [61, 62],
    });
  const interval = progressInterval(to, parameters);
  const progressDueAt =
    from === null
      ? interval && new Date(now.getTime() + interval)
      : progressDueAfterChange(incident, from, to, now, parameters);
  return {
    progressDueAt: progressDueAt || null,
    ...(interval === null && { progressOverdueAt: null }),
    ...commandColumns(given, from, to),
  };
}

/** Which criteria are met, by which figures. */
export const reasonsOf = ({ criteria }: Pick<IncidentRow, 'criteria'>): string =>
  criteria.fired.length > 0
    ? criteria.fired.map(({ text, figure }) => `${text}（${figure}）`).join('；')
    : '没有达到任何一项标准，按四级对待';

/** Reckons the level anew after a change of facts or time, with all that follows from it. */
export function reckonAnew(given: Incident, changes: Columns = {}): { columns: Columns } {
  const { record, now, parameters } = given;
  const inForce = record.handlingStartedAt ? record : null;
  const reckoned = reckon({ ...record, ...changes }, inForce, now, outageMinutes(parameters));
  const columns = { ...changes, ...reckoned };
  const incident = { ...record, ...columns };
  if (inForce)
    return {
      columns: { ...columns, ...takeLevel(given, incident, record.level, `${reasonsOf(reckoned)}。`) },
    };
  if (record.level && record.level !== reckoned.level)
    enter(
      given,
      isGraver(reckoned.level, record.level) ? 'ESCALATED' : 'LEVEL_SET',
      reckoned.level,
      `受理之前按事实为${INCIDENT_LEVEL_LABELS[reckoned.level]}：${reasonsOf(reckoned)}。`,
    );
  return { columns };
}

/** Whether it took longer from the detection than counts as first (article 60). */
export const late = ({ now, record, parameters }: Incident, name: 'handling' | 'reporting'): boolean =>
  now.getTime() - record.detectedAt.getTime() >
  numberParameter(parameters, `incident.${name}_flag_minutes`) * MINUTE;

function beginning(given: Incident, facts: Columns): Columns {
  const { now } = given;
  const outageStartedAt = facts.outageStartedAt ?? now;
  return {
    longestOutageMs: 0,
    earlierOutageMs: 0,
    outageEndedAt: null,
    ...facts,
    outageStartedAt,
    startedAt: outageStartedAt,
    detectedAt: now,
    progressCount: 0,
    progressMissed: 0,
    noticesDecided: [],
  };
}

/** What an incident begins with, as its first facts make it. */
export function begin(given: Incident, facts: Columns): { columns: Columns } {
  const { columns } = reckonAnew(given, beginning(given, facts));
  const level = columns.level!;
  enter(
    given,
    'DETECTED',
    level,
    `按事实为${INCIDENT_LEVEL_LABELS[level]}：${reasonsOf(columns as IncidentRow)}。`,
  );
  return { columns };
}

/** Sets a level by hand, with all that follows from it. */
export function setLevel(given: Incident, level: IncidentLevel): { columns: Columns } {
  const { record, reason } = given;
  const peakLevel = isGraver(level, record.peakLevel) ? level : record.peakLevel;
  const columns = { level, peakLevel };
  const why = reason ? `理由：${reason}` : '';
  return { columns: { ...columns, ...takeLevel(given, { ...record, ...columns }, record.level, why) } };
}
