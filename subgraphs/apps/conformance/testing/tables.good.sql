create table ecosystem_unit (
  id uuid primary key,
  unified_social_credit_code varchar(18) not null,
  unit_type text not null check (unit_type in ('ENTERPRISE', 'GOVERNMENT')),
  contact_phone varchar(20),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on column ecosystem_unit.contact_phone is '联系电话。用途：与单位联系';
create index ecosystem_unit_code on ecosystem_unit (unified_social_credit_code);
