import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'ecosystem.ecosystem_unit',
    [
      'DRAFT',
      'SUBMITTED',
      'AUTHORIZED',
      'ACTIVE',
      'SUSPENDED',
      'EXITING',
      'EXITED',
      'TERMINATED',
      'DECLINED',
      'REJECTED',
    ],
    `name text not null,
  unified_social_credit_code text not null,
  unit_type text not null,
  registered_address text not null,
  contact_name text not null,
  contact_phone_cipher text not null,
  work_scopes text[] not null`,
  ),
  registerTable(
    'ecosystem.authorization_agreement',
    ['SIGNED', 'IN_FORCE', 'SUSPENDED', 'TERMINATED', 'EXPIRED'],
    `ecosystem_unit_id uuid not null references ecosystem.ecosystem_unit,
  authorizer_id uuid not null,
  work_scopes text[] not null,
  activities text[] not null,
  capability_codes text[] not null,
  clauses text[] not null,
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from)`,
  ),
  registerTable(
    'ecosystem.trademark',
    ['PREPARING', 'FILED', 'REGISTERED', 'LAPSED'],
    `name text not null,
  class_numbers text[] not null,
  application_number text,
  filed_on date,
  registration_number text,
  registered_on date,
  renew_by date`,
  ),
  registerTable(
    'ecosystem.trademark_license',
    ['IN_FORCE', 'SUSPENDED', 'ENDED'],
    `trademark_id uuid not null references ecosystem.trademark,
  activities text[] not null,
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from)`,
  ),
  registerTable(
    'ecosystem.brand_authorization',
    [
      'REQUESTED',
      'PENDING_CONSENT',
      'EFFECTIVE',
      'SUSPENDED',
      'REVOKED',
      'EXPIRED',
      'REFUSED',
      'DECLINED',
      'WITHDRAWN',
    ],
    `ecosystem_unit_id uuid not null references ecosystem.ecosystem_unit,
  trademark_id uuid not null references ecosystem.trademark,
  purpose text not null,
  activities text[] not null,
  channels text[] not null,
  regions text[] not null,
  materials text[] not null,
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  endorsement text,
  consented_at timestamptz,
  certificate_number text unique,
  certificate_payload text,
  certificate_signature text,
  certificate_key_id text,
  -- article 50: nothing is in force, and no certificate exists, without consent
  constraint brand_authorization_consent check ((consented_at is null) = (certificate_number is null)),
  constraint brand_authorization_void_until_consent check (state not in ('EFFECTIVE', 'SUSPENDED', 'REVOKED', 'EXPIRED') or consented_at is not null)`,
  ),
  registerTable(
    'ecosystem.stop_order',
    ['ISSUED', 'CONFIRMED', 'DISPOSED', 'CLOSED'],
    `ecosystem_unit_id uuid not null references ecosystem.ecosystem_unit,
  activities text[] not null,
  adverse_effect text not null,
  confirmation text,
  clause text,
  outcome text`,
  ),
  registerTable(
    'ecosystem.misuse_report',
    [
      'REPORTED',
      'EVIDENCE_KEPT',
      'VERIFIED',
      'DISMISSED',
      'SUPPORT_REQUESTED',
      'SUPPORTED',
      'ENFORCING',
      'CLOSED',
    ],
    `certificate_number text,
  suspected_party text not null,
  sighting text not null,
  description text not null,
  reporter_contact_cipher text,
  measures text,
  enforcement_kind text,
  enforcement_reference text,
  result text`,
  ),
];

/** Units, agreements, trademarks and brand authorizations (articles 7, 35, 48 to 52). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create unique index ecosystem_unit_open_code on ecosystem.ecosystem_unit (unified_social_credit_code)
  where state not in ('DECLINED', 'REJECTED', 'EXITED', 'TERMINATED');
create unique index ecosystem_unit_one_open on ecosystem.ecosystem_unit (organization_id)
  where state not in ('DECLINED', 'REJECTED', 'EXITED', 'TERMINATED');
create index authorization_agreement_unit on ecosystem.authorization_agreement (ecosystem_unit_id);
create index brand_authorization_unit on ecosystem.brand_authorization (ecosystem_unit_id);
create index trademark_license_mark on ecosystem.trademark_license (trademark_id);
create index stop_order_unit on ecosystem.stop_order (ecosystem_unit_id);
create sequence ecosystem.certificate_number;
`)
    .execute(db);
}
