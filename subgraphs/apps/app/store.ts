import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { type UnitStanding, unitStandings } from '@zgt/runtime/organizations.ts';
import { type ParameterValues, parametersInForce, withDefaults } from '@zgt/runtime/parameters.ts';
import { SAFETY_STANDINGS } from '@zgt/runtime/safety-standing.ts';
import { sql } from 'kysely';
import type { Provider } from '../provider.ts';
import type { AppsTables } from '../tables.ts';
import type { AppFacts, CapabilityFacts, CheckFacts } from './facts.ts';

type Read = Db<AppsTables> | Tx<AppsTables>;

interface Found {
  standings: UnitStanding[];
  parties: Record<string, string>;
  companyId: string | null;
  apps: AppFacts[];
  capabilities: CapabilityFacts[];
  checks: CheckFacts[];
  parameters: Record<string, unknown>;
}

/** What is known of apps and of the organisations that provide them. */
export interface Surroundings {
  app(id: string | null): AppFacts | null;
  capability(id: string | null): CapabilityFacts | null;
  check(id: string | null): CheckFacts | null;
  provider(organizationId: string | null): Provider;
  /** The project company, which builds some apps for their providers (article 20). */
  companyId: string | null;
  parameters: ParameterValues;
}

/** What records are about; the provider of an app is read with it. */
export interface Subjects {
  organizationIds?: readonly string[];
  appIds?: readonly string[];
  capabilityIds?: readonly string[];
  checkIds?: readonly string[];
}

/**
 * Apps and capabilities whoever may see them, providers' standings and the rule parameters, for many records in one
 * statement: the rules judge by what is, not by what is shown. In a transaction the standings are held still until it ends.
 */
export async function readSurroundings(
  db: Read,
  { organizationIds = [], appIds = [], capabilityIds = [], checkIds = [] }: Subjects,
): Promise<Surroundings> {
  const held = sql`select organization_id from apps.app where id = any (${appIds})`;
  const wanted = sql`array(${held} union select unnest(${organizationIds}::uuid[]))`;
  const standing = unitStandings(db as Db, wanted);
  const found = await sql<Found>`
    with ${standing.table}
    select
      ${standing.rows} as standings,
      (select coalesce(jsonb_object_agg(id, party), '{}') from runtime.organization
        where id = any (${wanted})) as parties,
      (select id from runtime.organization where party = 'PROJECT_COMPANY' and status = 'ACTIVE'
        limit 1) as company_id,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'organizationId', organization_id, 'state', state,
        'name', name, 'serviceClass', service_class, 'accessMode', access_mode, 'industryCategory', industry_category,
        'domains', domains, 'contentCategories', content_categories, 'hasOpsProfile', ops_confirmed_at is not null, 'listedVersionId', listed_version_id,
        'isTested', exists (select from apps.app_version as version where version.app_id = app.id
          and version.tested_digest is not null and version.state <> 'ABANDONED'),
        'boundCategories', (select coalesce(jsonb_agg(distinct capability.category), '[]')
          from apps.capability_request as request join apps.capability as capability on capability.id = request.capability_id
          where request.app_id = app.id and request.state in ('APPROVED', 'PROVISIONED') and capability.tier = 'BASE'),
        'fieldPurposes', coalesce((select to_jsonb(version.field_purposes) from apps.app_version as version
          where version.app_id = app.id and version.state not in ('DRAFT', 'ABANDONED')
          order by version.id desc limit 1), '[]'),
        'safety', (select coalesce(jsonb_agg(jsonb_build_object('concern', split_part(kind, ':', 2), 'state', state,
          'scope', scope)), '[]') from runtime.standing where organization_id = app.organization_id
          and kind like ${SAFETY_STANDINGS} and scope ->> 'appId' = app.id::text))), '[]')
        from apps.app as app where id = any (${appIds})) as apps,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'state', state, 'code', code,
        'dailyQuota', daily_quota, 'returnedFields', coalesce(returned_fields, '{}'))), '[]') from apps.capability where id = any (${capabilityIds})) as capabilities,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'organizationId', organization_id, 'state', state,
        'subjectKind', subject_kind,
        'outdated', (select coalesce(jsonb_agg(standard_name || ' ' || version_text order by standard_code), '[]')
          from apps.standard_version as used where used.id = any (checked.standard_version_ids)
          and used.state <> 'PUBLISHED' and not (used.state = 'TRANSITION' and used.transition_until >= ${shanghaiDate(now())}::date)),
        'mandatoryItems', jsonb_path_query_array(hand_items, '$.list[*] ? (@.level == "MUST").id'),
        'handItems', jsonb_path_query_array(hand_items, '$.list[*].id'))), '[]')
        from apps.standard_check as checked where id = any (${checkIds})) as checks,
      (select coalesce(jsonb_object_agg(name, value), '{}')
        from ${parametersInForce(db as Db, now())} as in_force) as parameters`.execute(db);
  const { standings, parties, apps, capabilities, checks, companyId, parameters } = found.rows[0]!;
  const standingOf = (organizationId: string | null, kind: string) =>
    standings.find((one) => one.organizationId === organizationId && one.kind === kind);
  return {
    app: (id) => apps.find((one) => one.id === id) ?? null,
    capability: (id) => capabilities.find((one) => one.id === id) ?? null,
    check: (id) => checks.find((one) => one.id === id) ?? null,
    provider: (organizationId) => {
      const agreement = standingOf(organizationId, 'AUTHORIZATION_AGREEMENT');
      return {
        party: (organizationId && parties[organizationId]) || null,
        unitState: standingOf(organizationId, 'ECOSYSTEM_UNIT')?.state ?? null,
        agreement: agreement
          ? { ...agreement.scope, state: agreement.state, validUntil: agreement.validUntil! }
          : null,
      };
    },
    companyId,
    parameters: withDefaults(parameters),
  };
}
