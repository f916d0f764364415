import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { enumOf } from '@zgt/runtime/graphql/noun.ts';
import { CRITERIA, type FiredRule, INCIDENT_LEVEL_LABELS } from '@zgt/schema/measure/incident-levels.ts';
import { INCIDENT_ENTRY_KINDS, NOTICE_DECISIONS, NOTICE_RECIPIENTS } from '../choices-incidents.ts';
import type { AlertFigures } from '../incident-alert/alert-store.ts';
import type {
  ExternalNoticeTable,
  IncidentEntryTable,
  IncidentRow,
  ProgressReportTable,
} from '../tables-incidents.ts';
import { commandingParty } from './guards.ts';

/** The types that an incident's course is made of. */
export function addCourseTypes(builder: Builder) {
  const level = enumOf(builder, 'IncidentLevel', INCIDENT_LEVEL_LABELS);
  const fired = builder.objectRef<FiredRule>('IncidentCriterion').implement({
    ...basis([61], '达到的一项标准：判定表中的哪一行，凭哪个数字或事实，得出哪一级。'),
    fields: (t) => ({
      rule: t.exposeString('rule', { description: '判定表中那一行的代码。' }),
      criterion: t.field({
        type: enumOf(builder, 'LevelCriterion', CRITERIA),
        resolve: (row: FiredRule) => row.criterion,
      } as never),
      level: t.field({ type: level, resolve: (row: FiredRule) => row.level } as never),
      text: t.exposeString('text', { description: '条件。' }),
      figure: t.exposeString('figure', { description: '计算时的数字或事实。' }),
    }),
  });
  const entry = builder.objectRef<IncidentEntryTable>('IncidentEntry').implement({
    ...basis([61, 62], '处置过程中的一条：升级、通报、缺报等；不能修改。'),
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime' }),
      kind: t.field({
        type: enumOf(builder, 'IncidentEntryKind', INCIDENT_ENTRY_KINDS),
        resolve: (row: IncidentEntryTable) => row.kind,
      } as never),
      level: t.field({ type: level, resolve: (row: IncidentEntryTable) => row.level } as never),
      text: t.exposeString('text'),
      byName: t.exposeString('byName', { description: '哪个单位，或者系统。' }),
    }),
  });
  const progress = builder.objectRef<ProgressReportTable>('ProgressReport').implement({
    ...basis([62], '一次进展报告。'),
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime' }),
      dueAt: t.expose('dueAt', {
        type: 'DateTime',
        nullable: true,
        description: '应在此刻之前（含）报告；四级没有。',
      }),
      late: t.exposeBoolean('late', { description: '迟报。' }),
      level: t.field({ type: level, resolve: (row: ProgressReportTable) => row.level } as never),
      text: t.exposeString('text'),
      byName: t.exposeString('byName'),
    }),
  });
  const notice = builder.objectRef<ExternalNoticeTable>('ExternalNotice').implement({
    ...basis([62], '是否向公安、网信等部门通报的决定。'),
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime' }),
      recipient: t.field({
        type: enumOf(builder, 'NoticeRecipient', NOTICE_RECIPIENTS),
        resolve: (row: ExternalNoticeTable) => row.recipient,
      } as never),
      decision: t.field({
        type: enumOf(builder, 'NoticeDecision', NOTICE_DECISIONS),
        resolve: (row: ExternalNoticeTable) => row.decision,
      } as never),
      note: t.exposeString('note', { description: '通报的时刻、方式和文号，或者不需要的理由。' }),
      byName: t.exposeString('byName'),
    }),
  });
  const group = builder.objectRef<IncidentRow>('JointWorkGroup').implement({
    ...basis([62], '应急指挥联合工作组：由管理单位和项目公司组成。'),
    fields: (t) => ({
      formedAt: t.field({ type: 'DateTime', resolve: (row) => row.jointGroupAt! }),
      members: t.stringList({ resolve: () => ['管理单位', '项目公司'] }),
      commanderFrom: t.string({
        description: '指挥长应由哪一方的负责人担任。',
        resolve: (row) => (commandingParty(row.level) === 'PROJECT_COMPANY' ? '项目公司' : '管理单位'),
      }),
      commanderName: t.string({
        nullable: true,
        description: '还没有任命时为空。',
        resolve: (row) => row.commanderName,
      }),
    }),
  });
  const figures = builder.objectRef<AlertFigures>('IncidentAlertFigures').implement({
    ...basis([60], '归入这一事件的外部告警。'),
    fields: (t) => ({
      alerts: t.exposeInt('alerts', { description: '有多少条不同的告警。' }),
      firing: t.exposeInt('firing', { description: '其中仍在持续的。' }),
      received: t.exposeFloat('received', { description: '一共收到多少次。' }),
    }),
  });
  return { level, fired, entry, progress, notice, group, figures };
}
