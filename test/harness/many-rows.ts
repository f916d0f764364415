import type pg from 'pg';
import { withoutIndexes } from './without-indexes.ts';

/** Registers with columns that cannot hold just anything: what to write there, as SQL over the row's number `n`. */
const PARTICULARS: Record<string, Record<string, string>> = {
  'ecosystem.ecosystem_unit': {
    name: `'南宁' || chr(19968 + (n * 7919 % 5000)::int) || chr(19968 + (n * 31 % 5000)::int) || '科技有限公司' || n`,
    unified_social_credit_code: `'9145' || lpad(n::text, 14, '0')`,
    unit_type: `'ENTERPRISE'`,
    exit_ground: 'null',
    work_scopes: `'{BUSINESS}'`,
  },
  'ecosystem.authorization_agreement': {
    authorizer_id: 'organization_id',
    work_scopes: `'{BUSINESS}'`,
    activities: `'{EVENT}'`,
    clauses: `'{ACCEPTS_MEASURE}'`,
    industry_categories: 'null',
    restrictive_terms: 'null',
  },
  'ecosystem.brand_authorization': {
    purpose: `'三月三' || chr(19968 + (n * 7919 % 5000)::int) || chr(19968 + (n * 31 % 5000)::int) || '展位使用智桂通标识' || n`,
    activities: `'{EVENT}'`,
    channels: `'{PRINT}'`,
    regions: `'{南宁市}'`,
    materials: `'{易拉宝}'`,
    endorsement: `'同意授权'`,
    consented_at: `case when state in ('EFFECTIVE', 'SUSPENDED', 'REVOKED', 'EXPIRED') then at end`,
    certificate_number: `case when state in ('EFFECTIVE', 'SUSPENDED', 'REVOKED', 'EXPIRED') then 'ZGT-2026-' || lpad(n::text, 7, '0') || '-A' end`,
    certificate_payload: `repeat('{"payload":"long"}', 50)`,
  },
  'ecosystem.unit_assessment': {
    year: 'n',
    ...Object.fromEntries(
      ['compliance', 'service_quality', 'rectification', 'participation', 'total_score'].map((name) => [
        name,
        'n % 101',
      ]),
    ),
    grade: `case when state <> 'SCHEDULED' then 'B' end`,
    appeal_by: 'at::date',
  },
  'ecosystem.trademark_license': { activities: `'{EVENT}'` },
  'ecosystem.stop_order': { outcome: 'null' },
  'ecosystem.business_norm': { kind: `'EXIT'`, restrictive_terms: 'null' },
  'ecosystem.commercial_cooperation': {
    kind: `'OTHER'`,
    restrictive_terms: `'{}'`,
    check_result: `'NORMAL'`,
  },
  'ecosystem.misuse_report': { enforcement_kind: 'null', reporter_contact_cipher: 'null' },
  'ecosystem.member': { roles: `'{HEAD}'`, account_id: `'account-' || n` },
  'ecosystem.owner_unit': { concession_scopes: `'{INVESTMENT}'` },
  'ecosystem.government_body': {
    party: `'COUNTY'`,
    level: `'COUNTY'`,
    vertical_system: `'HEALTH'`,
    region_code: `'45' || lpad((n % 10000)::text, 4, '0')`,
  },
  'apps.capability': {
    code: `'CODE.' || n`,
    category: `'OTHER'`,
    tier: `'EXTENDED'`,
    base_layer: 'null',
    daily_quota: '1000',
  },
  'apps.capability_request': { environment: `'SANDBOX'`, secret_hash: `'hash-' || n` },
  'apps.app': {
    name: `'桂' || chr(19968 + (n * 7919 % 5000)::int) || chr(19968 + (n * 31 % 5000)::int) || '服务' || n`,
    service_class: `case n % 2 when 0 then 'PUBLIC' else 'MARKET' end`,
    public_kind: `case n % 2 when 0 then 'PUBLIC_SERVICE' end`,
    market_kind: `case n % 2 when 1 then 'COMMERCIAL' end`,
    industry_category: `'TRANSPORT'`,
    domains: `'{CITIZEN_USE}'`,
    terminals: `'{APP}'`,
    access_mode: `'MOBILE_PAGE'`,
    features: `'{SIGN_IN}'`,
    content_categories: `'{GUIDE}'`,
    score: `case n % 2 when 1 then 60 + n % 40 end`,
    score_period: `case n % 2 when 1 then '2026-10' end`,
    recommend_rank: 'null',
    pricing: 'null',
  },
  'apps.delisting_request': { service_class: `'MARKET'`, missing_items: `'{GROUND}'` },
  'apps.forced_delisting': { ground: `'SECURITY_EVENT'`, service_class: `'MARKET'` },
  'apps.app_score': {
    unit_grade: `'B'`,
    period: `to_char(date '1900-01-01' + (n || ' months')::interval, 'YYYY-MM')`,
    score: '80',
    computed_score: '80',
    breakdown: `'{"list": []}'`,
  },
  'apps.content_item': { category: `'GUIDE'`, body_digest: `'a'`, reviewed_digest: `'a'` },
  'apps.standard_check': {
    subject_kind: `'PAGE_MANIFEST'`,
    digest: `repeat('b', 64)`,
    must_count: `case state when 'PASSED' then 0 else 1 end`,
    findings: `'{"list": []}'`,
    standard_version_ids: `'{}'`,
    hand_items: `'{"list": []}'`,
  },
  'apps.standard': { code: `'code-' || n`, kind: `'UI_INTERACTION'` },
  'apps.standard_version': {
    kind: `'UI_INTERACTION'`,
    version_text: `'1.0.' || n`,
    items: `'{"list": []}'`,
    entry_count: '0',
  },
  'apps.system_platform': { kind: `'MOBILE_TERMINAL'`, version_text: `n || '.0'` },
  'apps.consolidation_exception': { kind: `'RETAIN'`, audiences: `'{CITIZEN}'` },
  'apps.legacy_mobile_app': { disposition: `'EXISTING'`, terminals: `'{APP}'`, audiences: `'{CITIZEN}'` },
  'apps.integration_plan': { category: `'MIGRATE'`, phase: '1 + n % 3' },
  'apps.service_item': { name: `'事项' || n`, vertical_system: `'HEALTH'`, region_code: `'450100'` },
  'apps.infrastructure_request': { platform_id: 'null' },
  'apps.infrastructure_item': { kind: `'CLOUD'`, quantity: '4', allocated_quantity: '4' },
  'apps.company_infra_resource': { kind: `'CLOUD'`, quantity: '4' },
  'apps.infrastructure_binding': { item_id: 'null' },
  'apps.resource_demand': { kind: `'DATA'`, delivery_form: `'INTERFACE'` },
  'apps.app_version': {
    app_name: `'桂' || chr(19968 + (n * 7919 % 5000)::int) || chr(19968 + (n * 31 % 5000)::int) || '服务' || n`,
    version_text: `'1.' || n || '.0'`,
    features: `'{SIGN_IN}'`,
    terminals: `'{APP}'`,
    unified_identity: `'COMPLETED'`,
    unified_payment: `'COMPLETED'`,
    build_digest: `repeat('a', 64)`,
    tested_digest: `repeat('a', 64)`,
    item_answers: 'null',
  },
  'operations.filing': {
    kind: `'BRAND_USAGE'`,
    period_key: `'P' || n`,
    prefill: `'{"figures": [{"noun": "BrandAuthorization", "measure": "STATE", "name": "EFFECTIVE", "count": 3}]}'`,
    filing_number: `case when state = 'FILED' then 'ZGT-BA-' || n end`,
  },
  'operations.announcement': {
    kind: `'NOTICE'`,
    title: `'关于' || chr(19968 + (n * 7919 % 5000)::int) || chr(19968 + (n * 31 % 5000)::int) || '的公告' || n`,
  },
  'operations.incident': {
    cause_kind: `'PLATFORM'`,
    earlier_outage_ms: '0',
    category: `'FAULT'`,
    source: `'PERSON'`,
    alert_group: 'null',
    monitor_target_id: 'null',
    outage_scope: `'NONE'`,
    damaged_data: `'NONE'`,
    data_effect: `'UNASSESSED'`,
    threat: `'NONE'`,
    longest_outage_ms: '0',
    computed_level: `'LEVEL_4'`,
    level: `'LEVEL_4'`,
    peak_level: `'LEVEL_4'`,
    criteria: `'{"fired": []}'`,
    notices_decided: `'{}'`,
  },
  'operations.incident_notice': {
    answer: `case when state = 'ANSWERED' then '已知悉' end`,
    rectify_by: 'at::date',
    plan: `case when state = 'RECTIFYING' then '修复登录' end`,
    notice_text: `case when state = 'DELISTING' then '停止服务' end`,
  },
  'operations.accountability_case': {
    scope: `'OPS'`,
    subject: `'ENTERPRISE'`,
    lead: `'PROJECT_COMPANY'`,
    responsibility: `'SUBJECT'`,
    bearer: `'SUBJECT'`,
    responsible_organization_id: 'null',
    responsible_share: 'null',
    measure: `'OTHER'`,
  },
  'operations.monitor_target': {
    probe: `'TCP'`,
    interval_seconds: '60',
    timeout_seconds: '5',
    warn_days: '0',
    outage_scope: `'UNSTABLE'`,
  },
  'operations.operation_metric': {
    month: `to_char(date '1900-01-01' + (n || ' months')::interval, 'YYYY-MM')`,
    name: `'ACTIVE_USERS'`,
    source: `'MANUAL'`,
    corrections: `'{"list": []}'`,
  },
  'operations.assessment_scheme': { kind: `'OPS'`, indicators: `'{"list": []}'` },
  'operations.assessment': {
    kind: `'OPS'`,
    year: 'n::int',
    indicators: `'{"list": []}'`,
    outcome: `case when state in ('SCORED', 'CONFIRMED') then 'PASSED' end`,
  },
  'operations.access_scorecard': {
    figures: `'{"itemsConnected": 1, "itemsConnecting": 1, "itemsNotConnected": 1, "itemsExempt": 0, "itemsAdded": 0,
      "appsListed": 1, "versionsReleased": 1, "overdueDuties": 0, "qualityProblems": 0, "appsWithoutContact": 0}'`,
    period_key: `n || 'Q1'`,
  },
  'operations.user_rule': { kind: `'USER_AGREEMENT'`, clauses: `'{"list": []}'` },
  'operations.user_violation': { penalty: `'WARN'` },
  'operations.fairness_complaint': { finding: `case when state = 'CONCLUDED' then 'UPHELD' end` },
  'operations.evidence': { case_kind: `'PROBLEM_CASE'` },
  'operations.terminal_user': { user_kind: `'PERSON'` },
  'operations.content_incident': { kind: `'VIOLATION'`, level: `'MAJOR'`, measure: `'HIDE'` },
  'operations.cooperation_item': { kind: `'OTHER'` },
  'operations.policy_document': { topic: `'DATA'` },
  'operations.budget_declaration': { year: 'n::int' },
  'operations.coordination_item': { participants: 'array[id]' },
  'operations.product_work': { kind: `'ANALYSIS'`, period_key: `'P' || n` },
  'operations.work_calendar': { year: '(2000 + n)::int' },
  'operations.rectification': {
    kind: `'OTHER'`,
    cause: `'OTHER'`,
    issued_by: `'MANAGEMENT_UNIT'`,
    rejections: '0',
    measure: `case when state = 'ESCALATED' then 'OTHER' end`,
  },
  'operations.problem_case': {
    scope: `'PUBLIC_OPERATION'`,
    lead: `'MANAGEMENT_UNIT'`,
    severity: `'ORDINARY'`,
    basis: `'AGREEMENT'`,
    content_measure: `'HIDE'`,
  },
  'operations.data_operation_inspection': {
    subjects: `'{OWNER_UNIT}'`,
    joint_departments: `'{SECRECY}'`,
    indicators: `'{SECURITY}'`,
    findings: `'{"list": []}'`,
    outcome: `'SOUND'`,
  },
  'operations.dispute_record': {
    kind: `'OTHER'`,
    parties: `'{COUNTERPART}'`,
    brand_impact: `'NONE'`,
    responsible_party: `'OWNER_UNIT'`,
  },
  'operations.unit_ops_check': {
    infrastructure: `'SOUND'`,
    operation: `'SOUND'`,
    emergency: `'SOUND'`,
  },
  'operations.mechanism_document': { kind: `'OPS_SYSTEM'`, signed_by: `'{OWNER_UNIT}'` },
  'operations.team_record': { kind: `'OPS'` },
  'operations.ops_asset': {
    kind: `'CLOUD'`,
    service_use: `'PUBLIC'`,
    responsible: `'INFRASTRUCTURE_PROVIDER'`,
    security_responsible: `'INFRASTRUCTURE_PROVIDER'`,
  },
  'operations.hotline_ticket': {
    channel: `'PORTAL'`,
    topic: `'APP_USE'`,
    government_related: 'false',
    line: `'DEDICATED'`,
    contact_cipher: 'null',
    external_number: `'E' || n`,
    satisfaction: '5',
  },
  'operations.inspection_task': {
    cycle: `'QUARTERLY'`,
    period_key: `'P' || n`,
    follow_ups: `'{"list": []}'`,
    abnormal_items: `'{QUARTERLY_APPS}'`,
    completed_at: `case when state like 'DONE%' then at end`,
  },
  'operations.vulnerability': { severity: `'HIGH'`, item_id: 'null', asset_id: 'null' },
  'operations.hidden_danger': {
    domain: `'INFRASTRUCTURE'`,
    severity: `'CRITICAL'`,
    bearer: `'PROJECT_COMPANY'`,
  },
  'operations.safety_check': {
    kind: `'SAFETY_CHECK'`,
    checked_items: `'{APPS}'`,
    abnormal_items: `'{APPS}'`,
    period_key: `'P' || n`,
  },
  'operations.terminal_check': { passed_items: `'{PATCH}'`, account_id: `'account-' || n` },
  'operations.training_session': { topics: `'{LAW}'` },
  'operations.crypto_profile': { platform_id: `null` },
  'operations.compliance_task': {
    kind: `case n % 2 when 0 then 'MLPS3' else 'CRYPTO' end`,
    conclusion: `'CONFORMING'`,
  },
  'operations.security_programme': { domain: `'INFRASTRUCTURE'` },
  'operations.backup_record': { result: `'SUCCEEDED'` },
  'operations.restore_drill': { result: `'SUCCEEDED'` },
  'operations.safety_agreement': { valid_until: `date '2027-01-01'` },
  'operations.consent_record': {
    method: `'EXPLICIT'`,
    withdrawn_at: `case when state = 'WITHDRAWN' then at end`,
  },
  'runtime.machine_credential': {
    roles: `'{DEVELOPER}'`,
    token_hash: `'hash-' || n`,
    previous_hash: `'previous-' || n`,
  },
};

/** What a column holds when nothing particular is asked of it. */
const BY_TYPE: Record<string, string> = {
  text: `COLUMN || ' ' || n`,
  uuid: 'id',
  integer: '1',
  boolean: 'true',
  date: `date '2026-01-01'`,
  'double precision': '1',
  'timestamp with time zone': 'at',
  jsonb: `'{}'`,
  ARRAY: `'{文字}'`,
};

const REFERENCES: Record<string, string> = {
  ecosystem_unit_id: 'ecosystem.ecosystem_unit',
  trademark_id: 'ecosystem.trademark',
  capability_id: 'apps.capability',
  app_id: 'apps.app',
  check_id: 'apps.standard_check',
  standard_id: 'apps.standard',
  exception_id: 'apps.consolidation_exception',
  legacy_app_id: 'apps.legacy_mobile_app',
  request_id: 'apps.infrastructure_request',
  resource_id: 'apps.company_infra_resource',
  batch_id: 'apps.resource_demand_batch',
  incident_id: 'operations.incident',
  case_id: 'operations.problem_case',
  terminal_user_id: 'operations.terminal_user',
};

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The organisations and instants that the rows are about. */
export interface ManyRows {
  management: string;
  company: string;
  /** An ecosystem unit's organisation that owns its share of everything. */
  unit: string;
}

export interface ManyRowsOptions {
  /** Each register's table in camelCase with its states; as in a noun and its lifecycle. */
  registers: readonly { table: string; states: readonly string[] }[];
  /** How many brand authorizations, work items, notifications, deadlines and audit entries. */
  rows: number;
  /** How many rows in each other register; a tenth when absent. */
  others?: number;
  /** The newest row is from this instant, the others from the 300 days before. */
  until: Date;
}

const MAIN = 'ecosystem.brand_authorization';
const LANES = 16;

/** SQL of the instant of the n-th of so many rows: the highest n is the newest. */
const atOf = (until: Date, n: string, count: number) =>
  `(timestamptz '${until.toISOString()}' - interval '300 days' * (1 - ${n} / ${count}.0))`;

/** SQL of an identifier of ours (UUID version 7) for an instant, a number and a kind of row. */
const idOf = (at: string, n: string, kind: number) =>
  `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(${n} % 4096), 3, '0')
    || 'a' || lpad(to_hex(${kind}), 2, '0') || lpad(to_hex(${n}), 13, '0'))::uuid`;

/** SQL of so many rows `(n, at, id)`. */
const series = (until: Date, count: number, kind: number) =>
  `(select n, at, ${idOf('at', 'n', kind)} as id from (select n, ${atOf(until, 'n', count)} as at
    from generate_series(1, ${count}::bigint) as n) as numbered)`;

/**
 * Fills a migrated, empty database on a PostgreSQL server, as its owner: for measuring and for looking at plans.
 * The rows satisfy every constraint and read like real ones; the audit entries are not chained, so they do not verify.
 */
export async function insertManyRows(pool: pg.Pool, options: ManyRowsOptions): Promise<ManyRows> {
  const { rows, until } = options;
  const others = options.others ?? Math.ceil(rows / 10);
  const client = await pool.connect();
  const run = (text: string, values: unknown[] = []) => client.query(text, values);
  try {
    await run(`set synchronous_commit = off; set maintenance_work_mem = '256MB';`);
    // Rows are written so that references hold; checking each again takes most of the time.
    await run('set session_replication_role = replica');
    const units = others;
    await withoutIndexes(client, 'runtime.organization', () =>
      run(`insert into runtime.organization (id, party, name, unified_social_credit_code, region_code, status, created_at)
        select id, case n when 1 then 'MANAGEMENT_UNIT' when 2 then 'PROJECT_COMPANY' else 'ECOSYSTEM_UNIT' end,
          '单位 ' || n, null, null, 'ACTIVE', at from ${series(until, units + 2, 0)} as made`),
    );
    await run(`create temporary table owner as
      select id, row_number() over (order by id) - 2 as place from runtime.organization`);
    await run('create unique index on owner (place)');
    await run('analyze owner');
    const ofParty = async (party: string) =>
      (await run('select id from runtime.organization where party = $1 order by id desc limit 1', [party]))
        .rows[0].id as string;
    const parties: ManyRows = {
      management: await ofParty('MANAGEMENT_UNIT'),
      company: await ofParty('PROJECT_COMPANY'),
      unit: await ofParty('ECOSYSTEM_UNIT'),
    };
    const tables = options.registers.map(({ table }) => snake(table));
    const kindOf = (table: string) => 1 + tables.indexOf(table);
    for (const { table: camel, states } of options.registers) {
      const table = snake(camel);
      const count = table === MAIN ? rows : others;
      const columns = await columnsOf(client, table);
      const state = `(array['${states.join(`','`)}'])[(1 + n % ${states.length})::int]`;
      const values = columns.map((column) =>
        sqlValueOf(table, column, (target) =>
          idOf(atOf(until, `(1 + (n - 1) % ${others})`, others), `(1 + (n - 1) % ${others})`, kindOf(target)),
        ),
      );
      await withoutIndexes(client, table, () =>
        run(`insert into ${table} (id, number, organization_id, state, version, created_at, updated_at${columns.map(({ name }) => `, ${name}`).join('')})
          select id, 'N-2026-' || lpad(n::text, 7, '0'), organization_id, state, 1, at, at${values.map((value) => `, ${value}`).join('')}
          from (select made.*, owner.id as organization_id, ${state} as state
            from ${series(until, count, kindOf(table))} as made join owner on owner.place = 1 + made.n % ${units}) as given`),
      );
    }
    await insertShared(client, series(until, rows, kindOf(MAIN)), units);
    await run('set session_replication_role = origin');
    await run('drop table owner');
    await run('vacuum (analyze)');
    return parties;
  } finally {
    client.release(true);
  }
}

interface Column {
  name: string;
  type: string;
}

const ENGINE = ['id', 'number', 'organization_id', 'state', 'version', 'created_at', 'updated_at'];

async function columnsOf(client: pg.PoolClient, table: string): Promise<Column[]> {
  const [schema, name] = table.split('.');
  const { rows } = await client.query(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = $1 and table_name = $2 order by ordinal_position`,
    [schema, name],
  );
  return rows.filter((column: Column) => !ENGINE.includes(column.name));
}

function sqlValueOf(table: string, { name, type }: Column, idIn: (table: string) => string): string {
  const particular = PARTICULARS[table]?.[name];
  if (particular) return particular;
  // A row refers to the one of its own number, counted round.
  const target = REFERENCES[name];
  if (target) return idIn(target);
  const value = BY_TYPE[type];
  if (!value) throw new Error(`${table}.${name}: nothing to write into a column of type ${type}`);
  return value.replace('COLUMN', `'${name}'`);
}

/** What the engine keeps about brand authorizations: items, deadlines, notifications, audit entries. */
async function insertShared(client: pg.PoolClient, numbered: string, units: number): Promise<void> {
  const brands = `(select made.n, made.at, brand.id, brand.organization_id, brand.number, brand.state, brand.purpose
    from ${numbered} as made join ${MAIN} as brand on brand.id = made.id)`;
  const insert = (table: string, text: string) =>
    withoutIndexes(client, table, () => client.query(`insert into ${table} ${text}`));
  await insert(
    'runtime.item',
    `(noun, record_id, organization_id, number, title, state, awaits, awaits_organization_id, since, due_at, updated_at)
    select 'BrandAuthorization', id, organization_id, number, purpose, state,
      case state when 'REQUESTED' then 'PROJECT_COMPANY' when 'PENDING_CONSENT' then 'MANAGEMENT_UNIT' end,
      case state when 'SUSPENDED' then organization_id end, at,
      case when n % 3 > 0 then at + interval '10 days' end, at from ${brands} as brand`,
  );
  await insert(
    'runtime.deadline',
    `(id, noun, record_id, name, title, articles, owed_by, organization_id, action, started_at, due_at, reminder,
      working_days, counted_from, provisional, ended_at, fired_at)
    select id, 'BrandAuthorization', id, case when n % 2 = 0 then 'submit' else 'consent' end, '时限', '{50}',
      (array['PROJECT_COMPANY', 'MANAGEMENT_UNIT', 'OWNER'])[(1 + n % 3)::int], organization_id, null, at,
      at + interval '10 days', false, 10, at::date, false, case when n % 5 > 0 then at + interval '3 days' end, null
    from ${brands} as brand`,
  );
  await client.query(
    `insert into runtime.deadline (id, noun, record_id, name, title, articles, owed_by, organization_id, started_at, due_at,
      reminder, provisional)
    select id, 'Filing', id, 'submit', '备案期限', '{47}', 'PROJECT_COMPANY', organization_id, created_at,
      created_at + interval '10 days', false, false from operations.filing`,
  );
  await insert(
    'runtime.notification',
    `(id, organization_id, noun, record_id, action, title, body, articles, created_at, read_at)
    select id, organization_id, 'BrandAuthorization', id, 'request', '品牌授权 ' || number, '正文', '{50}', at,
      case when n % 4 > 0 then at end from ${brands} as brand`,
  );
  await client.query(
    `select runtime.ensure_audit_month(month) from (select distinct date_trunc('month', at) as month from ${numbered} as made) as months`,
  );
  await insert(
    'runtime.audit_entry',
    `(lane, seq, at, noun, record_id, action, outcome, account_id, organization_id, body, hash)
    select n % ${LANES}, 1 + n / ${LANES}, at, case when n % 10 = 0 then 'EcosystemUnit' else 'BrandAuthorization' end, id,
      'request', 'DONE', 'account-' || (n % ${units}), organization_id,
      '{"version":1,"via":"SESSION","requestId":"' || id || '","articles":[50],"from":null,"to":"REQUESTED"}', md5(n::text)
    from ${brands} as brand`,
  );
  await client.query(
    'update runtime.audit_lane set seq = last.seq from (select lane, max(seq) as seq from runtime.audit_entry group by lane) as last where last.lane = audit_lane.lane',
  );
}
