import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { ASSESSMENT_KINDS, type AssessmentKind } from '../choices-assessments.ts';
import { assessment } from './actions.ts';
import { openedYears } from './store.ts';

/**
 * Opens the assessments of every year that has ended since the project company was registered and has none yet (articles
 * 15, 24 and 56; duty 15.2); returns how many.
 */
export async function openDueAssessments(runtime: Runtime, now: Date): Promise<number> {
  const company = await singletonOf(runtime.db, 'PROJECT_COMPANY');
  if (!company) return 0;
  const thisYear = Number(shanghaiDate(now).slice(0, 4));
  const firstYear = Number(shanghaiDate(company.createdAt).slice(0, 4));
  if (firstYear >= thisYear) return 0;
  const opened = await openedYears(runtime.db as never);
  let count = 0;
  for (let year = firstYear; year < thisYear; year += 1)
    for (const kind of Object.keys(ASSESSMENT_KINDS) as AssessmentKind[]) {
      if (opened.has(`${kind} ${year}`)) continue;
      const { record } = await act(runtime, assessment, 'open', {
        context: systemRequest(),
        organizationId: company.id,
        input: { kind, year },
      });
      if (record) count += 1;
    }
  return count;
}
