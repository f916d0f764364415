import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
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

/** The number of an open stop order by organisation. */
export async function openStopOrders(
  db: Read,
  organizationIds: readonly string[],
): Promise<Map<string, string>> {
  if (organizationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('ecosystem.stopOrder')
    .select(['organizationId', 'number'])
    .where(anyOf('organizationId', organizationIds))
    .where('state', '<>', 'CLOSED')
    .execute();
  return new Map(rows.map((row) => [row.organizationId, row.number]));
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

/** The running number of the next certificate. */
export async function nextCertificate(tx: Tx): Promise<string> {
  const next = await sql<{ value: string }>`select nextval('ecosystem.certificate_number') as value`.execute(
    tx,
  );
  return next.rows[0]!.value;
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

/** What a certificate says of its holder and mark, read once at the moment of consent. */
export async function certificateParties(
  db: Read,
  ecosystemUnitId: string,
  trademarkId: string,
): Promise<{ holderName: string; holderCode: string; markName: string; registrationNumber: string | null }> {
  return db
    .selectFrom('ecosystem.ecosystemUnit as unit')
    .innerJoin('ecosystem.trademark as mark', (join) => join.on('mark.id', '=', trademarkId))
    .select(['unit.name as holderName', 'unit.unifiedSocialCreditCode as holderCode'])
    .select(['mark.name as markName', 'mark.registrationNumber'])
    .where('unit.id', '=', ecosystemUnitId)
    .executeTakeFirstOrThrow();
}
