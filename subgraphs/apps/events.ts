import type { DomainEvent, EventHandler } from '@zgt/runtime/jobs/queue.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { readSurroundings } from './app/store.ts';
import { appVersion } from './app-version/actions.ts';
import { forcedDelisting } from './forced-delisting/actions.ts';
import { vulnerabilityHandlers } from './forced-delisting/vulnerabilities.ts';
import { listedByCheckOf } from './standard-version/store.ts';
import { ALREADY_DONE, following } from './unit-follow.ts';

type Following = ReturnType<typeof following>;

/** Article 19: apps whose check goes by a version that is no longer in force have to be checked anew. */
async function flagApps(runtime: Runtime, { recordId }: DomainEvent, jobId: string): Promise<void> {
  const context = systemRequest(jobId);
  for (const id of await listedByCheckOf(runtime.db, recordId)) {
    const { refusal } = await act(runtime, appVersion, 'flagNonConforming', { context, id });
    if (refusal && !ALREADY_DONE.includes(refusal.code))
      throw new Error(`flagging app version ${id} was refused: ${refusal.code}`);
  }
}

/** What an app is taken off for, and what its users are told. */
interface TakingOff {
  appId: string;
  findings: string;
  noticeText: string;
}

/** Takes an app off, unless it is off already: delivered twice, the event finds it so (articles 26, 28 and 41). */
async function takeOffApp(
  runtime: Runtime,
  { appId, findings, noticeText }: TakingOff,
  jobId: string,
): Promise<void> {
  const found = (await readSurroundings(runtime.db, { appIds: [appId] })).app(appId);
  if (!found || !['LISTED', 'DELISTING', 'SUSPENDED'].includes(found.state)) return;
  const { refusal } = await act(runtime, forcedDelisting, 'order', {
    context: systemRequest(jobId),
    organizationId: found.organizationId,
    input: {
      appId,
      appName: found.name,
      serviceClass: found.serviceClass,
      ground: found.serviceClass === 'PUBLIC' ? 'PUBLIC_OPERATION' : 'MARKET_OPERATION',
      findings,
      noticeText,
    },
  });
  if (refusal) throw new Error(`forced delisting of app ${appId} was refused: ${refusal.code}`);
}

/**
 * What follows for the apps and credentials of a unit that is suspended, comes back or leaves (articles 7, 38, 42 and
 * 70). Suspended, its apps leave the catalogue and its credentials stop, and both come back with it; when it leaves or
 * its agreement ends, its apps are announced to end (article 39). When the transition of a standard ends, apps that
 * were checked by it are flagged (article 19); what a problem case takes off is taken off (articles 28 and 41).
 * Delivered twice, an event does nothing the second time.
 */
export function handlers(runtime: Runtime): Record<string, EventHandler[]> {
  const on =
    (consequence: (unit: Following) => Promise<void>): EventHandler =>
    (event, jobId) =>
      consequence(following(runtime, event, jobId));
  const takeOff: EventHandler = ({ values }, jobId) =>
    takeOffApp(runtime, values as unknown as TakingOff, jobId);
  // Article 26: the provider of an app that caused an incident itself chose to have it taken off.
  const takeOffByChoice: EventHandler = ({ values }, jobId) => {
    const { appId, text, noticeText } = values as Record<string, string>;
    return takeOffApp(runtime, { appId: appId!, findings: text!, noticeText: noticeText! }, jobId);
  };
  return {
    orderDelistingProblemCase: [takeOff],
    delistInEmergencyProblemCase: [takeOff],
    chooseDelistingIncidentNotice: [takeOffByChoice],
    ...vulnerabilityHandlers(runtime),
    endTransitionStandardVersion: [(event, jobId) => flagApps(runtime, event, jobId)],
    suspendEcosystemUnit: [on((unit) => unit.suspend('单位资格已暂停。'))],
    resumeEcosystemUnit: [on((unit) => unit.resume('单位资格已恢复。'))],
    startExitEcosystemUnit: [on((unit) => unit.endApps('单位已启动退出。'))],
    terminateEcosystemUnit: [on((unit) => unit.leave('单位资格已终止。'))],
    completeExitEcosystemUnit: [on((unit) => unit.leave('单位已退出。'))],
    suspendAuthorizationAgreement: [on((unit) => unit.suspend('授权协议已中止。'))],
    terminateAuthorizationAgreement: [on((unit) => unit.outliveAgreement('授权协议已终止。'))],
    expireAuthorizationAgreement: [on((unit) => unit.outliveAgreement('授权协议已到期。'))],
  };
}
