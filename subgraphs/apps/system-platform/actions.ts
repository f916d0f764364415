import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { now as clockNow } from '@zgt/runtime/clock.ts';
import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { numberParameter, readParameters } from '@zgt/runtime/parameters.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { SystemPlatformRow } from '../tables.ts';
import { type SystemPlatformFacts, systemPlatformLifecycle } from './lifecycle.ts';
import { readPlatformSafety } from './store.ts';

/** The register of system platforms; going offline is asked for ten working days ahead (article 23). */
export const systemPlatform = noun<SystemPlatformRow, SystemPlatformFacts>({
  lifecycle: systemPlatformLifecycle,
  table: 'apps.systemPlatform',
  numberPrefix: 'PT',
  searchColumns: ['name'],
  title: ({ name, versionText }) => `${name} ${versionText}`,
  facts: async (db, platforms, _viewer, _input, parameters) => {
    const ids = platforms.flatMap((platform) => (platform ? [platform.id] : []));
    const found = await readPlatformSafety(db, ids, shanghaiDate(clockNow()));
    const values = await (parameters ?? (() => readParameters(db)))();
    return platforms.map((platform) => ({
      safety: (platform && found.get(platform.id)?.safety) ?? [],
      hasAgreement: (platform && found.get(platform.id)?.hasAgreement) ?? false,
      parameters: values,
    }));
  },
  effects: {
    goLive: async ({ now }) => ({ columns: { liveAt: now } }),
    requestOffline: async ({ input, now, runtime, parameters }) => {
      const days = numberParameter(parameters, 'offline.lead_working_days');
      const earliest = runtime.calendar().nthWorkingDayAfter(days, shanghaiDate(now)).date;
      const isShort = (input.plannedOfflineOn as string) < earliest;
      const isSpecial = isShort && input.specialReason !== null;
      if (isShort && !(isSpecial && parameters['offline.special_allowed'] === true)) {
        const rule = isSpecial ? '；现在的规则参数不允许缩短提前期' : '';
        const details = [{ path: 'plannedOfflineOn', message: `计划下线日期：最早是 ${earliest}${rule}` }];
        return { refusal: refuse('LEAD_TIME_TOO_SHORT', { details }) };
      }
      return {
        columns: {
          ...(input as Partial<SystemPlatformRow>),
          specialReason: isSpecial ? input.specialReason : null,
        },
      };
    },
    approveOffline: async ({ input }) => ({
      columns: {},
      details: { waivesLeadTime: input.waivesLeadTime === true },
    }),
    rejectOffline: async () => ({
      columns: { plannedOfflineOn: null, offlineImpact: null, specialReason: null },
    }),
    takeOffline: async ({ now }) => ({ columns: { offlineAt: now } }),
  },
});
