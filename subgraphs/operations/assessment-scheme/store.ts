import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { AssessmentKind } from '../choices-assessments.ts';
import type { OperationsTables } from '../tables.ts';
import type { AssessmentSchemeRow } from '../tables-assessments.ts';

type Read = Db<OperationsTables> | Tx<OperationsTables>;

/** The scheme in force of a kind; undefined while there is none. */
export async function schemeInForce(
  db: Read,
  kind: AssessmentKind,
): Promise<Pick<AssessmentSchemeRow, 'number' | 'passingScore' | 'indicators'> | undefined> {
  return db
    .selectFrom('operations.assessmentScheme')
    .select(['number', 'passingScore', 'indicators'])
    .where('kind', '=', kind)
    .where('state', '=', 'IN_FORCE')
    .executeTakeFirst();
}
