import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { OUTAGE_SCOPES } from '@zgt/schema/measure/incident-levels.ts';
import { PROBE_KINDS } from '../choices-incidents.ts';
import { loadOnce } from '../load-once.ts';
import type { MonitorSampleTable, MonitorStatusTable, MonitorTargetRow } from '../tables-incidents.ts';
import { monitorTarget } from './actions.ts';
import { readSamples, readStatuses } from './store.ts';

const SAMPLES = 20;

const statusOf = loadOnce(readStatuses, ({ targetId }) => targetId);
const samplesOf = loadOnce(
  (db, ids) => readSamples(db, ids, SAMPLES),
  ({ targetId }) => targetId,
);

/** What is monitored, in the API. */
export function addMonitorTarget(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  subjects: { app: NounOptions['organization']['type']; platform: NounOptions['organization']['type'] },
) {
  const sample = builder.objectRef<MonitorSampleTable>('MonitorSample').implement({
    description: '一次检查或巡检的结果。',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime' }),
      ok: t.exposeBoolean('ok'),
      latencyMs: t.exposeInt('latencyMs', { nullable: true, description: '用时，毫秒；没有连上时为空。' }),
      note: t.exposeString('note', { nullable: true, description: '看到了什么。' }),
    }),
  });
  const standing = builder.objectRef<MonitorStatusTable>('MonitorStanding').implement({
    description: '监测目标现在怎样。',
    fields: (t) => ({
      ok: t.exposeBoolean('ok', { nullable: true, description: '最近一次是否正常；还没有检查时为空。' }),
      checkedAt: t.expose('checkedAt', { type: 'DateTime', nullable: true }),
      nextCheckAt: t.expose('nextCheckAt', {
        type: 'DateTime',
        nullable: true,
        description: '下一次检查的时刻；暂停和人工巡检为空。',
      }),
      latencyMs: t.exposeInt('latencyMs', { nullable: true }),
      note: t.exposeString('note', { nullable: true }),
      failures: t.exposeInt('failures', { description: '连续异常的次数。' }),
      failingSince: t.expose('failingSince', { type: 'DateTime', nullable: true }),
    }),
  });
  return addNoun(builder, shared, monitorTarget, {
    plural: 'monitorTargets',
    organization,
    filters: { appId: { column: 'appId', description: '只要这个应用的。', reference: true } },
    reads: { title: ['name'], app: ['appId'], platform: ['platformId'], standing: [], samples: [] },
    fields: (t) => ({
      name: t.exposeString('name'),
      probe: t.field({
        type: enumOf(builder, 'ProbeKind', PROBE_KINDS),
        resolve: (row: MonitorTargetRow) => row.probe,
      }),
      address: t.exposeString('address', {
        nullable: true,
        description: '网址或“主机:端口”；人工巡检为空。',
      }),
      intervalSeconds: t.exposeInt('intervalSeconds', { description: '间隔，秒。' }),
      timeoutSeconds: t.exposeInt('timeoutSeconds', { description: '超时，秒。' }),
      warnDays: t.exposeInt('warnDays', { description: '证书到期之前多少天起算作异常。' }),
      app: t.field({
        type: subjects.app,
        nullable: true,
        resolve: ({ appId }: MonitorTargetRow) => appId && { id: appId },
      }),
      platform: t.field({
        type: subjects.platform,
        nullable: true,
        resolve: ({ platformId }: MonitorTargetRow) => platformId && { id: platformId },
      }),
      affected: t.exposeString('affected', { nullable: true, description: '监测的应用或平台，当时的名称。' }),
      outageScope: t.field({
        type: enumOf(builder, 'OutageScope', OUTAGE_SCOPES),
        description: '它中断意味着什么。',
        resolve: (row: MonitorTargetRow) => row.outageScope,
      }),
      standing: t.field({
        type: standing,
        nullable: true,
        description: '现在怎样。',
        resolve: async ({ id }: MonitorTargetRow, _: unknown, context: SubgraphContext) =>
          (await statusOf(context, id))[0] ?? null,
      }),
      samples: t.field({
        type: [sample],
        description: `最近 ${SAMPLES} 次检查，新的在前。`,
        resolve: ({ id }: MonitorTargetRow, _: unknown, context: SubgraphContext) => samplesOf(context, id),
      }),
    }),
  });
}
