import { address } from '@zgt/runtime/lifecycle/address.ts';
import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { INCIDENT_LEVEL_LABELS, type IncidentLevel } from '@zgt/schema/measure/incident-levels.ts';
import {
  INCIDENT_CAUSES,
  type IncidentCause,
  NOTICE_DECISIONS,
  NOTICE_RECIPIENTS,
  type NoticeRecipient,
} from '../choices-incidents.ts';
import type { IncidentRow } from '../tables-incidents.ts';
import {
  begin,
  byName,
  type Columns,
  enter,
  late,
  NOUN,
  passStage,
  reasonsOf,
  reckonAnew,
  setLevel,
  takeLevel,
  tellManagement,
} from './consequences.ts';
import { missedReports, outageMinutes, outageMsOf, progressInterval, reckon } from './course.ts';
import { commandingParty, type IncidentSurroundings } from './guards.ts';
import { incidentLifecycle } from './lifecycle.ts';
import { findCandidate, noticeStatement, progressStatement, readIncidentSurroundings } from './store.ts';

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
      passStage(given, '已经报告。');
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
      const { record, reason } = given;
      const began = outageStartedAt ?? record.outageStartedAt;
      // The first interruption is corrected itself; a later one leaves the beginning where it was.
      const isFirst = record.startedAt.getTime() === record.outageStartedAt.getTime();
      enter(given, 'FACTS', record.level, `事实已经更正。理由：${reason}`);
      return reckonAnew(given, {
        ...facts,
        outageStartedAt: began,
        startedAt: isFirst || began < record.startedAt ? began : record.startedAt,
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
      const lastOutageMs = outageMsOf(record, now);
      const { columns } = reckonAnew(given, {
        outageStartedAt,
        outageEndedAt: null,
        longestOutageMs: Math.max(Number(record.longestOutageMs), lastOutageMs),
        earlierOutageMs: Number(record.earlierOutageMs) + lastOutageMs,
      });
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
    determineCause: async (given) => {
      const causeKind = given.input.causeKind as IncidentCause;
      enter(given, 'CAUSE', given.record.level, `${INCIDENT_CAUSES[causeKind]}。${given.reason ?? ''}`);
      return { columns: { causeKind } };
    },
    contactProvider: async ({ now }) => ({ columns: { providerContactedAt: now } }),
    keepEvidence: async (given) => {
      const { record, now } = given;
      passStage(given, '材料已经留存。');
      return { columns: { evidenceKeptAt: record.evidenceKeptAt ?? now } };
    },
    note: async (given) => {
      enter(given, 'NOTE', given.record.level, given.input.text as string);
      return { columns: {} };
    },
    markResolved: async (given) => {
      const { record, input, now } = given;
      passStage(given, `处置完毕，转回归验证。${input.resolution}`);
      return reckonAnew(given, {
        resolution: input.resolution as string,
        outageEndedAt: record.outageScope === 'NONE' ? record.outageEndedAt : (record.outageEndedAt ?? now),
      });
    },
    failVerification: async (given) => {
      passStage(given, `回归验证不通过，继续处置。理由：${given.reason}`);
      return { columns: {} };
    },
    passVerification: async (given) => {
      passStage(given, '回归验证通过，应急结束。');
      return {
        columns: { endedAt: given.now, progressDueAt: null, nextCrossingAt: null, commanderDueAt: null },
      };
    },
    fileReport: async (given) => {
      passStage(given, '书面报告已经报送。');
      return { columns: given.input as Columns };
    },
    close: async (given) => {
      passStage(given, '事件办结。');
      return { columns: {} };
    },
    dismiss: async (given) => {
      passStage(given, `核实为误报。理由：${given.reason}`);
      return { columns: {} };
    },
  },
});
