import type { DomainEvent, EventHandler } from '@zgt/runtime/jobs/queue.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { readStandings } from '@zgt/runtime/organizations.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { SYSTEM } from '@zgt/runtime/viewer.ts';
import { readSurroundings } from './app/store.ts';
import { capabilityRequest } from './capability-request/actions.ts';
import { LIVE_STATES, OPEN_STATES, requestIds } from './capability-request/store.ts';
import { forcedDelisting } from './forced-delisting/actions.ts';

/** Somebody was faster: the request has left the state that the consequence starts from. */
const ALREADY_DONE = ['ILLEGAL_TRANSITION', 'NOT_FOUND'];

async function takeAll(
  runtime: Runtime,
  event: DomainEvent,
  jobId: string,
  states: readonly string[],
  action: string,
  reason: string,
): Promise<void> {
  const { db } = runtime;
  const context = { viewer: SYSTEM, requestId: jobId, idempotencyKey: null };
  for (const id of await requestIds(db, event.organizationId, states)) {
    const { refusal } = await act(runtime, capabilityRequest, action, { context, id, reason });
    if (refusal && !ALREADY_DONE.includes(refusal.code))
      throw new Error(`${action} of capability request ${id} was refused: ${refusal.code}`);
  }
}

/** A unit that has left takes its agreement with it; then the credentials are revoked, whichever event comes first. */
async function hasLeft(runtime: Runtime, organizationId: string): Promise<boolean> {
  const unit = (await readStandings(runtime.db, 'ECOSYSTEM_UNIT', [organizationId])).get(organizationId);
  return unit?.state === 'TERMINATED' || unit?.state === 'EXITED';
}

/** The app that a problem case takes off, unless it is off already: delivered twice, the event finds it so (articles 28 and 41). */
async function takeOffApp(runtime: Runtime, { values }: DomainEvent, jobId: string): Promise<void> {
  const appId = values!.appId as string;
  const found = (await readSurroundings(runtime.db, { appIds: [appId] })).app(appId);
  if (!found || !['LISTED', 'DELISTING'].includes(found.state)) return;
  const { refusal } = await act(runtime, forcedDelisting, 'order', {
    context: { viewer: SYSTEM, requestId: jobId, idempotencyKey: null },
    organizationId: found.organizationId,
    input: {
      appId,
      appName: found.name,
      ground: found.serviceClass === 'PUBLIC' ? 'PUBLIC_OPERATION' : 'MARKET_OPERATION',
      findings: values!.findings,
      noticeText: values!.noticeText,
    },
  });
  if (refusal) throw new Error(`forced delisting of app ${appId} was refused: ${refusal.code}`);
}

/**
 * What follows for credentials when a unit is suspended or leaves (articles 38 and 70).
 * What follows for apps when a problem case takes one off. Delivered twice, an event does nothing the second time. A unit that resumes gets its credentials back one by one, by hand.
 */
export function handlers(runtime: Runtime): Record<string, EventHandler[]> {
  const suspend =
    (reason: string): EventHandler =>
    (event, jobId) =>
      takeAll(runtime, event, jobId, ['PROVISIONED'], 'suspend', reason);
  const leave =
    (reason: string): EventHandler =>
    async (event, jobId) => {
      await takeAll(runtime, event, jobId, LIVE_STATES, 'revoke', reason);
      await takeAll(runtime, event, jobId, OPEN_STATES, 'lapse', reason);
    };
  const expire =
    (reason: string): EventHandler =>
    async (event, jobId) => {
      const action = (await hasLeft(runtime, event.organizationId)) ? 'revoke' : 'expire';
      await takeAll(runtime, event, jobId, LIVE_STATES, action, reason);
    };
  const takeOff: EventHandler = (event, jobId) => takeOffApp(runtime, event, jobId);
  return {
    orderDelistingProblemCase: [takeOff],
    delistInEmergencyProblemCase: [takeOff],
    suspendEcosystemUnit: [suspend('单位资格已暂停。')],
    terminateEcosystemUnit: [leave('单位资格已终止。')],
    completeExitEcosystemUnit: [leave('单位已退出。')],
    suspendAuthorizationAgreement: [suspend('授权协议已中止。')],
    terminateAuthorizationAgreement: [expire('授权协议已终止。')],
    expireAuthorizationAgreement: [expire('授权协议已到期。')],
  };
}
