import { type KeyObject, sign, verify } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { now } from '../clock.ts';
import type { KeyRing } from '../crypto/keys.ts';
import type { Db } from '../database/open.ts';
import { newId } from '../id.ts';
import { readHashes } from './hashes.ts';
import { merkleTree } from './merkle.ts';

export interface Checkpoint {
  at: string;
  keyId: string;
  /** The head of each lane: how many entries it has and the hash of the last. */
  lanes: { lane: number; seq: string; hash: string }[];
  /** The root of the tree over the entries since the last one, by lane and number; the first ones had none. */
  root?: string;
  /** How many entries the tree has. */
  entries?: number;
  signature: string;
}

const FILE = 'audit-checkpoints.jsonl';

function signedText({ at, keyId, lanes, root, entries }: Omit<Checkpoint, 'signature'>): Buffer {
  const tree = root === undefined ? [] : [root, entries];
  return Buffer.from(JSON.stringify([at, keyId, lanes, ...tree]), 'utf8');
}

async function readFileOrNothing(folder: string): Promise<string> {
  return readFile(join(folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

/** A line that is no checkpoint, torn or altered, becomes one that no key has signed. */
function parseLine(line: string, index: number): Checkpoint {
  try {
    const { at, keyId, lanes, root, entries, signature } = JSON.parse(line) as Checkpoint;
    return { at, keyId, lanes, ...(root !== undefined && { root, entries }), signature: String(signature) };
  } catch {
    return { at: `第 ${index + 1} 行`, keyId: '', lanes: [], signature: '' };
  }
}

/** Reads checkpoints from the text of a file, oldest first. */
export function parseCheckpoints(text: string): Checkpoint[] {
  return text.split('\n').filter(Boolean).map(parseLine);
}

/** All checkpoints in the folder, oldest first; none where nothing was ever published. */
export async function readCheckpoints(folder: string): Promise<Checkpoint[]> {
  return parseCheckpoints(await readFileOrNothing(folder));
}

/** True when the checkpoint was signed by this installation's key. */
export function isGenuine(keys: KeyRing, checkpoint: Checkpoint): boolean {
  return checkpoint.keyId === keys.checkpoint.keyId && isSignedBy(keys.checkpoint.publicKey, checkpoint);
}

/** True when the checkpoint was signed by the key to this public key. */
export function isSignedBy(publicKey: KeyObject, { signature, ...rest }: Checkpoint): boolean {
  return signature !== '' && verify(null, signedText(rest), publicKey, Buffer.from(signature, 'base64url'));
}

/**
 * Publishes the heads of the audit log outside the database when there are new entries.
 * Whoever cuts off or rewrites the log with full rights over the database contradicts the last checkpoint.
 */
export async function publishCheckpoint(db: Db, keys: KeyRing, folder: string): Promise<Checkpoint | null> {
  const lanes = await db.selectFrom('runtime.auditLane').selectAll().orderBy('lane').execute();
  const text = await readFileOrNothing(folder);
  const last = parseCheckpoints(text).at(-1);
  const heads = lanes.map(({ lane, seq, hash }) => ({ lane, seq: String(seq), hash }));
  if (last && JSON.stringify(last.lanes) === JSON.stringify(heads)) return null;
  const afterSeqs = heads.map(({ lane }) => last?.lanes.find((known) => known.lane === lane)?.seq ?? '0');
  const upToSeqs = heads.map(({ seq }) => seq);
  const hashes = await readHashes(db, afterSeqs, upToSeqs);
  const tree = { root: merkleTree(hashes).root, entries: hashes.length };
  const unsigned = { at: now().toISOString(), keyId: keys.checkpoint.keyId, lanes: heads, ...tree };
  const signature = sign(null, signedText(unsigned), keys.checkpoint.privateKey).toString('base64url');
  const checkpoint = { ...unsigned, signature };
  const body = JSON.stringify(checkpoint);
  await mkdir(folder, { recursive: true });
  // A line that a crash cut short must not swallow this one.
  const lineBreak = text === '' || text.endsWith('\n') ? '' : '\n';
  await appendFile(join(folder, FILE), `${lineBreak}${body}\n`);
  await db
    .insertInto('runtime.auditCheckpoint')
    .values({ id: newId(), at: unsigned.at, afterSeqs, upToSeqs, body })
    .execute();
  return checkpoint;
}
