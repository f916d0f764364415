import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'apps.capability',
    ['DRAFT', 'PUBLISHED', 'DEPRECATED', 'WITHDRAWN'],
    `code text not null,
  name text not null,
  category text not null,
  tier text not null check (tier in ('BASE', 'EXTENDED')),
  base_layer text,
  description text not null,
  version_text text not null,
  daily_quota integer not null check (daily_quota > 0),
  constraint capability_layer_of_base check ((tier = 'BASE') = (base_layer is not null))`,
  ),
  registerTable(
    'apps.capability_request',
    ['SUBMITTED', 'APPROVED', 'PROVISIONED', 'SUSPENDED', 'REVOKED', 'EXPIRED', 'REJECTED', 'WITHDRAWN'],
    `capability_id uuid not null references apps.capability,
  capability_code text not null,
  environment text not null check (environment in ('SANDBOX', 'PRODUCTION')),
  purpose text not null,
  daily_volume integer not null check (daily_volume > 0),
  daily_quota integer check (daily_quota > 0),
  secret_prefix text,
  secret_hash text unique,
  valid_until date,
  -- article 38: a credential exists only with a hash, an end and a quota
  constraint capability_request_credential check (state not in ('PROVISIONED', 'SUSPENDED')
    or (secret_hash is not null and valid_until is not null and daily_quota is not null))`,
  ),
];

/** Capabilities and requests for them (articles 18 and 38). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
-- a code is free again once its capability is withdrawn
create unique index capability_code on apps.capability (code) where state <> 'WITHDRAWN';
-- article 18: the base gives each kind of capability once
create unique index capability_one_base on apps.capability (category)
  where tier = 'BASE' and state = 'PUBLISHED' and category <> 'OTHER';
create index capability_request_capability on apps.capability_request (capability_id);
`)
    .execute(db);
}
