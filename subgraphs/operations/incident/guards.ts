import type { Guard, Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { INCIDENT_LEVEL_LABELS, type IncidentLevel, isGraver } from '@zgt/schema/measure/incident-levels.ts';
import { DECIDED_RECIPIENTS } from '../choices-incidents.ts';
import type { IncidentRow } from '../tables-incidents.ts';

/** A record of another register, as all subgraphs know it. */
export interface KnownRecord {
  id: string;
  noun: string;
  title: string;
  state: string;
  organizationId: string;
}

export interface IncidentSurroundings {
  /** The project company, whose incidents they all are; null before it is registered. */
  companyId: string | null;
  app: KnownRecord | null;
  platform: KnownRecord | null;
}

type IncidentGuard = Guard<IncidentSurroundings>;

const incidentOf = (record: Row | null): IncidentRow => record as IncidentRow;

/** True while something is interrupted. */
export function isOut({
  outageScope,
  outageEndedAt,
}: Pick<IncidentRow, 'outageScope' | 'outageEndedAt'>): boolean {
  return outageScope !== 'NONE' && outageEndedAt === null;
}

/** Whose head commands at a level; null where there is no joint group (article 62). */
export function commandingParty(level: IncidentLevel): 'MANAGEMENT_UNIT' | 'PROJECT_COMPANY' | null {
  if (level === 'LEVEL_1') return 'MANAGEMENT_UNIT';
  return level === 'LEVEL_2' ? 'PROJECT_COMPANY' : null;
}

const notNow = (message: string, remedy: string) =>
  refuse('ILLEGAL_TRANSITION', { message, articles: [61, 62], remedy });

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

/** What is named exists in its register. */
export const subjectIsKnown: IncidentGuard = ({ facts: { companyId, app, platform }, input }) => {
  if (companyId === null) return invalid('', '项目公司还没有登记，没有单位可以受理事件');
  if (!input) return null;
  if (input.appId && app?.noun !== 'App') return invalid('appId', '应用：没有这个应用');
  if (input.platformId && platform?.noun !== 'SystemPlatform')
    return invalid('platformId', '系统平台：没有这个平台');
  return null;
};

/** An instant that is told lies in the past, and an end not before its beginning. */
export const instantsHold: IncidentGuard = ({ record, input, now }) => {
  if (!input) return null;
  for (const [path, label] of [
    ['outageStartedAt', '中断开始时刻'],
    ['outageEndedAt', '恢复时刻'],
  ] as const) {
    const instant = input[path] as Date | null | undefined;
    if (instant && instant > now) return invalid(path, `${label}：不能晚于现在`);
  }
  const start = (input.outageStartedAt ?? record?.outageStartedAt) as Date | undefined;
  const end = input.outageEndedAt as Date | null | undefined;
  return start && end && end < start ? invalid('outageEndedAt', '恢复时刻：不能早于开始时刻') : null;
};

export const outageRuns: IncidentGuard = ({ record }) =>
  isOut(incidentOf(record))
    ? null
    : notNow('现在没有正在持续的中断。', '事实有误的，请先更正事实，写明中断范围。');

export const outageIsOver: IncidentGuard = ({ record }) => {
  const { outageScope, outageEndedAt } = incidentOf(record);
  if (outageScope === 'NONE') return notNow('这一事件没有中断。', '请先更正事实，写明中断范围。');
  return outageEndedAt ? null : notNow('中断还在持续。', '恢复之后又中断的，才再次登记。');
};

/** Article 26: an app's own cause needs an app that was hit. */
export const causeFitsSubject: IncidentGuard = ({ record, input }) =>
  input?.causeKind === 'APP_OWN_CAUSE' && incidentOf(record).appId === null
    ? invalid('causeKind', '原因：这个事件没有写明受影响的应用，不能认定为应用自身原因')
    : null;

const belowCriteria = (message: string, remedy?: string) =>
  refuse('LEVEL_BELOW_CRITERIA', { message, ...(remedy && { remedy }) });

/** Article 61: nobody sets a level below what the facts make, and raising does not lower. */
export const raisesLevel: IncidentGuard = ({ record, input }) => {
  if (!input) return null;
  const { level, computedLevel } = incidentOf(record);
  const wanted = input.level as IncidentLevel;
  if (isGraver(computedLevel, wanted))
    return belowCriteria(
      `按事实计算是${INCIDENT_LEVEL_LABELS[computedLevel]}，不能定为${INCIDENT_LEVEL_LABELS[wanted]}。`,
    );
  if (isGraver(level, wanted))
    return belowCriteria(
      `现在是${INCIDENT_LEVEL_LABELS[level]}；降级须先更正并评估事实，再由管理单位确认。`,
      '请更正事实，并请管理单位办理降级。',
    );
  return wanted === level ? invalid('level', `等级：已经是${INCIDENT_LEVEL_LABELS[level]}`) : null;
};

/** Article 61: the management unit confirms a lower level, down to what the assessed facts make. */
export const lowersLevel: IncidentGuard = ({ record, input }) => {
  const { level, computedLevel } = incidentOf(record);
  if (!isGraver(level, computedLevel))
    return belowCriteria(`按事实计算仍是${INCIDENT_LEVEL_LABELS[computedLevel]}，不能降级。`);
  if (!input) return null;
  const wanted = input.level as IncidentLevel;
  if (isGraver(computedLevel, wanted))
    return belowCriteria(
      `按事实计算是${INCIDENT_LEVEL_LABELS[computedLevel]}，不能降为${INCIDENT_LEVEL_LABELS[wanted]}。`,
    );
  return isGraver(level, wanted) ? null : invalid('level', '等级：应低于现在的等级');
};

export const hasJointGroup: IncidentGuard = ({ record }) =>
  commandingParty(incidentOf(record).level)
    ? null
    : notNow('现在的等级不成立联合工作组。', '一级、二级事件才任命指挥长。');

/** Article 62: what is mended is verified before the emergency ends. */
export const isVerifying: IncidentGuard = ({ record }) =>
  record!.state === 'VERIFYING'
    ? null
    : refuse('STAGE_ORDER', { message: '还没有进行回归验证，不能结束应急。' });

/** Article 63: what happened is kept before the emergency ends. */
export const evidenceIsKept: IncidentGuard = ({ record }) =>
  incidentOf(record).evidenceKeptAt === null ? refuse('EVIDENCE_REQUIRED', { articles: [63] }) : null;

/** Article 63: the written report is filed before the incident is closed. */
export const reportIsFiled: IncidentGuard = ({ record }) =>
  record!.state === 'REPORT_FILED' ? null : refuse('REPORT_REQUIRED', { articles: [63] });

/** Article 62: after level 1 or 2 it is decided, and recorded, who outside is told. */
export const noticesAreDecided: IncidentGuard = ({ record }) => {
  const { peakLevel, noticesDecided } = incidentOf(record);
  if (commandingParty(peakLevel) === null) return null;
  const open = DECIDED_RECIPIENTS.filter((recipient) => !noticesDecided.includes(recipient));
  return open.length > 0 ? refuse('NOTICE_DECISION_REQUIRED') : null;
};

/** For the timer alone: the instant has come. */
export const crossingIsDue: IncidentGuard = ({ record, now }) => {
  const { nextCrossingAt } = incidentOf(record);
  return nextCrossingAt && nextCrossingAt <= now ? null : refuse('ILLEGAL_TRANSITION');
};

export const progressIsMissed: IncidentGuard = ({ record, now }) => {
  const { progressDueAt } = incidentOf(record);
  return progressDueAt && progressDueAt < now ? null : refuse('ILLEGAL_TRANSITION');
};
