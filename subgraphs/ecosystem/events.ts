import type { EventHandler } from '@zgt/runtime/jobs/queue.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { ecosystemUnit } from './ecosystem-unit/actions.ts';
import { unitOf } from './ecosystem-unit/store.ts';

/** What follows for a unit from what other subgraphs decide; told twice, it does nothing the second time. */
export function handlers(runtime: Runtime): Record<string, EventHandler[]> {
  /** Article 70: cooperation that is ended over a leak of data takes the unit's standing with it. */
  const endCooperation: EventHandler = async ({ organizationId }, jobId) => {
    const id = await unitOf(runtime.db, organizationId);
    if (!id) return;
    const { refusal } = await act(runtime, ecosystemUnit, 'terminate', {
      context: systemRequest(jobId),
      id,
      input: { clause: '数据泄露终止条款' },
      reason: '因数据泄露依协议终止合作。',
    });
    if (refusal && refusal.code !== 'ILLEGAL_TRANSITION')
      throw new Error(`terminate of EcosystemUnit ${id} was refused: ${refusal.code}`);
  };
  return { terminateDataLeakCase: [endCooperation] };
}
