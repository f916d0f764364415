import type { Tx } from '@zgt/runtime/database/open.ts';
import type { UserPenalty } from '../choices-conduct.ts';
import type { OperationsTables } from '../tables.ts';
import type { TerminalUserRow } from '../tables-conduct.ts';

/** The user of that code, held still until the transaction ends; null where there is none yet. */
export async function holdUser(
  tx: Tx<OperationsTables>,
  reference: string,
): Promise<Pick<TerminalUserRow, 'id' | 'state'> | null> {
  const found = await tx
    .selectFrom('operations.terminalUser')
    .select(['id', 'state'])
    .where('reference', '=', reference)
    .forUpdate()
    .executeTakeFirst();
  return found ?? null;
}

/** The penalties in force against a user, those of one violation left out. */
export async function penaltiesInForce(
  tx: Tx<OperationsTables>,
  reference: string,
  exceptId: string,
): Promise<UserPenalty[]> {
  const rows = await tx
    .selectFrom('operations.userViolation')
    .select('penalty')
    .where('userReference', '=', reference)
    .where('state', 'in', ['PENALIZED', 'APPEALED'])
    .where('id', '<>', exceptId)
    .execute();
  return rows.flatMap(({ penalty }) => penalty ?? []);
}
