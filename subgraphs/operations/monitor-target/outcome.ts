import type { Given } from '@zgt/runtime/lifecycle/noun.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { incident } from '../incident/actions.ts';
import type { MonitorStatusTable, MonitorTargetRow } from '../tables-incidents.ts';
import { incidentStatement, openIncidentOf } from './store.ts';

export type Standing = Pick<MonitorStatusTable, 'ok' | 'failures' | 'failingSince' | 'incidentId' | 'note'>;

/** What follows from where a target stands: an incident is raised, its outage ends, or nothing. */
export function consequenceOf(
  { ok, failures, incidentId }: Pick<Standing, 'ok' | 'failures' | 'incidentId'>,
  failuresBeforeIncident: number,
): 'RAISE' | 'RECOVER' | null {
  if (ok === true) return incidentId === null ? null : 'RECOVER';
  return ok === false && incidentId === null && failures >= failuresBeforeIncident ? 'RAISE' : null;
}

/** Raises a suspected incident from the first failure on, or lets one that is open go on (article 60). */
export async function raise(given: Given<MonitorTargetRow>, standing: Standing): Promise<void> {
  const { record, tx, write, create, also } = given;
  const { id, name, appId, platformId, affected, outageScope } = record;
  const since = standing.failingSince!;
  const open = await openIncidentOf(tx, id);
  if (open) {
    if (open.outageEndedAt !== null)
      await also(incident, open.id, 'resumeOutage', { outageStartedAt: since.toISOString() });
    write(`status ${id}`, incidentStatement(id, open.id));
    return;
  }
  const company = await singletonOf(tx, 'PROJECT_COMPANY');
  const { id: incidentId } = await create(
    incident,
    'suspect',
    {
      title: `${name}异常`.slice(0, 80),
      description: `监测目标“${name}”连续 ${standing.failures} 次异常：${standing.note ?? ''}`,
      category: 'FAULT',
      source: 'MONITOR',
      monitorTargetId: id,
      appId,
      platformId,
      affected: affected ?? name,
      outageScope,
      outageStartedAt: since,
      damagedData: 'NONE',
      dataEffect: 'UNASSESSED',
      threat: 'NONE',
    },
    company!.id,
  );
  write(`status ${id}`, incidentStatement(id, incidentId));
}

/** Ends the outage of the incident that a target raised; the incident itself goes its way. */
export async function recover(given: Given<MonitorTargetRow>): Promise<void> {
  const { record, tx, write, also, now } = given;
  const open = await openIncidentOf(tx, record.id);
  if (open && open.outageEndedAt === null)
    await also(incident, open.id, 'endOutage', { outageEndedAt: now.toISOString() });
  write(`status ${record.id}`, incidentStatement(record.id, null));
}
