import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const points = (name: string) => `${name} integer check (${name} between 0 and 100)`;

const unitAssessment = registerTable(
  'ecosystem.unit_assessment',
  ['SCHEDULED', 'SCORED', 'PUBLISHED_TO_UNIT', 'APPEALED', 'CONFIRMED'],
  `ecosystem_unit_id uuid not null references ecosystem.ecosystem_unit,
  unit_name text not null,
  year integer not null,
  scheme_version text not null,
  due_on date not null,
  ${['compliance', 'service_quality', 'rectification', 'participation', 'total_score'].map(points).join(',\n  ')},
  grade text check (grade in ('A', 'B', 'C', 'D')),
  feedback text,
  appeal_by date,
  appeal text,
  answer text,
  constraint unit_assessment_scored check ((state = 'SCHEDULED') = (grade is null)),
  -- article 42: nothing stands that the unit was not told, with its time to appeal
  constraint unit_assessment_told check (state in ('SCHEDULED', 'SCORED') or appeal_by is not null)`,
);

/** Yearly assessments of units, and on what ground a unit leaves (article 42). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${unitAssessment}
${listIndexes('ecosystem.unit_assessment', ['unit_name'])}
create unique index unit_assessment_year on ecosystem.unit_assessment (organization_id, year);
alter table ecosystem.ecosystem_unit
  add column exit_ground text check (exit_ground in ('VOLUNTARY', 'ASSESSMENT', 'AGREEMENT_END', 'VIOLATION'));
`)
    .execute(db);
}
