import type { Db } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import type { LoggedDecision, Waiting } from './reckon.ts';
import { UNIT_REQUESTS } from './requests.ts';

const NOUNS = Object.keys(UNIT_REQUESTS);
const ACTIONS = [
  ...new Set(
    Object.values(UNIT_REQUESTS).flatMap(({ granted, refused }) => [
      ...Object.keys(granted),
      ...Object.keys(refused),
    ]),
  ),
];
const WAITING = [...new Set(Object.values(UNIT_REQUESTS).flatMap(({ waiting }) => waiting))];

const isKnown = ({ noun, action, from }: Pick<LoggedDecision, 'noun' | 'action' | 'from'>): boolean => {
  const { waiting, granted, refused } = UNIT_REQUESTS[noun]!;
  return waiting.includes(from) && (Object.hasOwn(granted, action) || Object.hasOwn(refused, action));
};

/** What was decided on requests of units from one instant until before another, newest first, so many at most. */
export async function readDecisions(
  db: Db<any>,
  from: Date,
  until: Date,
  most: number,
): Promise<LoggedDecision[]> {
  const found = await sql<LoggedDecision>`
    with decided as (
      select entry.noun, entry.record_id, entry.action, entry.at, entry.body::jsonb as said
      from runtime.audit_entry as entry
      where entry.at >= ${from} and entry.at < ${until} and entry.outcome = 'DONE'
        and entry.noun = any(${NOUNS}) and entry.action = any(${ACTIONS}))
    select decided.noun, decided.record_id, item.number, item.title, item.organization_id,
      organization.name as organization_name, decided.action, decided.said->>'from' as from,
      decided.said->>'reason' as reason, decided.at as decided_at,
      (select max(earlier.at) from runtime.audit_entry as earlier
        where earlier.record_id = decided.record_id and earlier.at <= decided.at and earlier.outcome = 'DONE'
          and earlier.body::jsonb->>'to' = decided.said->>'from'
          and earlier.body::jsonb->>'from' is distinct from earlier.body::jsonb->>'to') as waiting_since
    from decided
      join runtime.item as item on item.record_id = decided.record_id
      join runtime.organization as organization on organization.id = item.organization_id
    where organization.party = 'ECOSYSTEM_UNIT' and decided.said->>'from' = any(${WAITING})
    order by decided.at desc limit ${sql.lit(most)}`.execute(db);
  return found.rows.filter((row) => isKnown(row) && row.waitingSince !== null);
}

/** The requests of units that wait for an answer now, the longest first, so many at most. */
export async function readWaiting(db: Db<any>, most: number): Promise<Waiting[]> {
  const found = await sql<Waiting>`
    select item.noun, item.record_id, item.number, item.title, item.organization_id,
      organization.name as organization_name, item.state as from, item.since
    from runtime.item as item join runtime.organization as organization on organization.id = item.organization_id
    where item.noun = any(${NOUNS}) and item.state = any(${WAITING}) and organization.party = 'ECOSYSTEM_UNIT'
    order by item.since, item.record_id limit ${sql.lit(most)}`.execute(db);
  return found.rows.filter(({ noun, from }) => UNIT_REQUESTS[noun]!.waiting.includes(from));
}
