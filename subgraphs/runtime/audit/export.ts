import { sql } from 'kysely';
import type { KeyRing } from '../crypto/keys.ts';
import type { Db, Tx } from '../database/open.ts';
import { genesis } from './chain.ts';
import type { Checkpoint } from './checkpoint.ts';
import { readHashes } from './hashes.ts';
import { type MerkleTree, merkleTree } from './merkle.ts';

/** One entry of an export, with what proves it; its text is `body`, as it was chained. */
export interface ExportedEntry {
  lane: number;
  seq: string;
  /** The digest of the entry before it in its lane. */
  previous: string;
  body: string;
  hash: string;
  /** Null for entries younger than the last checkpoint, or of a time before there were proofs. */
  proof: { checkpoint: string; index: number; size: number; path: string[] } | null;
}

export interface AuditExport {
  format: 1;
  at: string;
  /** What was asked for, as it was asked. */
  filter: Record<string, unknown>;
  /** SPKI, base64: the key of checkpoints. To be compared with the published one. */
  publicKey: string;
  entries: ExportedEntry[];
  /** The checkpoints that the proofs lead to, by the instant that names them. */
  checkpoints: Checkpoint[];
}

interface Chained {
  lane: number;
  seq: string;
  at: Date;
  body: string;
  hash: string;
}

/** Puts to each entry what proves that it stands in a published checkpoint, and in its place in the chain. */
export async function proveEntries(
  db: Db | Tx,
  entries: readonly Chained[],
): Promise<Pick<AuditExport, 'entries' | 'checkpoints'>> {
  const trees = new Map<string, Tree>();
  const previous = await previousHashes(db, entries);
  const proved: ExportedEntry[] = [];
  for (const [index, { lane, seq, at, body, hash }] of entries.entries()) {
    const covering = await findTree(db, { lane, seq, at }, trees);
    const proof = covering && proofIn(covering, lane, seq);
    proved.push({ lane, seq, previous: previous[index] ?? genesis(lane), body, hash, proof });
  }
  const used = new Set(proved.map(({ proof }) => proof?.checkpoint));
  const checkpoints = [...trees.values()]
    .map(({ checkpoint }) => checkpoint)
    .filter(({ at }) => used.has(at));
  return { entries: proved, checkpoints };
}

export const publicKeyText = ({ checkpoint }: KeyRing): string =>
  checkpoint.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

interface Tree {
  afterSeqs: readonly string[];
  upToSeqs: readonly string[];
  checkpoint: Checkpoint;
  size: number;
  path: MerkleTree['path'];
}

const covers = ({ afterSeqs, upToSeqs }: Pick<Tree, 'afterSeqs' | 'upToSeqs'>, lane: number, seq: string) =>
  BigInt(afterSeqs[lane]!) < BigInt(seq) && BigInt(seq) <= BigInt(upToSeqs[lane]!);

/** The first checkpoint after the entry that covers it. Clocks of several processes differ a little. */
async function findTree(
  db: Db | Tx,
  { lane, seq, at }: Pick<Chained, 'lane' | 'seq' | 'at'>,
  known: Map<string, Tree>,
): Promise<Tree | null> {
  for (const tree of known.values()) if (covers(tree, lane, seq)) return tree;
  const position = sql.lit(lane + 1);
  const found = await db
    .selectFrom('runtime.auditCheckpoint')
    .select(['id', 'afterSeqs', 'upToSeqs', 'body'])
    .where('at', '>=', sql<Date>`${at.toISOString()}::timestamptz - interval '1 hour'`)
    .where(
      sql<boolean>`after_seqs[${position}] < ${seq}::bigint and up_to_seqs[${position}] >= ${seq}::bigint`,
    )
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  if (!found) return null;
  const checkpoint = JSON.parse(found.body) as Checkpoint;
  const hashes = await readHashes(db, found.afterSeqs, found.upToSeqs);
  // Years later a part of what a checkpoint covers may have been purged: the rest of it can be proved no more.
  if (hashes.length !== checkpoint.entries) return null;
  const { path } = merkleTree(hashes);
  const tree = {
    afterSeqs: found.afterSeqs,
    upToSeqs: found.upToSeqs,
    checkpoint,
    size: hashes.length,
    path,
  };
  known.set(found.id, tree);
  return tree;
}

function proofIn({ afterSeqs, upToSeqs, checkpoint, size, path }: Tree, lane: number, seq: string) {
  let before = 0n;
  for (let other = 0; other < lane; other++) before += BigInt(upToSeqs[other]!) - BigInt(afterSeqs[other]!);
  const index = Number(before + BigInt(seq) - BigInt(afterSeqs[lane]!)) - 1;
  return { checkpoint: checkpoint.at, index, size, path: path(index) };
}

/** The digest before each entry in its lane, kept or purged; null before the first of all. */
async function previousHashes(db: Db | Tx, entries: readonly Chained[]): Promise<(string | null)[]> {
  const { rows } = await sql<{ hash: string | null }>`
    select coalesce(
        (select hash from runtime.audit_entry where lane = asked.lane and seq = asked.seq - 1),
        (select hash from runtime.audit_anchor where lane = asked.lane and seq = asked.seq - 1)) as hash
    from unnest(${entries.map(({ lane }) => lane)}::smallint[], ${entries.map(({ seq }) => seq)}::bigint[])
      with ordinality as asked (lane, seq, place)
    order by place`.execute(db);
  return rows.map(({ hash }) => hash);
}
