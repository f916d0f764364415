import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.rectification',
    ['ISSUED', 'RECEIVED', 'SUBMITTED', 'CLOSED', 'ESCALATED', 'WITHDRAWN'],
    `kind text not null check (kind in ('DATA_OPERATION', 'SECURITY', 'PUBLIC_OPERATION', 'MARKET_APP', 'UNIT_OPERATIONS',
    'INSPECTION', 'ASSESSMENT', 'OTHER')),
  cause text not null check (cause in ('ILLEGAL', 'HAZARD', 'DEFECT', 'OTHER')),
  issued_by text not null check (issued_by in ('MANAGEMENT_UNIT', 'PROJECT_COMPANY')),
  findings text not null,
  demands text not null,
  -- article 31: never without a day
  due_on date not null,
  source_noun text,
  source_id uuid,
  source_number text,
  result text,
  rejections integer not null,
  measure text check (measure in ('CONCESSION_HANDLING', 'LEGAL_HANDLING', 'DELISTING', 'AGREEMENT_TERMINATION', 'OTHER')),
  clause_reference text,
  major_impact boolean,
  incident_number text,
  constraint rectification_measured check ((state = 'ESCALATED') = (measure is not null)),
  -- articles 31 and 72: handling by an agreement or by law names the clause
  constraint rectification_clause check (clause_reference is not null
    or measure not in ('CONCESSION_HANDLING', 'LEGAL_HANDLING', 'AGREEMENT_TERMINATION'))`,
  ),
  registerTable(
    'operations.problem_case',
    ['OPENED', 'EVIDENCE_KEPT', 'CONTAINED', 'REPORTED', 'HANDLING', 'DECIDED', 'CLOSED', 'DISMISSED'],
    `scope text not null check (scope in ('PUBLIC_OPERATION', 'MARKET_CONSTRUCTION', 'MARKET_OPERATION',
    'GOVERNMENT_CONSTRUCTION')),
  lead text not null check (lead in ('MANAGEMENT_UNIT', 'PROJECT_COMPANY')),
  app_id uuid,
  provider_id uuid,
  content_reference text,
  subject_name text not null,
  severity text not null check (severity in ('MAJOR', 'SERIOUS', 'ORDINARY')),
  findings text not null,
  discovered_at timestamptz not null,
  evidence_kept_at timestamptz,
  basis text check (basis in ('MANAGEMENT_ORDER', 'PROVIDER_REQUEST', 'AGREEMENT', 'EMERGENCY')),
  content_measure text check (content_measure in ('HIDE', 'REMOVE')),
  notice_text text,
  demands text,
  rectify_by date,
  contained_at timestamptz,
  confirmed_at timestamptz,
  report text,
  reported_at timestamptz,
  decision text,
  joint_departments text[],
  constraint problem_case_subject check (app_id is not null or content_reference is not null),
  -- articles 28 and 41: nothing is taken away before evidence is kept, nothing is closed without a report
  constraint problem_case_kept check (contained_at is null or evidence_kept_at is not null),
  constraint problem_case_reported check (state <> 'CLOSED' or reported_at is not null)`,
  ),
  registerTable(
    'operations.evidence',
    ['KEPT'],
    `case_id uuid not null references operations.problem_case,
  case_number text not null,
  snapshot text not null,
  body text,
  attachments text[] not null,
  digest text not null,
  captured_at timestamptz not null`,
  ),
  listIndexes('operations.rectification', ['findings']),
  listIndexes('operations.problem_case', ['subject_name', 'findings']),
  listIndexes('operations.evidence'),
];

/** What is to be mended (article 31), problems and how they are handled, and what is kept of them (articles 28 and 41). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create index rectification_kind on operations.rectification (kind, id);
create index rectification_source on operations.rectification (source_id, id);
create index problem_case_scope on operations.problem_case (scope, id);
create index problem_case_app on operations.problem_case (app_id, id);
create index evidence_case on operations.evidence (case_id, id);
create function operations.keep_evidence() returns trigger language plpgsql as $$
begin
  raise exception 'evidence is never changed or removed (article 28)' using errcode = '42501';
end $$;
create trigger keep_evidence before update or delete on operations.evidence
  for each row execute function operations.keep_evidence();
create trigger keep_all_evidence before truncate on operations.evidence
  for each statement execute function operations.keep_evidence();
`)
    .execute(db);
}
