import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { KnownRecord } from './known-record.ts';

const COLUMNS = ['recordId', 'noun', 'organizationId', 'number', 'title', 'state'] as const;

const known = (ids: readonly (string | null | undefined)[]): string[] => ids.filter((id) => id != null);

/** Records by their ids, whoever keeps them and whoever may see them. */
export async function readKnown(
  db: Db | Tx,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, KnownRecord>> {
  const wanted = known(ids);
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom('runtime.item').select(COLUMNS).where(anyOf('recordId', wanted)).execute();
  return new Map(rows.map((row) => [row.recordId, row]));
}

/** Records by the numbers that people know them by. */
export async function readKnownByNumber(
  db: Db | Tx,
  numbers: readonly (string | null | undefined)[],
): Promise<Map<string, KnownRecord>> {
  const wanted = known(numbers);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('runtime.item')
    .select(COLUMNS)
    .where(anyOf('number', wanted, 'text'))
    .execute();
  return new Map(rows.map((row) => [row.number, row]));
}

/** The organisations in office that there is one of, by party. */
export async function readSingletons(db: Db | Tx): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('runtime.organization')
    .select(['id', 'party'])
    .where(anyOf('party', ['PROJECT_COMPANY', 'OWNER_UNIT', 'INFRASTRUCTURE_PROVIDER'], 'text'))
    .where('status', '=', 'ACTIVE')
    .execute();
  return new Map(rows.map(({ id, party }) => [party, id]));
}
