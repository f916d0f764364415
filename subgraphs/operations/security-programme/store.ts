import type { Db } from '@zgt/runtime/database/open.ts';
import type { OperationsTables } from '../tables.ts';

/** The domains of security for which some measure is carried out. */
export async function coveredDomains(db: Db<OperationsTables>): Promise<Set<string>> {
  const rows = await db
    .selectFrom('operations.securityProgramme')
    .select('domain')
    .distinct()
    .where('state', '=', 'RUNNING')
    .execute();
  return new Set(rows.map(({ domain }) => domain));
}

/** Whether a safety agreement is in force (article 65). */
export async function hasSafetyAgreement(db: Db<OperationsTables>): Promise<boolean> {
  const row = await db
    .selectFrom('operations.safetyAgreement')
    .select('id')
    .where('state', '=', 'IN_FORCE')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
