import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'apps.app_score',
    ['COMPUTED', 'CORRECTED'],
    `app_id uuid not null references apps.app,
  app_name text not null,
  period text not null,
  formula_version text not null,
  computed_score integer not null check (computed_score between 0 and 100),
  score integer not null check (score between 0 and 100),
  deduction integer not null,
  breakdown jsonb not null,
  constraint app_score_computed check (state = 'CORRECTED' or score = computed_score)`,
  ),
  listIndexes('apps.app_score', ['app_name', 'period']),
];

/** Scores of market apps and the order in which they are recommended (article 40). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
-- one score of an app for a month, however many workers compute it
create unique index app_score_once on apps.app_score (app_id, period);
create index app_score_app on apps.app_score (app_id, id);
alter table apps.app add column score integer, add column score_period text, add column recommend_rank integer,
  add constraint app_scored check ((score is null) = (score_period is null)),
  add constraint app_public_is_not_scored check (service_class = 'MARKET' or score is null);
create index app_to_score on apps.app (coalesce(score_period, ''), id)
  where service_class = 'MARKET' and state in ('LISTED', 'DELISTING');
create index app_recommended on apps.app (coalesce(recommend_rank, 1000), score desc, id desc)
  where state = 'LISTED' and service_class = 'MARKET' and score >= 60;
`)
    .execute(db);
}
