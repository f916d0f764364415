import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { SystemPlatformRow } from '../tables.ts';
import { systemPlatformLifecycle } from './lifecycle.ts';

/** The register of system platforms; going offline is asked for ten working days ahead (article 23). */
export const systemPlatform = noun<SystemPlatformRow>({
  lifecycle: systemPlatformLifecycle,
  table: 'apps.systemPlatform',
  numberPrefix: 'PT',
  searchColumns: ['name'],
  title: ({ name, versionText }) => `${name} ${versionText}`,
  effects: {
    goLive: async ({ now }) => ({ columns: { liveAt: now } }),
    requestOffline: async ({ input, now, runtime, parameters }) => {
      const days = numberParameter(parameters, 'offline.lead_working_days');
      const earliest = runtime.calendar().nthWorkingDayAfter(days, shanghaiDate(now)).date;
      return (input.plannedOfflineOn as string) < earliest
        ? {
            refusal: refuse('LEAD_TIME_TOO_SHORT', {
              details: [{ path: 'plannedOfflineOn', message: `计划下线日期：最早是 ${earliest}` }],
            }),
          }
        : { columns: input as Partial<SystemPlatformRow> };
    },
    rejectOffline: async () => ({ columns: { plannedOfflineOn: null, offlineImpact: null } }),
    takeOffline: async ({ now }) => ({ columns: { offlineAt: now } }),
  },
});
