import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const mechanism = registerTable(
  'operations.mechanism_document',
  ['DRAFT', 'SIGNING', 'SIGNED', 'IN_FORCE', 'SUPERSEDED'],
  `kind text not null check (kind in ('OPERATION_SUPERVISION', 'MARKET_ACCOUNTABILITY', 'OPS_SYSTEM', 'OPS_GUARANTEE',
    'INCIDENT_RESPONSE', 'OPS_ACCOUNTABILITY')),
  version_text text not null,
  summary text not null,
  signed_by text[] not null,
  guidance text,
  effective_at timestamptz,
  constraint mechanism_document_guided check (state not in ('IN_FORCE', 'SUPERSEDED') or guidance is not null)`,
);

/** What the measure demands to have in writing (articles 27, 41, 58, 61 and 63). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${mechanism}
${listIndexes('operations.mechanism_document', ['version_text'])}
create index mechanism_document_kind on operations.mechanism_document (kind, id);
`)
    .execute(db);
}
