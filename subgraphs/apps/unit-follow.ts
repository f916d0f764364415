import type { DomainEvent } from '@zgt/runtime/jobs/queue.ts';
import { type ActRequest, act } from '@zgt/runtime/lifecycle/act.ts';
import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readStandings } from '@zgt/runtime/organizations.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import type { RefusalCode } from '@zgt/schema/errors.ts';
import { app } from './app/actions.ts';
import { appsOf, IN_CATALOGUE, openVersions, unannounced } from './app/followers.ts';
import { appVersion } from './app-version/actions.ts';
import { appVersionLifecycle } from './app-version/lifecycle.ts';
import { capabilityRequest } from './capability-request/actions.ts';
import { LIVE_STATES, OPEN_STATES, requestIds, suspendedWithUnit } from './capability-request/store.ts';
import { delistingRequest } from './delisting-request/actions.ts';

/** Somebody was faster: the record has left the state that the consequence starts from. */
export const ALREADY_DONE: readonly RefusalCode[] = ['ILLEGAL_TRANSITION', 'NOT_FOUND', 'ALREADY_EXISTS'];

/** What keeps a record from coming back with its unit; it stays as it is until that is mended. */
const NOT_YET: readonly RefusalCode[] = [
  'UNIT_NOT_APPROVED',
  'AGREEMENT_REQUIRED',
  'AGREEMENT_SCOPE_EXCEEDED',
  'PURPOSE_EXCEEDED',
  'TEST_NOT_PASSED',
];

/** How a unit stands now, whatever the event said that is being handled. */
type Standing = 'ACTIVE' | 'SUSPENDED' | 'LEAVING' | 'GONE' | 'WITHOUT_AGREEMENT';

async function standingOf({ db }: Runtime, organizationId: string): Promise<Standing> {
  const [unit, agreement] = await Promise.all(
    ['ECOSYSTEM_UNIT', 'AUTHORIZATION_AGREEMENT'].map(async (kind) =>
      (await readStandings(db, kind, [organizationId])).get(organizationId),
    ),
  );
  switch (unit?.state) {
    case 'TERMINATED':
    case 'EXITED':
      return 'GONE';
    case 'EXITING':
      return 'LEAVING';
    case 'SUSPENDED':
      return 'SUSPENDED';
    default:
      if (agreement?.state === 'SUSPENDED') return 'SUSPENDED';
      return agreement?.state === 'IN_FORCE' ? 'ACTIVE' : 'WITHOUT_AGREEMENT';
  }
}

/** What one event does to what a unit has in this subgraph; told twice, it does nothing the second time. */
export function following(runtime: Runtime, { organizationId }: DomainEvent, jobId: string) {
  const { db } = runtime;
  const context = systemRequest(jobId);
  const take = async (
    noun: Noun,
    action: string,
    request: Omit<ActRequest, 'context'>,
    tolerated: readonly RefusalCode[] = ALREADY_DONE,
  ): Promise<void> => {
    const { refusal } = await act(runtime, noun, action, { context, ...request });
    if (refusal && !tolerated.includes(refusal.code))
      throw new Error(`${action} of ${noun.lifecycle.noun} ${request.id} was refused: ${refusal.code}`);
  };
  const takeRequests = async (states: readonly string[], action: string, reason: string) => {
    for (const id of await requestIds(db, organizationId, states))
      await take(capabilityRequest, action, { id, reason });
  };

  /** Article 39: users hear of the end of an app a whole announcement before it, whoever ends it. */
  const endApps = async (reason: string) => {
    for (const { id, name, serviceClass } of await appsOf(db, organizationId, ['LISTED', 'SUSPENDED'])) {
      for (const request of await unannounced(db, id))
        await take(delistingRequest, 'lapse', { id: request, reason });
      await take(delistingRequest, 'announceEnd', {
        organizationId,
        reason,
        input: {
          appId: id,
          appName: name,
          serviceClass,
          ground: reason,
          userImpact: '公告期满之后不能再使用这个应用。',
          alternative: '可以在应用目录中查找同类应用。',
          plannedOn: null,
          announcementText: `“${name}”的提供方不再提供服务：${reason}应用在公告期满后下架，请在此之前办完正在办理的事项。`,
        },
      });
    }
  };

  return {
    suspend: async (reason: string) => {
      await takeRequests(['PROVISIONED'], 'suspend', reason);
      if ((await standingOf(runtime, organizationId)) !== 'SUSPENDED') return;
      for (const { id } of await appsOf(db, organizationId, IN_CATALOGUE))
        await take(app, 'suspend', { id, reason });
    },
    /** What was suspended with the unit comes back; what was suspended by hand stays suspended. */
    resume: async (reason: string) => {
      const tolerated = [...ALREADY_DONE, ...NOT_YET];
      for (const id of await suspendedWithUnit(db, organizationId))
        await take(capabilityRequest, 'resume', { id, reason }, tolerated);
      for (const { id } of await appsOf(db, organizationId, ['SUSPENDED']))
        await take(app, 'reinstate', { id, reason }, tolerated);
    },
    endApps,
    leave: async (reason: string) => {
      await takeRequests(LIVE_STATES, 'revoke', reason);
      await takeRequests(OPEN_STATES, 'lapse', reason);
      await endApps(reason);
      for (const id of await openVersions(db, organizationId, appVersionLifecycle.actions.abandon.from))
        await take(appVersion, 'abandon', { id, reason });
    },
    /** A unit that has left takes its agreement with it; then the credentials are revoked, whichever event comes first. */
    outliveAgreement: async (reason: string) => {
      const standing = await standingOf(runtime, organizationId);
      await takeRequests(LIVE_STATES, standing === 'GONE' ? 'revoke' : 'expire', reason);
      if (standing === 'WITHOUT_AGREEMENT') await endApps(reason);
    },
  };
}
