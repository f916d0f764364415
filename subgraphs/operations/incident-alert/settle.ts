import { now } from '@zgt/runtime/clock.ts';
import { sha256Hex } from '@zgt/runtime/crypto/digest.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { incident } from '../incident/actions.ts';
import { readKnown } from '../incident/store.ts';
import {
  disagreements,
  forgetResolved,
  type OrphanGroup,
  openIncidentOfGroup,
  orphanGroups,
  tieGroups,
} from './alert-store.ts';
import { hintsOf } from './payload.ts';

/** So many suspected incidents of one sender stand apart in a quarter of an hour; what more comes is one storm. */
const APART = 20;
const STORM_WINDOW_MS = 15 * 60_000;
const GROUPS_AT_ONCE = 500;
/** Alerts resolved so long ago are forgotten; their incidents stay. */
const RESOLVED_KEPT_MS = 30 * 86_400_000;

async function incidentFor(
  runtime: Runtime,
  companyId: string,
  alertGroup: string,
  described: { title: string; description: string },
  { labels, startsAt }: OrphanGroup,
): Promise<string | null> {
  const open = await openIncidentOfGroup(runtime.db, alertGroup);
  if (open) return open;
  const { outageScope, appId } = hintsOf(labels);
  const app = appId ? (await readKnown(runtime.db, [appId])).get(appId) : null;
  const instant = now();
  const { record, refusal } = await act(runtime, incident, 'suspect', {
    context: systemRequest(),
    organizationId: companyId,
    input: {
      ...described,
      category: 'FAULT',
      source: 'ALERT',
      alertGroup,
      appId: app?.noun === 'App' ? app.id : null,
      affected: app?.noun === 'App' ? app.title : (labels.service ?? labels.job ?? null),
      outageScope,
      outageStartedAt: startsAt > instant ? instant : startsAt,
      damagedData: 'NONE',
      dataEffect: 'UNASSESSED',
      threat: 'NONE',
    },
  });
  if (record) return record.id;
  // Another process was faster: its incident is the one.
  if (refusal!.code === 'ALREADY_EXISTS') return openIncidentOfGroup(runtime.db, alertGroup);
  runtime.log.warn({ alertGroup, refusal: refusal!.code }, 'alerts raised no incident');
  return null;
}

function described({ labels, annotations, alerts }: OrphanGroup): { title: string; description: string } {
  const name = labels.alertname ?? '外部告警';
  const summary = annotations.summary ?? annotations.description ?? '';
  return {
    title: `告警：${summary || name}`.slice(0, 80),
    description: `外部监测告警 ${name}，同组 ${alerts} 条。${summary}`.slice(0, 4000),
  };
}

/** Gives every group of firing alerts its incident; a storm of groups becomes one. */
async function raiseIncidents(runtime: Runtime): Promise<void> {
  const company = await singletonOf(runtime.db, 'PROJECT_COMPANY');
  if (!company) return;
  for (;;) {
    const since = new Date(now().getTime() - STORM_WINDOW_MS);
    const groups = await orphanGroups(runtime.db, since, GROUPS_AT_ONCE);
    if (groups.length === 0) return;
    const unseen = new Map<string, number>();
    const storms = new Map<string, OrphanGroup[]>();
    let settled = 0;
    for (const group of groups) {
      const { organizationId, groupKey } = group;
      const standing = unseen.get(organizationId) ?? group.unseen;
      if (standing >= APART) {
        storms.set(organizationId, [...(storms.get(organizationId) ?? []), group]);
        continue;
      }
      unseen.set(organizationId, standing + 1);
      const alertGroup = `${organizationId}:${sha256Hex(groupKey)}`;
      const id = await incidentFor(runtime, company.id, alertGroup, described(group), group);
      if (!id) continue;
      await tieGroups(runtime.db, organizationId, [groupKey], id);
      settled += 1;
    }
    for (const [organizationId, stormy] of storms) {
      const story = {
        title: '告警风暴：大量不同的告警同时到来',
        description: `已有 ${APART} 个疑似事件没有核实，此后到来的告警都归入本事件；告警的明细仍逐条保存。`,
      };
      const id = await incidentFor(runtime, company.id, `${organizationId}:storm`, story, stormy[0]!);
      if (!id) continue;
      settled += stormy.length;
      await tieGroups(
        runtime.db,
        organizationId,
        stormy.map(({ groupKey }) => groupKey),
        id,
      );
    }
    // What raised no incident is tried again by the next run.
    if (groups.length < GROUPS_AT_ONCE || settled === 0) return;
  }
}

/** Ends the outage of incidents whose alerts are all resolved, and lets it go on where one fires again. */
async function followAlerts(runtime: Runtime): Promise<void> {
  for (const { id, resolvedAt, firingSince } of await disagreements(runtime.db, GROUPS_AT_ONCE)) {
    const instant = (given: Date) => (given > now() ? now() : given).toISOString();
    const [action, input] = resolvedAt
      ? (['endOutage', { outageEndedAt: instant(resolvedAt) }] as const)
      : (['resumeOutage', { outageStartedAt: instant(firingSince!) }] as const);
    const { refusal } = await act(runtime, incident, action, { context: systemRequest(), id, input });
    if (refusal) runtime.log.warn({ incident: id, action, refusal: refusal.code }, 'alerts not followed');
  }
}

/** Makes incidents agree with the alerts that were kept (article 60, duty 60.1). Safe to call again and by several. */
export async function settleAlerts(runtime: Runtime): Promise<void> {
  await raiseIncidents(runtime);
  await followAlerts(runtime);
}

/** Drops alerts that were resolved long ago; to be called once a day. */
export function forgetOldAlerts(runtime: Runtime): Promise<void> {
  return forgetResolved(runtime.db, new Date(now().getTime() - RESOLVED_KEPT_MS));
}
