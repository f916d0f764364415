import type { Runtime } from '@zgt/runtime/runtime.ts';
import { issueDueScorecards } from './access-scorecard/issue-due.ts';
import { openDueAssessments } from './assessment/open-due.ts';
import { openDueDeclarations } from './budget-declaration/open-due.ts';
import { collectMetrics } from './operation-metric/collect.ts';
import { openDueProductWork } from './product-work/open-due.ts';

/**
 * What the calendar brings about in supervision: months are counted, assessments and work on products opened, scorecards issued,
 * and bodies reminded of their budgets (articles 15, 16, 22, 24, 42, 43 and 56).
 */
export async function openDueSupervision(runtime: Runtime, now: Date): Promise<void> {
  await collectMetrics(runtime, now);
  await openDueAssessments(runtime, now);
  await issueDueScorecards(runtime, now);
  await openDueDeclarations(runtime, now);
  await openDueProductWork(runtime, now);
}
