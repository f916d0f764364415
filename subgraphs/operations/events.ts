import type { DomainEvent, EventHandler } from '@zgt/runtime/jobs/queue.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { keepContent } from './evidence/keep.ts';
import { readKnown } from './incident/store.ts';
import { monitorTarget } from './monitor-target/actions.ts';
import { isWatched } from './monitor-target/store.ts';

const DAY_SECONDS = 86_400;

/** Article 60 (duty 60.1): an app that is listed is watched from then on, by patrols until the company gives an address. */
async function watchListedApp(runtime: Runtime, event: DomainEvent, jobId: string): Promise<void> {
  const { db } = runtime;
  const appId = event.recordId;
  const company = await singletonOf(db, 'PROJECT_COMPANY');
  const app = (await readKnown(db, [appId])).get(appId);
  if (!company || !app || (await isWatched(db, appId))) return;
  const { refusal } = await act(runtime, monitorTarget, 'provide', {
    context: systemRequest(jobId),
    organizationId: company.id,
    input: {
      name: `${app.title} 巡检`.slice(0, 80),
      probe: 'MANUAL',
      intervalSeconds: DAY_SECONDS,
      timeoutSeconds: 10,
      warnDays: 0,
      appId,
      affected: app.title,
      outageScope: 'SINGLE_APP',
    },
  });
  if (refusal) throw new Error(`app ${appId} is not watched: ${refusal.code}`);
}

/** What follows in this subgraph from what happened in others. Delivered twice, an event does nothing the second time. */
export function handlers(runtime: Runtime): Record<string, EventHandler[]> {
  const keep: EventHandler = (event, jobId) => keepContent(runtime, event, jobId);
  return {
    listApp: [(event, jobId) => watchListedApp(runtime, event, jobId)],
    hideContentItem: [keep],
    removeContentItem: [keep],
  };
}
