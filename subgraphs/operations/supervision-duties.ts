import type { Runtime } from '@zgt/runtime/runtime.ts';
import { openDueAssessments } from './assessment/open-due.ts';
import { collectMetrics } from './operation-metric/collect.ts';

/** What the calendar brings about in supervision: months are counted, and assessments opened (articles 15, 24, 42 and 56). */
export async function openDueSupervision(runtime: Runtime, now: Date): Promise<void> {
  await collectMetrics(runtime, now);
  await openDueAssessments(runtime, now);
}
