import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Db, Tx } from '../database/open.ts';
import { readParameters } from '../parameters.ts';
import type { Viewer } from '../viewer.ts';
import type { Row } from './declaration.ts';
import { type AccountRules, accountRulesFor } from './judge.ts';
import type { Noun } from './noun.ts';

/** The row, locked until the transaction ends; null when there is none. */
export async function lockRow(tx: Tx, noun: Noun, id: string): Promise<Row | null> {
  const found = await sql<Row>`select * from ${sql.table(noun.table)} where id = ${id} for update`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}

/** Writes a new row, or the changes of a locked one, and returns it as it stands. */
export async function writeRow(tx: Tx, noun: Noun, before: Row | null, row: Row): Promise<Row> {
  const names = Object.keys(row).filter((name) => before === null || row[name] !== before[name]);
  const written = before
    ? await sql<Row>`update ${sql.table(noun.table)} set ${sql.join(
        names.map((name) => sql`${sql.ref(name)} = ${row[name]}`),
      )} where id = ${row.id} returning *`.execute(tx)
    : await sql<Row>`insert into ${sql.table(noun.table)} (${sql.join(names.map((name) => sql.ref(name)))})
        values (${sql.join(names.map((name) => row[name]))}) returning *`.execute(tx);
  return written.rows[0]!;
}

/** The next human-readable number of a register, for example `SQ-2026-000042`; gaps may occur, repeats never. */
export async function nextNumber(tx: Tx, noun: Noun, today: string): Promise<string> {
  const sequence = `${noun.table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_number`;
  const next = await sql<{ value: string }>`select nextval(${sequence}) as value`.execute(tx);
  return `${noun.numberPrefix}-${today.slice(0, 4)}-${next.rows[0]!.value.padStart(6, '0')}`;
}

/** Which actions this same person took on each of the records: the other half of the four-eyes rule. */
export async function ownActions(
  db: Db | Tx,
  recordIds: readonly string[],
  viewer: Viewer,
): Promise<Map<string, Set<string>>> {
  const actions = new Map<string, Set<string>>();
  if (viewer.accountId === null || recordIds.length === 0) return actions;
  const rows = await db
    .selectFrom('runtime.auditEntry')
    .select(['recordId', 'action'])
    .distinct()
    .where(anyOf('recordId', recordIds))
    .where('accountId', '=', viewer.accountId)
    .where('outcome', '=', 'DONE')
    .execute();
  for (const row of rows) {
    const known = actions.get(row.recordId!) ?? new Set();
    actions.set(row.recordId!, known.add(row.action));
  }
  return actions;
}

/** The kinds of document that the record already has. */
export async function attachedKinds(tx: Tx, recordId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('runtime.documentUse')
    .select('kind')
    .distinct()
    .where('recordId', '=', recordId)
    .execute();
  return new Set(rows.map((row) => row.kind));
}

/** The account rules of article 68 as they stand now; only people are asked for them. */
export function accountRules(db: Db | Tx, viewer: Viewer): Promise<AccountRules> {
  return accountRulesFor(viewer, () => readParameters(db));
}
