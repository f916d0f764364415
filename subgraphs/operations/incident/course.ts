import { numberParameter, type ParameterValues } from '@zgt/runtime/parameters.ts';
import {
  classify,
  type FiredRule,
  graver,
  type IncidentFacts,
  type IncidentLevel,
  isGraver,
  nextCrossing,
  type OutageMinutes,
} from '@zgt/schema/measure/incident-levels.ts';
import type { IncidentRow } from '../tables-incidents.ts';
import { isOut } from './guards.ts';

const MINUTE = 60_000;

/** The lengths of an outage that the levels differ by, as they are in force (article 61). */
export function outageMinutes(parameters: ParameterValues): OutageMinutes {
  return {
    level1: numberParameter(parameters, 'incident.level1_outage_minutes'),
    level2: numberParameter(parameters, 'incident.level2_outage_minutes'),
    level3: numberParameter(parameters, 'incident.level3_outage_minutes'),
  };
}

type Facts = Pick<
  IncidentRow,
  | 'outageScope'
  | 'outageStartedAt'
  | 'outageEndedAt'
  | 'longestOutageMs'
  | 'damagedData'
  | 'dataEffect'
  | 'threat'
>;

/** How long the present or last interruption has lasted at an instant, in milliseconds. */
export function outageMsOf(
  {
    outageScope,
    outageStartedAt,
    outageEndedAt,
  }: Pick<Facts, 'outageScope' | 'outageStartedAt' | 'outageEndedAt'>,
  now: Date,
): number {
  if (outageScope === 'NONE') return 0;
  return Math.max(0, (outageEndedAt ?? now).getTime() - outageStartedAt.getTime());
}

export interface Reckoned {
  computedLevel: IncidentLevel;
  level: IncidentLevel;
  peakLevel: IncidentLevel;
  criteria: { fired: FiredRule[] };
  nextCrossingAt: Date | null;
}

/**
 * What the facts make of an incident at an instant: level, reasons and the next crossing (duties 61.1 and 61.2). A level
 * in force rises by itself and never falls by itself; before the incident is accepted none is in force.
 */
export function reckon(
  facts: Facts,
  inForce: Pick<IncidentRow, 'level' | 'peakLevel'> | null,
  now: Date,
  minutes: OutageMinutes,
): Reckoned {
  const { outageScope, damagedData, dataEffect, threat } = facts;
  const outageMs = Math.max(outageMsOf(facts, now), Number(facts.longestOutageMs));
  const given: IncidentFacts = { outageScope, outageMs, damagedData, dataEffect, threat };
  const { level: computedLevel, fired } = classify(given, minutes);
  const level = inForce ? graver(inForce.level, computedLevel) : computedLevel;
  return {
    computedLevel,
    level,
    peakLevel: inForce ? graver(inForce.peakLevel, level) : level,
    criteria: { fired },
    nextCrossingAt: isOut(facts) ? nextCrossing(outageScope, facts.outageStartedAt, now, minutes) : null,
  };
}

/** How often progress is reported at a level, in milliseconds; null at level 4 (article 62). */
export function progressInterval(level: IncidentLevel, parameters: ParameterValues): number | null {
  switch (level) {
    case 'LEVEL_1':
      return numberParameter(parameters, 'incident.level1_progress_minutes') * MINUTE;
    case 'LEVEL_2':
      return numberParameter(parameters, 'incident.level2_progress_minutes') * MINUTE;
    case 'LEVEL_3':
      return numberParameter(parameters, 'incident.level3_progress_hours') * 60 * MINUTE;
    case 'LEVEL_4':
      return null;
  }
}

/**
 * When the next report is due after a change of level: counted from the last report or the beginning, and after an
 * escalation not later than one new interval from now (article 62).
 */
export function progressDueAfterChange(
  incident: Pick<IncidentRow, 'lastProgressAt' | 'handlingStartedAt' | 'progressDueAt'>,
  from: IncidentLevel,
  to: IncidentLevel,
  now: Date,
  parameters: ParameterValues,
): Date | null {
  const interval = progressInterval(to, parameters);
  if (interval === null) return null;
  const fromNow = now.getTime() + interval;
  if (isGraver(to, from)) return new Date(Math.min(incident.progressDueAt?.getTime() ?? fromNow, fromNow));
  const since = (incident.lastProgressAt ?? incident.handlingStartedAt ?? now).getTime();
  return new Date(Math.max(since + interval, now.getTime()));
}

/** How many reports have been missed by now, and when the next is due. */
export function missedReports(dueAt: Date, interval: number, now: Date): { missed: number; nextDueAt: Date } {
  const missed = Math.floor((now.getTime() - dueAt.getTime() - 1) / interval) + 1;
  return { missed, nextDueAt: new Date(dueAt.getTime() + missed * interval) };
}
