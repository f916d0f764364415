import { sign, verify } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { now } from '../clock.ts';
import type { KeyRing } from '../crypto/keys.ts';
import type { Db } from '../database/open.ts';

export interface Checkpoint {
  at: string;
  keyId: string;
  /** The head of each lane: how many entries it has and the hash of the last. */
  lanes: { lane: number; seq: string; hash: string }[];
  signature: string;
}

const FILE = 'audit-checkpoints.jsonl';

function signedText(checkpoint: Omit<Checkpoint, 'signature'>): Buffer {
  return Buffer.from(JSON.stringify([checkpoint.at, checkpoint.keyId, checkpoint.lanes]), 'utf8');
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
    const { at, keyId, lanes, signature } = JSON.parse(line) as Checkpoint;
    return { at, keyId, lanes, signature: String(signature) };
  } catch {
    return { at: `第 ${index + 1} 行`, keyId: '', lanes: [], signature: '' };
  }
}

function parseCheckpoints(text: string): Checkpoint[] {
  return text.split('\n').filter(Boolean).map(parseLine);
}

/** All checkpoints in the folder, oldest first; none where nothing was ever published. */
export async function readCheckpoints(folder: string): Promise<Checkpoint[]> {
  return parseCheckpoints(await readFileOrNothing(folder));
}

/** True when the checkpoint was signed by this installation's key. */
export function isGenuine(keys: KeyRing, checkpoint: Checkpoint): boolean {
  const { signature, ...rest } = checkpoint;
  return (
    signature !== '' &&
    rest.keyId === keys.checkpoint.keyId &&
    verify(null, signedText(rest), keys.checkpoint.publicKey, Buffer.from(signature, 'base64url'))
  );
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
  const unsigned = { at: now().toISOString(), keyId: keys.checkpoint.keyId, lanes: heads };
  const signature = sign(null, signedText(unsigned), keys.checkpoint.privateKey).toString('base64url');
  const checkpoint = { ...unsigned, signature };
  await mkdir(folder, { recursive: true });
  // A line that a crash cut short must not swallow this one.
  const lineBreak = text === '' || text.endsWith('\n') ? '' : '\n';
  await appendFile(join(folder, FILE), `${lineBreak}${JSON.stringify(checkpoint)}\n`);
  return checkpoint;
}
