import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.data_operation_inspection',
    ['PLANNED', 'CONDUCTING', 'FINDINGS_ISSUED', 'CLOSED', 'CANCELLED'],
    `subjects text[] not null check (cardinality(subjects) > 0),
  -- article 30: the check is a joint one
  joint_departments text[] not null check (cardinality(joint_departments) > 0),
  indicators text[] not null,
  planned_on date,
  findings jsonb not null,
  outcome text check (outcome in ('SOUND', 'DEFECTIVE')),
  summary text`,
  ),
  registerTable(
    'operations.dispute_record',
    ['OPEN', 'SETTLED', 'JUDGED', 'CLOSED'],
    `kind text not null check (kind in ('DISPUTE', 'LITIGATION', 'OTHER')),
  parties text[] not null,
  activity text not null,
  description text not null,
  reference text,
  brand_impact text check (brand_impact in ('NONE', 'ADVERSE')),
  -- article 54: the owner unit answers for harm to the brand
  responsible_party text check (responsible_party = 'OWNER_UNIT'),
  accountability_number text,
  outcome text`,
  ),
  registerTable(
    'operations.unit_ops_check',
    ['SOUND', 'DEFECTIVE'],
    `unit_name text not null,
  checked_on date not null,
  infrastructure text not null check (infrastructure in ('SOUND', 'DEFECTIVE')),
  operation text not null check (operation in ('SOUND', 'DEFECTIVE')),
  emergency text not null check (emergency in ('SOUND', 'DEFECTIVE')),
  note text not null,
  demands text,
  rectify_by date,
  -- article 58: what is found is ordered to be mended
  constraint unit_ops_check_ordered check (state = 'SOUND' or (demands is not null and rectify_by is not null))`,
  ),
  registerTable(
    'operations.mechanism_document',
    ['DRAFT', 'IN_FORCE', 'SUPERSEDED', 'WITHDRAWN'],
    `kind text not null check (kind in ('OPERATION_SUPERVISION', 'PUBLIC_ACCOUNTABILITY', 'MARKET_ACCOUNTABILITY',
    'OPS_SYSTEM', 'OPS_GUARANTEE', 'EMERGENCY_RESPONSE', 'INCIDENT_RESPONSE', 'OPS_ACCOUNTABILITY')),
  name text not null,
  version_text text not null,
  summary text not null,
  signed_by text[] not null,
  guidance text,
  guided_at timestamptz,
  in_force_at timestamptz`,
  ),
  listIndexes('operations.data_operation_inspection'),
  listIndexes('operations.dispute_record', ['activity', 'reference']),
  listIndexes('operations.unit_ops_check', ['unit_name']),
  listIndexes('operations.mechanism_document', ['name']),
];

/** Joint inspections (article 30), disputes (article 54), checks on units (article 58), and mechanisms (articles 27, 28, 41, 58, 61 and 63). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create unique index mechanism_document_in_force on operations.mechanism_document (organization_id, kind) where state = 'IN_FORCE';
create index mechanism_document_kind on operations.mechanism_document (kind, id);
`)
    .execute(db);
}
