import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.inspection_task',
    ['SCHEDULED', 'IN_PROGRESS', 'DONE_NORMAL', 'DONE_ABNORMAL'],
    `cycle text not null check (cycle in ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'ANNUAL')),
  period_key text not null,
  period_start date not null,
  period_end date not null check (period_end >= period_start),
  follow_ups jsonb not null,
  abnormal_items text[] not null,
  summary text,
  completed_at timestamptz,
  -- a timer that runs twice opens nothing twice
  constraint inspection_task_period unique (cycle, period_key, organization_id),
  constraint inspection_task_done check ((state like 'DONE%') = (completed_at is not null))`,
  ),
  listIndexes('operations.inspection_task', ['period_key']),
];

/** The rhythm of supervision, and which apps each survey covered (article 47). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create index inspection_task_cycle on operations.inspection_task (cycle, id);
create index inspection_task_ends on operations.inspection_task (organization_id, cycle, period_end);
create index inspection_task_period_end on operations.inspection_task (period_end);
create table operations.inspection_app (
  task_id uuid not null references operations.inspection_task,
  app_id uuid not null,
  finding text not null check (finding in ('NORMAL', 'ABNORMAL')),
  checked_at timestamptz not null,
  primary key (task_id, app_id)
);
`)
    .execute(db);
}
