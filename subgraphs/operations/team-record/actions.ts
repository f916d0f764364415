import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { WEEKDAYS, type Weekday } from '../choices-operations.ts';
import type { TeamRecordRow } from '../tables.ts';
import { teamRecordLifecycle } from './lifecycle.ts';

/** The register of teams; each belongs to the project company. */
export const teamRecord = noun<TeamRecordRow>({
  lifecycle: teamRecordLifecycle,
  table: 'operations.teamRecord',
  numberPrefix: 'TD',
  searchColumns: ['name'],
  title: ({ name }) => name,
  effects: {
    register: async ({ input }) => ({ columns: { ...(input as Partial<TeamRecordRow>), roster: {} } }),
    setRoster: async ({ input }) => ({
      columns: {
        roster: Object.fromEntries(
          (Object.keys(WEEKDAYS) as Weekday[]).flatMap((day) => (input[day] ? [[day, input[day]]] : [])),
        ),
      },
    }),
  },
});
