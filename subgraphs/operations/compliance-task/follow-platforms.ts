import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import type { EventHandler } from '@zgt/runtime/jobs/queue.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { COMPLIANCE_KINDS } from '../choices-safety.ts';
import { readKnown } from '../subjects/store.ts';
import { complianceTask } from './actions.ts';
import { tasksOf } from './store.ts';

/**
 * Article 23, duty 23.4: a platform that goes live has to be assessed, one that goes offline no more. An event that is
 * told twice does nothing the second time.
 */
export function complianceHandlers(runtime: Runtime): Record<string, EventHandler[]> {
  const take = async (action: string, request: object, jobId: string): Promise<void> => {
    const { refusal } = await act(runtime, complianceTask, action, {
      context: systemRequest(jobId),
      ...request,
    });
    if (refusal) throw new Error(`${action} of ComplianceTask was refused: ${refusal.code}`);
  };
  const live: EventHandler = async ({ recordId: platformId, organizationId, values }, jobId) => {
    const parameters = await runtime.parameters(runtime.db);
    if (parameters['compliance.mlps_enabled'] !== true) return;
    const there = (await tasksOf(runtime.db, platformId)).map(({ kind }) => kind);
    const platform = (await readKnown(runtime.db, [platformId])).get(platformId)!;
    const liveOn = shanghaiDate(new Date(values!.liveAt as string));
    for (const kind of Object.keys(COMPLIANCE_KINDS).filter((one) => !there.includes(one))) {
      const input = { platformId, platformName: platform.title, kind, liveOn };
      await take('open', { organizationId, input }, jobId);
    }
  };
  const offline: EventHandler = async ({ recordId }, jobId) => {
    for (const { id, state } of await tasksOf(runtime.db, recordId))
      if (state === 'DUE') await take('lapse', { id }, jobId);
  };
  return { goLiveSystemPlatform: [live], takeOfflineSystemPlatform: [offline] };
}
