import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { AccountabilityFacts } from './lifecycle.ts';

/** The organisations that may lead a case; null before one is registered. */
export async function readLeads(db: Db | Tx): Promise<AccountabilityFacts['leads']> {
  const rows = await db
    .selectFrom('runtime.organization')
    .select(['id', 'party'])
    .where('party', 'in', ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'])
    .where('status', '=', 'ACTIVE')
    .execute();
  const of = (party: string) => rows.find((row) => row.party === party)?.id ?? null;
  return { MANAGEMENT_UNIT: of('MANAGEMENT_UNIT'), PROJECT_COMPANY: of('PROJECT_COMPANY') };
}
