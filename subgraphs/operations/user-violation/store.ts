import type { Db } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import type { OperationsTables } from '../tables.ts';
import type { UserViolationRow } from '../tables-conduct.ts';

/** A violation by its number, for the user who was given its code; null when either is wrong. */
export async function findByCode(
  db: Db<OperationsTables>,
  number: string,
  codeHash: string,
): Promise<UserViolationRow | null> {
  const found = await sql<UserViolationRow>`
    select * from operations.user_violation where number = ${number} and appeal_code_hash = ${codeHash}`.execute(
    db,
  );
  return found.rows[0] ?? null;
}
