import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { readKnownByNumber } from '../subjects/store.ts';
import type { InspectionTaskRow } from '../tables.ts';
import { INSPECTION_CYCLES } from './check-items.ts';
import { type InspectionTaskFacts, inspectionTaskLifecycle } from './lifecycle.ts';
import { checkedApps, readUnchecked, remainingApps } from './store.ts';

const isOpenSurvey = (task: InspectionTaskRow | null): task is InspectionTaskRow =>
  task?.cycle === 'QUARTERLY' && task.state === 'IN_PROGRESS';

/** The register of inspection tasks; each belongs to the project company. */
export const inspectionTask = noun<InspectionTaskRow, InspectionTaskFacts>({
  lifecycle: inspectionTaskLifecycle,
  table: 'operations.inspectionTask',
  numberPrefix: 'XC',
  searchColumns: ['periodKey'],
  title: ({ cycle, periodKey }) => `${INSPECTION_CYCLES[cycle]} ${periodKey}`,
  facts: async (db, tasks, _viewer, input) => {
    const unchecked = await readUnchecked(
      db,
      tasks.filter(isOpenSurvey).map(({ id }) => id),
    );
    const number = input?.followUpNumber as string | null | undefined;
    const followUp = number ? ((await readKnownByNumber(db, [number])).get(number) ?? null) : null;
    return tasks.map((task) => ({ unchecked: (task && unchecked.get(task.id)) ?? [], followUp }));
  },
  effects: {
    open: async ({ input }) => ({
      columns: { ...(input as Partial<InspectionTaskRow>), followUps: { list: [] }, abnormalItems: [] },
    }),
    recordApps: async ({ tx, record, input, now, write }) => {
      const numbers = input.appNumbers as string[];
      const found = await readKnownByNumber(tx, numbers);
      const unknown = numbers.filter((number) => found.get(number)?.noun !== 'App');
      if (unknown.length > 0)
        return {
          refusal: refuse('VALIDATION', {
            details: [{ path: 'appNumbers', message: `应用编号：没有 ${unknown.slice(0, 20).join('、')}` }],
          }),
        };
      const ids = numbers.map((number) => found.get(number)!.recordId);
      write(`apps of ${record.id}`, checkedApps(record.id, ids, input.finding as string, now));
      return { columns: {}, details: { apps: ids.length, finding: input.finding } };
    },
    recordRemainingApps: async ({ record, now, write }) => {
      write(`apps of ${record.id}`, remainingApps(record.id, now));
      return { columns: {} };
    },
    addFollowUp: async ({ tx, record, input }) => {
      const number = input.followUpNumber as string;
      const { noun: kind, recordId } = (await readKnownByNumber(tx, [number])).get(number)!;
      const added = { item: input.item as string, noun: kind, recordId, number };
      return { columns: { followUps: { list: [...record.followUps.list, added] } } };
    },
    complete: async ({ input, now }) => {
      const abnormalItems = (input.abnormalItems as string[] | null) ?? [];
      return {
        columns: { abnormalItems, summary: input.summary as string, completedAt: now },
        state: abnormalItems.length > 0 ? 'DONE_ABNORMAL' : 'DONE_NORMAL',
      };
    },
  },
});
