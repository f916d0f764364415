import type { Db, Tx } from '../database/open.ts';

const AT_ONCE = 10_000;

/** The digests of the entries of every lane from after one number up to another, by lane and number. */
export async function readHashes(
  db: Db | Tx,
  afterSeqs: readonly string[],
  upToSeqs: readonly string[],
): Promise<string[]> {
  const hashes: string[] = [];
  for (const [lane, upTo] of upToSeqs.entries()) {
    let after = afterSeqs[lane] ?? '0';
    while (BigInt(after) < BigInt(upTo)) {
      const page = await db
        .selectFrom('runtime.auditEntry')
        .select(['seq', 'hash'])
        .where('lane', '=', lane)
        .where('seq', '>', after)
        .where('seq', '<=', upTo)
        .orderBy('seq')
        .limit(AT_ONCE)
        .execute();
      for (const { hash } of page) hashes.push(hash);
      after = page.at(-1)?.seq ?? upTo;
    }
  }
  return hashes;
}
