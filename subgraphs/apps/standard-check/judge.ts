import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import type { Refusal } from '@zgt/runtime/refusal.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import type { CheckBasis, CheckSubject } from '../choices.ts';
import type { ConformanceReport } from '../conformance/finding.ts';
import { checkConformance } from '../conformance/thread.ts';
import { handItemsOf, type VersionItem } from '../conformance/yardstick.ts';
import { readYardstick } from '../standard-version/store.ts';

/** What was found, by which versions of the standards, and what is left to the reviewer. */
export interface Verdict extends ConformanceReport {
  standardVersionIds: string[];
  standardVersions: string[];
  handItems: VersionItem[];
}

/** Judges a document by the versions of the standards that are in force: the self-check and the review alike. */
export async function judgeByStandards(
  runtime: Runtime,
  kind: CheckSubject,
  content: string,
  basis: CheckBasis | null,
): Promise<{ prepared: Verdict } | { refusal: Refusal }> {
  const { versions, yardstick } = await readYardstick(runtime.db, basis ?? 'CURRENT', shanghaiDate(now()));
  const outcome = await checkConformance(kind, content, yardstick);
  if ('refusal' in outcome) return outcome;
  return {
    prepared: {
      ...outcome.prepared,
      standardVersionIds: versions.map(({ id }) => id),
      standardVersions: versions.map(({ name }) => name),
      handItems: handItemsOf(kind, versions),
    },
  };
}
