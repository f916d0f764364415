-- Brand authorizations that await the management unit's consent, as the project company's grant would leave them.
create schema if not exists bench;
create or replace function bench.brand(n bigint) returns uuid immutable language sql as
  $$ select ('01900000-0000-7000-8c0d-' || lpad(to_hex(n), 12, '0'))::uuid $$;

create or replace procedure bench.add_pending(first bigint, last bigint) language plpgsql as $$
declare
  unit ecosystem.ecosystem_unit := (select unit from ecosystem.ecosystem_unit unit
    join runtime.standing on standing.organization_id = unit.organization_id and kind = 'AUTHORIZATION_AGREEMENT'
    where unit.state = 'ACTIVE' and standing.state = 'IN_FORCE' limit 1);
  mark uuid := (select trademark_id from ecosystem.trademark_license where state = 'IN_FORCE' limit 1);
begin
  insert into ecosystem.brand_authorization (id, number, organization_id, state, version, created_at, updated_at,
      ecosystem_unit_id, trademark_id, purpose, activities, channels, regions, materials, valid_from, valid_until, endorsement)
    select bench.brand(n), 'PP-2024-' || lpad(n::text, 9, '0'), unit.organization_id, 'PENDING_CONSENT', 2, now(), now(),
      unit.id, mark, '展会展位使用标识', '{EVENT}', '{PRINT}', '{南宁市}', '{展位背板}', current_date, current_date + 30, '符合品牌规范'
    from generate_series(first, last) n;
  insert into runtime.item (noun, record_id, organization_id, number, title, state, awaits, since, updated_at)
    select 'BrandAuthorization', bench.brand(n), unit.organization_id, 'PP-2024-' || lpad(n::text, 9, '0'), '展会展位使用标识',
      'PENDING_CONSENT', 'MANAGEMENT_UNIT', now(), now()
    from generate_series(first, last) n;
  insert into runtime.deadline (id, noun, record_id, name, title, articles, owed_by, organization_id, started_at, due_at,
      reminder, provisional)
    select gen_random_uuid(), 'BrandAuthorization', bench.brand(n), 'consent', '同意或不同意品牌授权', '{50}', 'MANAGEMENT_UNIT',
      unit.organization_id, now(), now() + interval '10 days', false, false
    from generate_series(first, last) n;
end $$;
