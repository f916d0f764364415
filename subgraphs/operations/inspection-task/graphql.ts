import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import DataLoader from 'dataloader';
import type { FollowUp, InspectionTaskRow } from '../tables.ts';
import { inspectionTask } from './actions.ts';
import {
  FOLLOW_UPS,
  INSPECTION_CYCLES,
  INSPECTION_ITEMS,
  type InspectionItem,
  itemsOf,
} from './check-items.ts';
import { type Coverage, readCoverage } from './store.ts';

const loaders = new WeakMap<SubgraphContext['loaders'], DataLoader<string, Coverage>>();

/** The coverage of all tasks that a request asks for, in one statement. */
function coverageOf({ loaders: request, runtime }: SubgraphContext, id: string): Promise<Coverage> {
  const known =
    loaders.get(request) ??
    new DataLoader<string, Coverage>(async (ids) => {
      const found = await readCoverage(runtime.readDb, ids);
      return ids.map((one) => found.get(one) ?? { checked: 0, abnormal: 0 });
    });
  loaders.set(request, known);
  return known.load(id);
}

/** Inspection tasks in the API. */
export function addInspectionTask(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  const followUp = builder.objectRef<FollowUp>('InspectionFollowUp').implement({
    description: '异常项的后续事项。',
    fields: (t) => ({
      item: t.exposeString('item', { description: '异常的检查项的代码。' }),
      itemLabel: t.string({ resolve: ({ item }) => INSPECTION_ITEMS[item as InspectionItem] }),
      noun: t.exposeString('noun', { description: '后续事项的种类，例如 Rectification。' }),
      nounLabel: t.string({ resolve: ({ noun }) => FOLLOW_UPS[noun as keyof typeof FOLLOW_UPS] }),
      recordId: t.exposeID('recordId'),
      number: t.exposeString('number'),
    }),
  });
  return addNoun(builder, shared, inspectionTask, {
    plural: 'inspectionTasks',
    organization,
    reads: {
      title: ['cycle', 'periodKey'],
      checklist: ['cycle'],
      checkedApps: [],
      abnormalApps: [],
    },
    filters: {
      cycle: {
        column: 'cycle',
        description: '只要这一周期的。',
        enumName: 'InspectionCycle',
        options: INSPECTION_CYCLES,
      },
    },
    fields: (t) => ({
      cycle: t.field({
        type: enumOf(builder, 'InspectionCycle', INSPECTION_CYCLES),
        resolve: (row: InspectionTaskRow) => row.cycle,
      }),
      periodKey: t.exposeString('periodKey', {
        description: '所属期间，例如 2026-11-22、2026-W47、2026-11、2026Q4、2026。',
      }),
      periodStart: t.field({ type: 'Date', resolve: (row: InspectionTaskRow) => row.periodStart }),
      periodEnd: t.field({
        type: 'Date',
        description: '期间的最后一天，也是应完成的最后一天。',
        resolve: (row: InspectionTaskRow) => row.periodEnd,
      }),
      checklist: t.stringList({
        description: '检查表，按检查的次序。',
        resolve: (row: InspectionTaskRow) => itemsOf(row.cycle).map((item) => INSPECTION_ITEMS[item]),
      }),
      abnormalItems: t.field({
        type: [enumOf(builder, 'InspectionItem', INSPECTION_ITEMS)],
        description: '异常的检查项；完成之后才有。',
        resolve: (row: InspectionTaskRow) => row.abnormalItems,
      }),
      followUps: t.field({ type: [followUp], resolve: (row: InspectionTaskRow) => row.followUps.list }),
      summary: t.exposeString('summary', { nullable: true, description: '检查情况；完成之后才有。' }),
      completedAt: t.expose('completedAt', { type: 'DateTime', nullable: true, description: '完成的时刻。' }),
      checkedApps: t.int({
        description: '季普查已经检查的应用个数。',
        resolve: async (row: InspectionTaskRow, _: unknown, context: SubgraphContext) =>
          (await coverageOf(context, row.id)).checked,
      }),
      abnormalApps: t.int({
        description: '季普查中异常的应用个数。',
        resolve: async (row: InspectionTaskRow, _: unknown, context: SubgraphContext) =>
          (await coverageOf(context, row.id)).abnormal,
      }),
    }),
  });
}
