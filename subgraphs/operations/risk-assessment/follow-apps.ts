import type { EventHandler } from '@zgt/runtime/jobs/queue.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import type { RefusalCode } from '@zgt/schema/errors.ts';
import { readKnown } from '../subjects/store.ts';
import { riskAssessment } from './actions.ts';
import { assessmentOf } from './store.ts';

const ALREADY_DONE: readonly RefusalCode[] = ['ILLEGAL_TRANSITION', 'ALREADY_EXISTS'];

/** Apps are assessed while they are listed (article 67); an event that is told twice does nothing the second time. */
export function assessmentHandlers(runtime: Runtime): Record<string, EventHandler[]> {
  const take = async (action: string, request: object, jobId: string): Promise<void> => {
    const context = systemRequest(jobId);
    const { refusal } = await act(runtime, riskAssessment, action, { context, ...request });
    if (refusal && !ALREADY_DONE.includes(refusal.code))
      throw new Error(`${action} of RiskAssessment was refused: ${refusal.code}`);
  };
  const listed: EventHandler = async ({ recordId, organizationId }, jobId) => {
    const id = await assessmentOf(runtime.db, recordId);
    if (id) return take('resume', { id }, jobId);
    const app = (await readKnown(runtime.db, [recordId])).get(recordId)!;
    return take('open', { organizationId, input: { appId: recordId, appName: app.title } }, jobId);
  };
  const gone: EventHandler = async ({ recordId }, jobId) => {
    const id = await assessmentOf(runtime.db, recordId);
    if (id) await take('rest', { id }, jobId);
  };
  return {
    listApp: [listed],
    relistApp: [listed],
    delistApp: [gone],
    forceDelistApp: [gone],
    retireApp: [gone],
  };
}
