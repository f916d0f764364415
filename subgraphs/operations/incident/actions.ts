import { address } from '@zgt/runtime/lifecycle/address.ts';
import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { INCIDENT_LEVEL_LABELS, type IncidentLevel, isGraver } from '@zgt/schema/measure/incident-levels.ts';
import {
  type IncidentEntryKind,
  NOTICE_DECISIONS,
  NOTICE_RECIPIENTS,
  type NoticeRecipient,
} from '../choices-incidents.ts';
import type { IncidentRow } from '../tables-incidents.ts';
import {
  missedReports,
  outageMinutes,
  outageMsOf,
  progressDueAfterChange,
  progressInterval,
  reckon,
} from './course.ts';
import { commandingParty, type IncidentSurroundings } from './guards.ts';
import { incidentLifecycle } from './lifecycle.ts';
import {
  entryStatement,
  findCandidate,
  noticeStatement,
  progressStatement,
  readIncidentSurroundings,
} from './store.ts';

type Incident = Given<IncidentRow>;
type Columns = Partial<IncidentRow>;

const MINUTE = 60_000;
const NOUN = incidentLifecycle.noun;

const byName = ({ viewer }: Incident): string =>
  viewer.via === 'SYSTEM' ? '系统' : (viewer.organizationName ?? viewer.accountName);

function enter(given: Incident, kind: IncidentEntryKind, level: IncidentLevel, text: string): void {
  const { record, now, write } = given;
  write(
    `entry ${kind} ${record.id}`,
    entryStatement({ incidentId: record.id, at: now, kind, level, text, byName: byName(given) }),
  );
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
function tellManagement(
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
function takeLevel(given: Incident, incident: IncidentRow, from: IncidentLevel | null, why: string): Columns {
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

const reasonsOf = ({ criteria }: Pick<IncidentRow, 'criteria'>): string =>
  criteria.fired.length > 0
    ? criteria.fired.map(({ text, figure }) => `${text}（${figure}）`).join('；')
    : '没有达到任何一项标准，按四级对待';

/** Reckons the level anew after a change of facts or time, with all that follows from it. */
function reckonAnew(given: Incident, changes: Columns = {}): { columns: Columns } {
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

const late = ({ now, record, parameters }: Incident, name: 'handling' | 'reporting'): boolean =>
  now.getTime() - record.detectedAt.getTime() >
  numberParameter(parameters, `incident.${name}_flag_minutes`) * MINUTE;

function beginning(given: Incident, facts: Columns): Columns {
  const { now } = given;
  const outageStartedAt = facts.outageStartedAt ?? now;
  return {
    longestOutageMs: 0,
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

function begin(given: Incident, facts: Columns): { columns: Columns } {
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

/** The register of incidents; what a level demands follows in the same transaction as the level. */
export const incident = noun<IncidentRow, IncidentSurroundings>({
  lifecycle: incidentLifecycle,
  table: 'operations.incident',
  numberPrefix: 'SJ',
  searchColumns: ['title', 'affected'],
  title: ({ title }) => title,
  facts: async (db, records, _viewer, input) => {
    // Only what is being created is judged by its surroundings.
    if (records.every((record) => record !== null))
      return records.map(() => ({ companyId: '', app: null, platform: null }));
    const { appId = null, platformId = null } = (input ?? {}) as Partial<IncidentRow>;
    const found = await readIncidentSurroundings(db, appId, platformId);
    return records.map(() => found);
  },
  effects: {
    detect: async (given) => {
      const { companyId, app, platform } = given.facts as IncidentSurroundings;
      return begin(given, {
        ...(given.input as Columns),
        organizationId: companyId!,
        source: 'PERSON',
        affected: app?.title ?? platform?.title ?? null,
      });
    },
    suspect: async (given) => begin(given, given.input as Columns),
    report: async (given) => {
      const { record, now } = given;
      if (record.category === 'SECURITY')
        tellManagement(given, record, 'report', '安全事件已经报告，正在受理。');
      return { columns: { reportedAt: now, reportingLate: late(given, 'reporting') } };
    },
    accept: async (given) => {
      const { record, now, parameters } = given;
      const reckoned = reckon(record, null, now, outageMinutes(parameters));
      const columns: Columns = { ...reckoned, handlingStartedAt: now, handlingLate: late(given, 'handling') };
      const duties = takeLevel(given, { ...record, ...columns }, null, `${reasonsOf(reckoned)}。`);
      return { columns: { ...columns, ...duties } };
    },
    correctFacts: async (given) => {
      const { outageStartedAt, ...facts } = given.input as Columns;
      const { record } = given;
      const began = outageStartedAt ?? record.outageStartedAt;
      return reckonAnew(given, {
        ...facts,
        outageStartedAt: began,
        startedAt: began < record.startedAt ? began : record.startedAt,
      });
    },
    endOutage: async (given) => {
      const outageEndedAt = (given.input.outageEndedAt as Date | null) ?? given.now;
      const { columns } = reckonAnew(given, { outageEndedAt });
      enter(given, 'OUTAGE', columns.level!, '中断已经恢复。');
      return { columns };
    },
    resumeOutage: async (given) => {
      const { record, now } = given;
      const outageStartedAt = (given.input.outageStartedAt as Date | null) ?? now;
      const longestOutageMs = Math.max(Number(record.longestOutageMs), outageMsOf(record, now));
      const { columns } = reckonAnew(given, { outageStartedAt, outageEndedAt: null, longestOutageMs });
      enter(given, 'OUTAGE', columns.level!, '又一次中断。');
      return { columns };
    },
    recalculate: async (given) => reckonAnew(given),
    escalate: async (given) => setLevel(given, given.input.level as IncidentLevel),
    lower: async (given) => setLevel(given, given.input.level as IncidentLevel),
    appointCommander: async (given) => {
      const { record, input, tx } = given;
      const party = commandingParty(record.level)!;
      const candidate = await findCandidate(tx, input.commander as string);
      const fits = candidate?.memberships.some((own) => own.party === party && own.roles.includes('HEAD'));
      if (!candidate || !fits)
        return {
          refusal: refuse('COMMANDER_INVALID', {
            details: [
              {
                path: 'commander',
                message: candidate
                  ? `指挥长：${INCIDENT_LEVEL_LABELS[record.level]}事件须由${party === 'MANAGEMENT_UNIT' ? '管理单位' : '项目公司'}的负责人担任`
                  : '指挥长：没有这个账号',
              },
            ],
          }),
        };
      enter(given, 'COMMANDER', record.level, `任命 ${candidate.name} 为指挥长。`);
      return {
        columns: {
          commanderName: candidate.name,
          commanderAccountId: candidate.accountId,
          commanderDueAt: null,
        },
      };
    },
    reportProgress: async (given) => {
      const { record, input, now, parameters, write } = given;
      const dueAt = record.progressOverdueAt ?? record.progressDueAt;
      const report = {
        incidentId: record.id,
        at: now,
        dueAt,
        late: dueAt !== null && now > dueAt,
        level: record.level,
        text: input.text as string,
        byName: byName(given),
      };
      write(`progress ${record.id}`, progressStatement(report));
      tellManagement(given, record, 'reportProgress', `${report.late ? '（迟报）' : ''}${report.text}`);
      const interval = progressInterval(record.level, parameters);
      return {
        columns: {
          lastProgressAt: now,
          progressCount: record.progressCount + 1,
          progressOverdueAt: null,
          progressDueAt: interval === null ? null : new Date(now.getTime() + interval),
        },
      };
    },
    missProgress: async (given) => {
      const { record, now, parameters } = given;
      const dueAt = record.progressDueAt!;
      const { missed, nextDueAt } = missedReports(dueAt, progressInterval(record.level, parameters)!, now);
      const text = missed > 1 ? `到时没有报告进展，连续缺报 ${missed} 次。` : '到时没有报告进展。';
      enter(given, 'PROGRESS_MISSED', record.level, text);
      for (const party of ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'] as const)
        address(given, NOUN, {
          party,
          roles: ['HEAD'],
          action: 'missProgress',
          title: `进展逾期：${INCIDENT_LEVEL_LABELS[record.level]}事件“${record.title}”`,
          body: `${text}请立即报告，并由指挥长督办。`,
          articles: [62],
        });
      return {
        columns: {
          progressDueAt: nextDueAt,
          progressOverdueAt: record.progressOverdueAt ?? dueAt,
          progressMissed: record.progressMissed + missed,
        },
      };
    },
    decideNotice: async (given) => {
      const { record, input, now, write } = given;
      const recipient = input.recipient as NoticeRecipient;
      const decision = input.decision as keyof typeof NOTICE_DECISIONS;
      const note = input.note as string;
      write(
        `notice ${record.id}`,
        noticeStatement({ incidentId: record.id, at: now, recipient, decision, note, byName: byName(given) }),
      );
      enter(
        given,
        'NOTICE',
        record.level,
        `${NOTICE_RECIPIENTS[recipient]}：${NOTICE_DECISIONS[decision]}。${note}`,
      );
      return { columns: { noticesDecided: [...new Set([...record.noticesDecided, recipient])] } };
    },
    keepEvidence: async ({ record, now }) => ({ columns: { evidenceKeptAt: record.evidenceKeptAt ?? now } }),
    note: async (given) => {
      enter(given, 'NOTE', given.record.level, given.input.text as string);
      return { columns: {} };
    },
    markResolved: async (given) => {
      const { record, input, now } = given;
      return reckonAnew(given, {
        resolution: input.resolution as string,
        outageEndedAt: record.outageScope === 'NONE' ? record.outageEndedAt : (record.outageEndedAt ?? now),
      });
    },
    passVerification: async ({ now }) => ({
      columns: { endedAt: now, progressDueAt: null, nextCrossingAt: null, commanderDueAt: null },
    }),
  },
});

function setLevel(given: Incident, level: IncidentLevel): { columns: Columns } {
  const { record, reason } = given;
  const peakLevel = isGraver(level, record.peakLevel) ? level : record.peakLevel;
  const columns = { level, peakLevel };
  const why = reason ? `理由：${reason}` : '';
  return { columns: { ...columns, ...takeLevel(given, { ...record, ...columns }, record.level, why) } };
}
