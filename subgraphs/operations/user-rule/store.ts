import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { OperationsTables } from '../tables.ts';
import type { PenaltyClause } from '../tables-conduct.ts';

/** The clauses of the rules in force, each with the number of its rule (article 44). */
export async function clausesInForce(
  db: Db<OperationsTables> | Tx<OperationsTables>,
): Promise<(PenaltyClause & { ruleNumber: string })[]> {
  const rules = await db
    .selectFrom('operations.userRule')
    .select(['number', 'clauses'])
    .where('state', '=', 'IN_FORCE')
    .orderBy('number')
    .execute();
  return rules.flatMap(({ number, clauses }) => clauses.list.map((one) => ({ ...one, ruleNumber: number })));
}
