import { now } from '@zgt/runtime/clock.ts';
import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import {
  DAMAGED_DATA,
  DATA_EFFECTS,
  INCIDENT_LEVEL_LABELS,
  OUTAGE_SCOPES,
  THREATS,
} from '@zgt/schema/measure/incident-levels.ts';
import { INCIDENT_CATEGORIES, INCIDENT_CAUSES, INCIDENT_SOURCES } from '../choices-incidents.ts';
import { alertFigures } from '../incident-alert/alert-store.ts';
import { loadOnce } from '../load-once.ts';
import type { IncidentRow } from '../tables-incidents.ts';
import { incident } from './actions.ts';
import { outageMsOf } from './course.ts';
import { addCourseTypes } from './course-types.ts';
import { readEntries, readNotices, readProgress } from './store.ts';

const entriesOf = loadOnce(readEntries, ({ incidentId }) => incidentId);
const progressOf = loadOnce(readProgress, ({ incidentId }) => incidentId);
const noticesOf = loadOnce(readNotices, ({ incidentId }) => incidentId);
const figuresOf = loadOnce(alertFigures, ({ incidentId }) => incidentId);

/** Incidents in the API, with their course. */
export function addIncident(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  subjects: { app: NounOptions['organization']['type']; platform: NounOptions['organization']['type'] },
) {
  const { level, fired, entry, progress, notice, group, figures } = addCourseTypes(builder);
  const choice = (name: string, options: Readonly<Record<string, string>>) => enumOf(builder, name, options);
  return addNoun(builder, shared, incident, {
    plural: 'incidents',
    organization,
    filters: {
      level: {
        column: 'level',
        description: '只要现在是这一级的。',
        enumName: 'IncidentLevel',
        options: INCIDENT_LEVEL_LABELS,
      },
      category: {
        column: 'category',
        description: '只要这一类的。',
        enumName: 'IncidentCategory',
        options: INCIDENT_CATEGORIES,
      },
    },
    reads: {
      app: ['appId'],
      platform: ['platformId'],
      levelLabel: ['level'],
      fired: ['criteria'],
      outageSeconds: ['outageScope', 'outageStartedAt', 'outageEndedAt'],
      progressOverdue: ['progressOverdueAt', 'progressDueAt'],
      jointWorkGroup: ['jointGroupAt', 'level', 'commanderName'],
      entries: [],
      progressReports: [],
      externalNotices: [],
      alertFigures: [],
      outageStartedAt: ['outageScope', 'outageStartedAt'],
    },
    fields: (t) => ({
      description: t.exposeString('description'),
      category: t.field({
        type: choice('IncidentCategory', INCIDENT_CATEGORIES),
        resolve: (row: IncidentRow) => row.category,
      }),
      source: t.field({
        type: choice('IncidentSource', INCIDENT_SOURCES),
        resolve: (row: IncidentRow) => row.source,
      }),
      app: t.field({
        type: subjects.app,
        nullable: true,
        description: '受影响的应用。',
        resolve: ({ appId }: IncidentRow) => appId && { id: appId },
      }),
      platform: t.field({
        type: subjects.platform,
        nullable: true,
        description: '受影响的系统平台。',
        resolve: ({ platformId }: IncidentRow) => platformId && { id: platformId },
      }),
      affected: t.exposeString('affected', { nullable: true, description: '受影响的是什么，当时的名称。' }),
      level: t.field({
        type: level,
        description: '现在的等级；受理之后只升不自降。',
        resolve: (row: IncidentRow) => row.level,
      }),
      levelLabel: t.string({ resolve: (row: IncidentRow) => INCIDENT_LEVEL_LABELS[row.level] }),
      computedLevel: t.field({
        type: level,
        description: '按事实计算的等级。',
        resolve: (row: IncidentRow) => row.computedLevel,
      }),
      peakLevel: t.field({
        type: level,
        description: '达到过的最高等级。',
        resolve: (row: IncidentRow) => row.peakLevel,
      }),
      fired: t.field({
        type: [fired],
        description: '达到了哪几项标准，凭什么；一项都没有的按四级对待。',
        resolve: (row: IncidentRow) => row.criteria.fired,
      }),
      outageScope: t.field({
        type: choice('OutageScope', OUTAGE_SCOPES),
        resolve: (row: IncidentRow) => row.outageScope,
      }),
      damagedData: t.field({
        type: choice('DamagedData', DAMAGED_DATA),
        resolve: (row: IncidentRow) => row.damagedData,
      }),
      dataEffect: t.field({
        type: choice('DataEffect', DATA_EFFECTS),
        resolve: (row: IncidentRow) => row.dataEffect,
      }),
      threat: t.field({ type: choice('IncidentThreat', THREATS), resolve: (row: IncidentRow) => row.threat }),
      startedAt: t.expose('startedAt', { type: 'DateTime', description: '中断或损害最初开始的时刻。' }),
      outageStartedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '最近一次中断开始的时刻；没有中断时为空。',
        resolve: (row: IncidentRow) => (row.outageScope === 'NONE' ? null : row.outageStartedAt),
      }),
      outageEndedAt: t.expose('outageEndedAt', {
        type: 'DateTime',
        nullable: true,
        description: '最近一次中断恢复的时刻；还在持续时为空。',
      }),
      outageSeconds: t.int({
        description: '最近一次中断已经持续，或一共持续多少秒。',
        resolve: (row: IncidentRow) => Math.floor(outageMsOf(row, now()) / 1000),
      }),
      nextCrossingAt: t.expose('nextCrossingAt', {
        type: 'DateTime',
        nullable: true,
        description: '中断持续到此刻即升一级；不会再因时长升级时为空。',
      }),
      detectedAt: t.expose('detectedAt', { type: 'DateTime' }),
      reportedAt: t.expose('reportedAt', { type: 'DateTime', nullable: true }),
      handlingStartedAt: t.expose('handlingStartedAt', { type: 'DateTime', nullable: true }),
      endedAt: t.expose('endedAt', {
        type: 'DateTime',
        nullable: true,
        description: '回归验证通过的时刻。',
      }),
      handlingLate: t.exposeBoolean('handlingLate', {
        nullable: true,
        description: '发现之后没有及时处置（规则参数 incident.handling_flag_minutes）；受理之前为空。',
      }),
      reportingLate: t.exposeBoolean('reportingLate', {
        nullable: true,
        description: '发现之后没有及时报告（规则参数 incident.reporting_flag_minutes）；报告之前为空。',
      }),
      progressDueAt: t.expose('progressDueAt', {
        type: 'DateTime',
        nullable: true,
        description: '下一次进展报告最迟的时刻；四级和应急结束之后为空。',
      }),
      progressOverdue: t.boolean({
        description: '有到时而没有补上的进展报告。',
        resolve: ({ progressOverdueAt, progressDueAt }: IncidentRow) =>
          progressOverdueAt !== null || (progressDueAt !== null && progressDueAt < now()),
      }),
      progressMissed: t.exposeInt('progressMissed', { description: '一共缺报多少次。' }),
      progressCount: t.exposeInt('progressCount', { description: '一共报告多少次。' }),
      jointWorkGroup: t.field({
        type: group,
        nullable: true,
        description: '一级、二级事件才有。',
        resolve: (row: IncidentRow) => (row.jointGroupAt ? row : null),
      }),
      entries: t.field({
        type: [entry],
        description: '处置过程，自早至晚。',
        resolve: ({ id }: IncidentRow, _: unknown, context: SubgraphContext) => entriesOf(context, id),
      }),
      progressReports: t.field({
        type: [progress],
        description: '进展报告，自早至晚。',
        resolve: ({ id }: IncidentRow, _: unknown, context: SubgraphContext) => progressOf(context, id),
      }),
      externalNotices: t.field({
        type: [notice],
        description: '对外通报的决定，自早至晚。',
        resolve: ({ id }: IncidentRow, _: unknown, context: SubgraphContext) => noticesOf(context, id),
      }),
      alertFigures: t.field({
        type: figures,
        nullable: true,
        description: '归入这一事件的外部告警；没有时为空。',
        resolve: async ({ id }: IncidentRow, _: unknown, context: SubgraphContext) =>
          (await figuresOf(context, id))[0] ?? null,
      }),
      evidenceKeptAt: t.expose('evidenceKeptAt', { type: 'DateTime', nullable: true }),
      resolution: t.exposeString('resolution', { nullable: true, description: '处置情况。' }),
      causeKind: t.field({
        type: choice('IncidentCause', INCIDENT_CAUSES),
        nullable: true,
        description: '认定的原因；应用自身原因的，由它的责任单位负责。还没有认定的为空。',
        resolve: (row: IncidentRow) => row.causeKind,
      }),
      providerContactedAt: t.expose('providerContactedAt', {
        type: 'DateTime',
        nullable: true,
        description: '因应用自身原因通报提供方的时刻；还没有通报的为空。',
      }),
      cause: t.exposeString('cause', { nullable: true, description: '原因；书面报告之后才有。' }),
      impact: t.exposeString('impact', { nullable: true, description: '影响和损失。' }),
      measures: t.exposeString('measures', { nullable: true, description: '改进措施。' }),
    }),
  });
}
