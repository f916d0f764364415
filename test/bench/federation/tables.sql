-- Three small registers, one for each subgraph of the comparison; sizes are those of a province.
create table unit (
  id text primary key, name text not null, level integer not null, region text not null, kind text not null,
  contact text not null, phone text not null, created_at timestamptz not null
);
create table app (
  id text primary key, name text not null, version text not null, category text not null, status text not null,
  summary text not null, downloads integer not null, published_at timestamptz not null,
  unit_id text not null references unit
);
create table incident (
  id text primary key, code text not null, title text not null, severity integer not null, status text not null,
  description text not null, reporter text not null, reported_at timestamptz not null, closed_at timestamptz,
  app_id text not null references app
);
insert into unit select 'unit-' || lpad(n::text, 6, '0'), '生态单位第' || n || '号', n % 4 + 1, '南宁市', 'ENTERPRISE',
  '联系人' || n, '0771-' || lpad(n::text, 7, '0'), timestamptz '2026-01-01 00:00+08' + n * interval '1 minute'
  from generate_series(0, 4999) n;
insert into app select 'app-' || lpad(n::text, 6, '0'), '服务应用第' || n || '号', '1.' || n % 10 || '.0', 'PUBLIC_SERVICE', 'LISTED',
  repeat('便民服务，', 8), n * 7, timestamptz '2026-02-01 00:00+08' + n * interval '1 minute',
  'unit-' || lpad((n * 31 % 5000)::text, 6, '0')
  from generate_series(0, 19999) n;
insert into incident select 'incident-' || lpad(n::text, 6, '0'), 'SJ-' || n, '事件第' || n || '号', n % 4 + 1, 'OPEN',
  repeat('接口响应超时，', 6), '值班员' || n % 50, timestamptz '2026-03-01 00:00+08' + n * interval '1 minute', null,
  'app-' || lpad((n * 7919 % 20000)::text, 6, '0')
  from generate_series(0, 99999) n;
create index app_unit on app (unit_id);
create index incident_app on incident (app_id);
analyze;
