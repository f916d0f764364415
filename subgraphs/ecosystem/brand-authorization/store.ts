import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { type UnitStanding, unitStandings } from '@zgt/runtime/organizations.ts';
import { sql } from 'kysely';
import type { BrandAuthorizationRow, EcosystemTables } from '../tables.ts';

type Read = Db<EcosystemTables> | Tx<EcosystemTables>;

export interface LicenseTerm {
  trademarkId: string;
  activities: string[];
  validFrom: string;
  validUntil: string;
}

/** The licences in force for the given marks, the one that lasts longest first. */
export async function licensesInForce(db: Read, trademarkIds: readonly string[]): Promise<LicenseTerm[]> {
  if (trademarkIds.length === 0) return [];
  return db
    .selectFrom('ecosystem.trademarkLicense')
    .select(['trademarkId', 'activities', 'validFrom', 'validUntil'])
    .where(anyOf('trademarkId', trademarkIds))
    .where('state', '=', 'IN_FORCE')
    .orderBy('validUntil', 'desc')
    .$if(db.isTransaction, (query) => query.forShare())
    .execute();
}

/** What an authorization is judged by, per organisation and mark. */
export interface Surroundings {
  standings: UnitStanding[];
  licenses: LicenseTerm[];
  /** The number of an open stop order by organisation. */
  stopOrders: Record<string, string>;
}

/**
 * Standings of organisations, licences of marks and open stop orders, in one statement. In a transaction standings and
 * licences are held still until it ends, and stop orders are looked up once they are held: whoever issues one locks the
 * standing first.
 */
export async function readSurroundings(
  db: Read,
  organizationIds: readonly string[],
  trademarkIds: readonly string[],
): Promise<Surroundings> {
  const standing = unitStandings(db as Db, organizationIds);
  const hold = db.isTransaction ? sql`for share` : sql``;
  const found = await sql<Surroundings>`
    with ${standing.table},
    license as (
      select trademark_id, activities, valid_from, valid_until from ecosystem.trademark_license
      where trademark_id = any (${trademarkIds}) and state = 'IN_FORCE' ${hold})
    select
      ${standing.rows} as standings,
      (select coalesce(jsonb_agg(jsonb_build_object('trademarkId', trademark_id, 'activities', activities,
        'validFrom', valid_from, 'validUntil', valid_until) order by valid_until desc), '[]') from license) as licenses,
      ecosystem.open_stop_orders(array(select distinct organization_id from standing)) as stop_orders`.execute(
    db,
  );
  return found.rows[0]!;
}

/** The unit that an organisation runs now, if its case is not closed. */
export async function openUnitOf(
  db: Read,
  organizationId: string,
): Promise<{ id: string; name: string } | null> {
  const row = await db
    .selectFrom('ecosystem.ecosystemUnit')
    .select(['id', 'name'])
    .where('organizationId', '=', organizationId)
    .where('state', 'not in', ['DECLINED', 'REJECTED', 'EXITED', 'TERMINATED'])
    .executeTakeFirst();
  return row ?? null;
}

/** True when there is such a mark at all. */
export async function trademarkExists(db: Read, trademarkId: string): Promise<boolean> {
  const row = await db
    .selectFrom('ecosystem.trademark')
    .select('id')
    .where('id', '=', trademarkId)
    .executeTakeFirst();
  return row !== undefined;
}

export interface CertifiedBrand extends BrandAuthorizationRow {
  holderName: string;
  holderCode: string;
  markName: string;
}

/** The authorization behind a certificate number, with its holder and mark. */
export async function findByCertificate(db: Read, certificateNumber: string): Promise<CertifiedBrand | null> {
  const row = await db
    .selectFrom('ecosystem.brandAuthorization as brand')
    .innerJoin('ecosystem.ecosystemUnit as unit', 'unit.id', 'brand.ecosystemUnitId')
    .innerJoin('ecosystem.trademark as mark', 'mark.id', 'brand.trademarkId')
    .selectAll('brand')
    .select([
      'unit.name as holderName',
      'unit.unifiedSocialCreditCode as holderCode',
      'mark.name as markName',
    ])
    .where('brand.certificateNumber', '=', certificateNumber)
    .executeTakeFirst();
  return (row as CertifiedBrand | undefined) ?? null;
}

/** What a certificate says besides the authorization: its running number, and holder and mark at the moment of consent. */
export interface CertificateParts {
  number: number;
  holderName: string;
  holderCode: string;
  markName: string;
  registrationNumber: string | null;
}

/** The parts of the certificate of the authorization that is being consented to. */
export const certificateParts = sql<CertificateParts>`(
  select jsonb_build_object('number', nextval('ecosystem.certificate_number'), 'holderName', unit.name,
    'holderCode', unit.unified_social_credit_code, 'markName', mark.name, 'registrationNumber', mark.registration_number)
  from ecosystem.ecosystem_unit as unit, ecosystem.trademark as mark
  where unit.id = opened.ecosystem_unit_id and mark.id = opened.trademark_id)`;
