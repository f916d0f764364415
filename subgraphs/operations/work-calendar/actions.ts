import { type Consequence, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { WorkCalendarRow } from '../tables.ts';
import { readDays } from './days.ts';
import { workCalendarLifecycle } from './lifecycle.ts';
import { isCovered, replaceYear } from './store.ts';

const keep: Consequence<WorkCalendarRow> = async ({ tx, record, runtime }) => {
  const { days } = readDays(record.year, record.holidays, record.workdays);
  await replaceYear(tx, record.year, record.source, days);
  runtime.log.info({ year: record.year }, 'work calendar entered');
};

const columns = (input: Readonly<Record<string, any>>) => ({
  year: input.year as number,
  holidays: input.holidays as string[],
  workdays: (input.workdays as string[] | null) ?? [],
  source: input.source as string,
});

/** The register of announced years; workers take a new one in at their next tick. */
export const workCalendar = noun<WorkCalendarRow>({
  lifecycle: workCalendarLifecycle,
  table: 'operations.workCalendar',
  numberPrefix: 'RL',
  title: ({ year }) => `${year} 年放假安排`,
  effects: {
    announce: async ({ tx, input }) =>
      (await isCovered(tx, input.year)) ? { refusal: refuse('ALREADY_EXISTS') } : { columns: columns(input) },
    amend: async ({ record, input }) =>
      input.year === record.year
        ? { columns: columns(input) }
        : {
            refusal: refuse('VALIDATION', {
              details: [{ path: 'year', message: `年份：这里更正的是 ${record.year} 年` }],
            }),
          },
  },
  after: { announce: keep, amend: keep },
});
