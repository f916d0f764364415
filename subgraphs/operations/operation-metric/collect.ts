import { addMonths, shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { operationMetric } from './actions.ts';
import { countListedApps, isReported } from './store.ts';

/**
 * Counts the apps in the catalogue when a month has ended, once for each month: the first count after its end stands
 * for the month (articles 24 and 42, duty 42.3). A month whose end nobody counted is not made up later.
 */
export async function collectMetrics(runtime: Runtime, now: Date): Promise<boolean> {
  const company = await singletonOf(runtime.db, 'PROJECT_COMPANY');
  if (!company) return false;
  const month = addMonths(`${shanghaiDate(now).slice(0, 7)}-01`, -1).slice(0, 7);
  if (month < shanghaiDate(company.createdAt).slice(0, 7)) return false;
  if (await isReported(runtime.db as never, month, 'APP_COUNT')) return false;
  const { record } = await act(runtime, operationMetric, 'collect', {
    context: systemRequest(),
    organizationId: company.id,
    input: { month, name: 'APP_COUNT', value: await countListedApps(runtime.db as never) },
  });
  return record !== null;
}
