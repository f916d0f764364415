import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.content_incident',
    ['FOUND', 'HANDLED', 'RECTIFYING', 'SUBMITTED', 'CLOSED'],
    `content_id uuid not null,
  content_title text not null,
  kind text not null check (kind in ('VIOLATION', 'OPINION_RISK')),
  level text not null check (level in ('MAJOR', 'SERIOUS', 'ORDINARY')),
  findings text not null,
  measure text check (measure in ('HIDE', 'REMOVE', 'RESTRICT_PROVIDER')),
  basis text,
  handled_at timestamptz,
  is_late boolean,
  demands text,
  rectify_by date,
  result text,
  -- article 45: what is done rests on something
  constraint content_incident_basis check (measure is null or basis is not null)`,
  ),
  listIndexes('operations.content_incident', ['content_title']),
];

/** Contents that break a rule or put public opinion at risk, and what was done about them (article 45). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create index content_incident_content on operations.content_incident (content_id, id);
`)
    .execute(db);
}
