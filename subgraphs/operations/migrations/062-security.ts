import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.crypto_profile',
    ['KEPT', 'RETIRED'],
    `app_id uuid,
  platform_id uuid,
  subject_name text not null,
  algorithms text[] not null,
  refused_algorithms text[] not null,
  certificate_issuers text[],
  certificate_until date,
  constraint crypto_profile_subject check (num_nonnulls(app_id, platform_id) = 1)`,
  ),
  listIndexes('operations.crypto_profile', ['subject_name']),
  registerTable(
    'operations.mlps_record',
    ['KEPT', 'ENDED'],
    `platform_id uuid not null,
  platform_name text not null,
  level integer not null,
  filing_number text not null,
  agency text not null,
  assessed_on date not null,
  next_on date not null,
  is_cii boolean not null,
  cii_contact text`,
  ),
  listIndexes('operations.mlps_record', ['platform_name', 'filing_number']),
  registerTable(
    'operations.security_programme',
    ['RUNNING', 'ENDED'],
    `domain text not null check (domain in ('INFRASTRUCTURE', 'SOFTWARE', 'CRYPTOGRAPHY', 'DATA', 'OPEN_ECOSYSTEM')),
  measures text not null,
  charge_of text not null,
  guidance text`,
  ),
  listIndexes('operations.security_programme', ['measures']),
  registerTable(
    'operations.data_leak_case',
    ['REPORTED', 'CONFIRMED', 'RECTIFYING', 'MENDED', 'CLOSED', 'TERMINATED', 'DISMISSED'],
    `unit_id uuid not null,
  unit_name text not null,
  found_on date not null,
  data text not null,
  scale text not null,
  finding text,
  demands text,
  rectify_by date,
  remedy text`,
  ),
  listIndexes('operations.data_leak_case', ['unit_name', 'data']),
  registerTable(
    'operations.backup_record',
    ['KEPT'],
    `made_on date not null,
  scope text not null,
  size_megabytes integer not null,
  location text not null,
  result text not null check (result in ('SUCCEEDED', 'FAILED'))`,
  ),
  listIndexes('operations.backup_record', ['scope']),
  registerTable(
    'operations.restore_drill',
    ['LATEST', 'SUPERSEDED'],
    `drilled_on date not null,
  scope text not null,
  result text not null check (result in ('SUCCEEDED', 'FAILED')),
  recovery_minutes integer not null,
  improvement text`,
  ),
  listIndexes('operations.restore_drill', ['scope']),
];

/** Cryptography, classified protection, measures, leaks, backups and drills (articles 64, 68, 69 and 70). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create unique index crypto_profile_kept on operations.crypto_profile (coalesce(app_id, platform_id)) where state = 'KEPT';
create unique index mlps_record_kept on operations.mlps_record (platform_id) where state = 'KEPT';
create index security_programme_domain on operations.security_programme (domain, id);
create index backup_record_result on operations.backup_record (result, id);
create index restore_drill_result on operations.restore_drill (result, id);
`)
    .execute(db);
}
