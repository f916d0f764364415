import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { type RawBuilder, sql } from 'kysely';
import type { OperationsTables } from '../tables.ts';
import type { AccessFigures } from '../tables-conduct.ts';

type Read = Db<OperationsTables> | Tx<OperationsTables>;

/** The bodies that have no scorecard for a period although they took part before it ended. */
export async function bodiesWithout(
  db: Read,
  periodKey: string,
  end: Date,
): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    select id, name from runtime.organization as body
    where party in ('GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY') and status = 'ACTIVE' and created_at < ${end}
      and not exists (select from operations.access_scorecard
        where organization_id = body.id and period_key = ${periodKey})
    order by id`.execute(db);
  return found.rows;
}

/** What the registers say of one body: as they stand now, and what happened from one instant until before another. */
export async function readFigures(db: Read, body: string, from: Date, until: Date): Promise<AccessFigures> {
  const found = await sql<AccessFigures>`
    select
      (count(*) filter (where noun = 'ServiceItem' and state = 'CONNECTED'))::int as items_connected,
      (count(*) filter (where noun = 'ServiceItem' and state = 'CONNECTING'))::int as items_connecting,
      (count(*) filter (where noun = 'ServiceItem' and state = 'NOT_CONNECTED'))::int as items_not_connected,
      (count(*) filter (where noun = 'ServiceItem' and state = 'EXEMPT'))::int as items_exempt,
      (count(*) filter (where noun = 'App' and state in ('LISTED', 'DELISTING')))::int as apps_listed,
      (count(*) filter (where noun = 'ServiceItem' and action = 'register'))::int as items_added,
      (count(*) filter (where noun = 'AppVersion' and action = 'approve'))::int as versions_released,
      (count(*) filter (where noun in ('ForcedDelisting', 'ProblemCase', 'ContentIncident', 'IncidentNotice', 'Rectification')
        and is_new))::int as quality_problems,
      (select count(*)::int from runtime.deadline where organization_id = ${body}::uuid and owed_by = 'OWNER'
        and not reminder and action is null and due_at >= ${from} and due_at < ${until}
        and (ended_at is null or ended_at >= due_at)) as overdue_duties,
      (select count(*)::int from runtime.item as app where app.noun = 'App' and app.organization_id = ${body}::uuid
        and app.state in ('LISTED', 'DELISTING') and not exists (select from operations.operation_contact as contact
          where contact.organization_id = app.organization_id and contact.state = 'ACTIVE'
            and (contact.app_id is null or contact.app_id = app.record_id))) as apps_without_contact
    from (
      select noun, state, null as action, false as is_new from runtime.item where organization_id = ${body}::uuid
      union all
      select item.noun, null, entry.action, (entry.body::jsonb->>'from') is null
      from runtime.item join runtime.audit_entry as entry on entry.record_id = item.record_id
      where item.organization_id = ${body}::uuid and entry.outcome = 'DONE' and entry.at >= ${from} and entry.at < ${until}
    ) as known`.execute(db);
  return found.rows[0]!;
}

/** Whether a scorecard is of a body of the line that a department of the region leads, as SQL over the row `record`. */
export function ofLineLedBy(organizationId: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select from runtime.standing as led join runtime.standing as leader
    on leader.scope->>'verticalSystem' = led.scope->>'verticalSystem'
    where led.organization_id = record.organization_id and led.kind = 'GOVERNMENT_BODY'
      and leader.organization_id = ${organizationId}::uuid and leader.kind = 'GOVERNMENT_BODY' and leader.state = 'ACTIVE'
      and leader.scope->>'level' = 'REGION')`;
}
