import type { Db } from '@zgt/runtime/database/open.ts';
import type { OperationsTables } from '../tables.ts';
import { MECHANISM_KINDS, type MechanismKind } from './kinds.ts';

/** The kinds of mechanism of which none is in force. */
export async function missingKinds(db: Db<OperationsTables>): Promise<MechanismKind[]> {
  const rows = await db
    .selectFrom('operations.mechanismDocument')
    .select('kind')
    .where('state', '=', 'IN_FORCE')
    .execute();
  const known = new Set(rows.map(({ kind }) => kind));
  return (Object.keys(MECHANISM_KINDS) as MechanismKind[]).filter((kind) => !known.has(kind));
}
