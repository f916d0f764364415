import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const complaint = registerTable(
  'operations.fairness_complaint',
  ['FILED', 'EXPLAINING', 'EXPLAINED', 'CONCLUDED', 'WITHDRAWN'],
  `decision_number text not null,
  decision_title text not null,
  statement text not null,
  explanation text,
  finding text check (finding in ('UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD')),
  conclusion text,
  constraint fairness_complaint_concluded check ((state = 'CONCLUDED') = (finding is not null))`,
);

/** What units bring before the management unit as unfair (article 46). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${complaint}
${listIndexes('operations.fairness_complaint', ['decision_number', 'decision_title'])}
`)
    .execute(db);
}
