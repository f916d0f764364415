-- What the consent to a brand authorization reads and writes (article 50), as one would write it by hand.
-- Without the certificate's signature, which is computed and not asked of the database.
-- Read by pgbench and by hand-written.ts alike: :n is the number of the authorization; pgbench takes every other
-- colon before a letter for a variable too, so no literal may hold one.
\set turn :turn + 1
\set n :first + :client_id * :each + :turn - 1
begin;
select * from ecosystem.brand_authorization where id = bench.brand(:n::bigint) for update;
select state, scope, valid_until from runtime.standing where kind = 'ECOSYSTEM_UNIT'
  and organization_id = (select organization_id from ecosystem.brand_authorization where id = bench.brand(:n::bigint)) for share;
select state, scope, valid_until from runtime.standing where kind = 'AUTHORIZATION_AGREEMENT'
  and organization_id = (select organization_id from ecosystem.brand_authorization where id = bench.brand(:n::bigint)) for share;
select activities, valid_from, valid_until from ecosystem.trademark_license where state = 'IN_FORCE'
  and trademark_id = (select trademark_id from ecosystem.brand_authorization where id = bench.brand(:n::bigint))
  order by valid_until desc for share;
select number from ecosystem.stop_order where state <> 'CLOSED'
  and organization_id = (select organization_id from ecosystem.brand_authorization where id = bench.brand(:n::bigint));
select distinct action from runtime.audit_entry where record_id = bench.brand(:n::bigint) and account_id = 'bench' and outcome = 'DONE';
select distinct on (name) name, value from runtime.rule_parameter where effective_from <= now() order by name, effective_from desc, id desc;
select unit.name, unit.unified_social_credit_code, mark.name, mark.registration_number
  from ecosystem.brand_authorization brand join ecosystem.ecosystem_unit unit on unit.id = brand.ecosystem_unit_id
  join ecosystem.trademark mark on mark.id = brand.trademark_id where brand.id = bench.brand(:n::bigint);
select nextval('ecosystem.certificate_number');
update ecosystem.brand_authorization set state = 'EFFECTIVE', version = version + 1, updated_at = now(), consented_at = now(),
  certificate_number = 'ZGT-2024-' || :n::bigint || '-0', certificate_payload = repeat('x', 500), certificate_signature = repeat('x', 90),
  certificate_key_id = 'bench' where id = bench.brand(:n::bigint) returning *;
update runtime.deadline set ended_at = now() where record_id = bench.brand(:n::bigint) and ended_at is null and name in ('consent', 'validity');
insert into runtime.deadline (id, noun, record_id, name, title, articles, owed_by, organization_id, action, started_at, due_at,
    reminder, provisional)
  select gen_random_uuid(), 'BrandAuthorization', id, 'validity', '使用期限届满', '{50}', 'OWNER', organization_id, 'expire', now(),
    valid_until + interval '1 day', false, false from ecosystem.brand_authorization where id = bench.brand(:n::bigint);
insert into runtime.item (noun, record_id, organization_id, number, title, state, since, updated_at)
  select 'BrandAuthorization', id, organization_id, number, purpose, state, now(), now()
  from ecosystem.brand_authorization where id = bench.brand(:n::bigint)
  on conflict (record_id) do update set state = excluded.state, awaits = null, since = excluded.since, due_at = null,
    updated_at = excluded.updated_at;
insert into runtime.notification (id, organization_id, noun, record_id, action, title, body, articles, created_at)
  select gen_random_uuid(), organization.id, 'BrandAuthorization', brand.id, 'consent', '品牌授权“展会展位使用标识”：同意授权',
    '立即生效并签发证书，任何人可凭编号核验；申请单位和项目公司收到通知。', '{3,50}', now()
  from ecosystem.brand_authorization brand join runtime.organization organization
    on organization.id = brand.organization_id or (organization.party = 'PROJECT_COMPANY' and organization.status = 'ACTIVE')
  where brand.id = bench.brand(:n::bigint);
select runtime.append_audit(json_build_object('version', 1, 'lane', :n::bigint % 16,
  'at', to_json(now()) #>> '{}', 'requestId', bench.brand(:n::bigint), 'via', 'SESSION',
  'accountId', 'bench', 'organizationId', organization_id, 'party', 'MANAGEMENT_UNIT', 'noun', 'BrandAuthorization',
  'recordId', id, 'action', 'consent', 'outcome', 'DONE', 'articles', array[3, 50], 'from', 'PENDING_CONSENT', 'to', 'EFFECTIVE',
  'reason', null)::text) from ecosystem.brand_authorization where id = bench.brand(:n::bigint);
commit;
