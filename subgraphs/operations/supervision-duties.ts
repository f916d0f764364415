import type { Runtime } from '@zgt/runtime/runtime.ts';
import { issueDueScorecards } from './access-scorecard/issue-due.ts';
import { openDueAssessments } from './assessment/open-due.ts';
import { collectMetrics } from './operation-metric/collect.ts';

/** What the calendar brings about in supervision: months are counted, assessments opened and scorecards issued (articles 15, 22, 24, 42 and 56). */
export async function openDueSupervision(runtime: Runtime, now: Date): Promise<void> {
  await collectMetrics(runtime, now);
  await openDueAssessments(runtime, now);
  await issueDueScorecards(runtime, now);
}
