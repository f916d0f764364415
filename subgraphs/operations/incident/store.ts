import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { sql } from 'kysely';
import type { OperationsTables } from '../tables.ts';
import type { ExternalNoticeTable, IncidentEntryTable, ProgressReportTable } from '../tables-incidents.ts';
import type { IncidentSurroundings, KnownRecord } from './guards.ts';

type Read = Db<OperationsTables> | Tx<OperationsTables>;

/** Records of any register by their ids, as all subgraphs know them; whoever may see them. */
export async function readKnown(db: Read, ids: readonly string[]): Promise<Map<string, KnownRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('runtime.item')
    .select(['recordId', 'noun', 'title', 'state', 'organizationId'])
    .where(anyOf('recordId', ids))
    .execute();
  return new Map(rows.map(({ recordId: id, ...known }) => [id, { id, ...known }]));
}

/** True when the incident was found to be caused by that app itself (article 26). */
export async function isOwnCause(db: Read, incidentId: string, appId: string): Promise<boolean> {
  const found = await db
    .selectFrom('operations.incident')
    .select('id')
    .where('id', '=', incidentId)
    .where('appId', '=', appId)
    .where('causeKind', '=', 'APP_OWN_CAUSE')
    .executeTakeFirst();
  return found !== undefined;
}

/** What a new incident is judged by. */
export async function readIncidentSurroundings(
  db: Read,
  appId: string | null,
  platformId: string | null,
): Promise<IncidentSurroundings> {
  const company = await singletonOf(db, 'PROJECT_COMPANY');
  const known = await readKnown(
    db,
    [appId, platformId].filter((id) => id !== null),
  );
  return {
    companyId: company?.id ?? null,
    app: (appId && known.get(appId)) || null,
    platform: (platformId && known.get(platformId)) || null,
  };
}

/** A person with the memberships that count for command. */
export interface Candidate {
  accountId: string;
  name: string;
  memberships: { party: string; roles: string[] }[];
}

/** The person behind a sign-in name or e-mail address; null when there is none. */
export async function findCandidate(db: Read, username: string): Promise<Candidate | null> {
  const found = await sql<Candidate>`
    select person.id as account_id, person.name, coalesce(jsonb_agg(jsonb_build_object('party', organization.party,
        'roles', own.roles)) filter (where organization.id is not null), '[]') as memberships
    from identity."user" as person
      left join runtime.membership as own on own.account_id = person.id
      left join runtime.organization as organization on organization.id = own.organization_id and organization.status = 'ACTIVE'
    where person.username = ${username.toLowerCase()} or person.email = ${username.toLowerCase()}
    group by person.id, person.name`.execute(db);
  return found.rows[0] ?? null;
}

/** The statement that adds an entry to the course of an incident. */
export function entryStatement(entry: Omit<IncidentEntryTable, 'id'>) {
  const { incidentId, at, kind, level, text, byName } = entry;
  return sql`insert into operations.incident_entry (incident_id, at, kind, level, text, by_name)
    values (${incidentId}, ${at}, ${kind}, ${level}, ${text}, ${byName})`;
}

export function progressStatement(report: Omit<ProgressReportTable, 'id'>) {
  const { incidentId, at, dueAt, late, level, text, byName } = report;
  return sql`insert into operations.progress_report (incident_id, at, due_at, late, level, text, by_name)
    values (${incidentId}, ${at}, ${dueAt}, ${late}, ${level}, ${text}, ${byName})`;
}

export function noticeStatement(notice: Omit<ExternalNoticeTable, 'id'>) {
  const { incidentId, at, recipient, decision, note, byName } = notice;
  return sql`insert into operations.external_notice (incident_id, at, recipient, decision, note, by_name)
    values (${incidentId}, ${at}, ${recipient}, ${decision}, ${note}, ${byName})`;
}

/** The course of incidents, each in order. */
export async function readEntries(db: Read, incidentIds: readonly string[]): Promise<IncidentEntryTable[]> {
  return db
    .selectFrom('operations.incidentEntry')
    .selectAll()
    .where(anyOf('incidentId', incidentIds))
    .orderBy('id')
    .execute();
}

/** The progress reports of incidents, each in order. */
export async function readProgress(db: Read, incidentIds: readonly string[]): Promise<ProgressReportTable[]> {
  return db
    .selectFrom('operations.progressReport')
    .selectAll()
    .where(anyOf('incidentId', incidentIds))
    .orderBy('id')
    .execute();
}

/** What was decided about telling others, each in order. */
export async function readNotices(db: Read, incidentIds: readonly string[]): Promise<ExternalNoticeTable[]> {
  return db
    .selectFrom('operations.externalNotice')
    .selectAll()
    .where(anyOf('incidentId', incidentIds))
    .orderBy('id')
    .execute();
}

/** How long finished incidents of level 4 are listed in one filing. */
const MOST_LISTED = 2000;

/** An incident as the monthly filing lists it (article 62). */
export interface ListedIncident {
  id: string;
  number: string;
  title: string;
  detectedAt: string;
  endedAt: string | null;
  category: string;
}

/** The incidents that were never above level 4 and were detected in a period, false alarms left out. */
export async function level4Incidents(db: Read, from: Date, until: Date): Promise<ListedIncident[]> {
  const rows = await db
    .selectFrom('operations.incident')
    .select(['id', 'number', 'title', 'detectedAt', 'endedAt', 'category'])
    .where('peakLevel', '=', 'LEVEL_4')
    .where('state', '<>', 'DISMISSED')
    .where('detectedAt', '>=', from)
    .where('detectedAt', '<', until)
    .orderBy('detectedAt')
    .limit(MOST_LISTED)
    .execute();
  return rows.map(({ detectedAt, endedAt, ...row }) => ({
    ...row,
    detectedAt: detectedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
}
