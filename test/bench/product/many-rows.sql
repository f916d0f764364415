-- The registers of a country: each record is an organisation with its standing, unit, brand authorization and work item.
create schema if not exists bench;
create or replace function bench.id(kind text, n bigint) returns uuid immutable language sql as
  $$ select ('01900000-0000-7000-8' || kind || '-' || lpad(to_hex(n), 12, '0'))::uuid $$;
create or replace function bench.state_of(n bigint) returns text immutable language sql as
  $$ select case n % 20 when 0 then 'PENDING_CONSENT' when 1 then 'REQUESTED' else 'EFFECTIVE' end $$;

create or replace procedure bench.add_organizations(first bigint, last bigint) language sql as $$
  insert into runtime.organization (id, party, name, status, created_at)
    select bench.id('00a', n), 'ECOSYSTEM_UNIT', '第' || n || '号科技有限公司', 'ACTIVE', now() from generate_series(first, last) n;
$$;

create or replace procedure bench.add_standings(first bigint, last bigint) language sql as $$
  insert into runtime.standing (organization_id, kind, state, scope, updated_at)
    select bench.id('00a', n), 'ECOSYSTEM_UNIT', 'ACTIVE', '{}', now() from generate_series(first, last) n;
$$;

create or replace procedure bench.add_units(first bigint, last bigint) language sql as $$
  insert into ecosystem.ecosystem_unit (id, number, organization_id, state, version, created_at, updated_at, name,
      unified_social_credit_code, unit_type, registered_address, contact_name, contact_phone_cipher, work_scopes)
    select bench.id('00b', n), 'DW-2025-' || lpad(n::text, 9, '0'), bench.id('00a', n), 'ACTIVE', 4, now(), now(),
      '第' || n || '号科技有限公司', '9145' || lpad(n::text, 14, '0'), 'ENTERPRISE', '南宁市良庆区五象大道', '联系人', 'none', '{BUSINESS}'
    from generate_series(first, last) n;
$$;

create or replace procedure bench.add_brands(first bigint, last bigint) language sql as $$
  insert into ecosystem.brand_authorization (id, number, organization_id, state, version, created_at, updated_at,
      ecosystem_unit_id, trademark_id, purpose, activities, channels, regions, materials, valid_from, valid_until,
      endorsement, consented_at, certificate_number, certificate_payload, certificate_signature, certificate_key_id)
    select bench.id('00c', n), 'PP-2025-' || lpad(n::text, 9, '0'), bench.id('00a', n), bench.state_of(n), 3, now(), now(),
      bench.id('00b', n), (select id from ecosystem.trademark where state = 'REGISTERED' limit 1), '第' || n || '次展会的展位使用标识', '{EVENT}', '{PRINT}', '{南宁市}', '{展位背板}',
      current_date, current_date + 300, '符合品牌规范',
      case when bench.state_of(n) = 'EFFECTIVE' then now() end,
      case when bench.state_of(n) = 'EFFECTIVE' then 'ZGT-2025-' || lpad(n::text, 9, '0') || '-0' end,
      case when bench.state_of(n) = 'EFFECTIVE' then '{}' end,
      case when bench.state_of(n) = 'EFFECTIVE' then 'none' end,
      case when bench.state_of(n) = 'EFFECTIVE' then 'none' end
    from generate_series(first, last) n;
$$;

create or replace procedure bench.add_items(first bigint, last bigint) language sql as $$
  insert into runtime.item (noun, record_id, organization_id, number, title, state, awaits, since, updated_at)
    select 'BrandAuthorization', bench.id('00c', n), bench.id('00a', n), 'PP-2025-' || lpad(n::text, 9, '0'),
      '第' || n || '次展会的展位使用标识', bench.state_of(n),
      case bench.state_of(n) when 'PENDING_CONSENT' then 'MANAGEMENT_UNIT' when 'REQUESTED' then 'PROJECT_COMPANY' end,
      now(), now()
    from generate_series(first, last) n;
$$;
