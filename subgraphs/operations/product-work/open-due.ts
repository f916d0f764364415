import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { PRODUCT_WORK_KINDS, type ProductWorkKind } from '../choices-coordination.ts';
import { periodOf } from '../filing/periods.ts';
import { openPeriods } from '../open-periods.ts';
import { productWork } from './actions.ts';
import { isCovered } from './store.ts';

const PERIODS = {
  ANALYSIS: 'product.analysis_period_months',
  PROMOTION: 'product.promotion_period_months',
} as const;

/** Opens the analysis and the promotion of the running period, each once (article 43, duty 43.2); returns how many. */
export async function openDueProductWork(runtime: Runtime, now: Date): Promise<number> {
  const company = await singletonOf(runtime.db, 'PROJECT_COMPANY');
  if (!company) return 0;
  const parameters = await runtime.parameters(runtime.db);
  const today = shanghaiDate(now);
  let opened = 0;
  for (const kind of Object.keys(PRODUCT_WORK_KINDS) as ProductWorkKind[]) {
    const months = numberParameter(parameters, PERIODS[kind]);
    if (months === 0 || (await isCovered(runtime.db as never, kind, today))) continue;
    opened += await openPeriods(runtime, productWork, company.id, [periodOf(today, months)], { kind });
  }
  return opened;
}
