import { createPublicKey } from 'node:crypto';
import { chained } from './chain.ts';
import { type Checkpoint, isSignedBy } from './checkpoint.ts';
import type { AuditExport, ExportedEntry } from './export.ts';
import { rootByPath } from './merkle.ts';

export interface ExportReport {
  entries: number;
  /** Entries that a checkpoint proves. */
  proved: number;
  /** Entries that no checkpoint covers, each with its place. */
  unproved: string[];
  faults: string[];
}

/**
 * Checks an export by itself: no database and no network. `published` are checkpoints that the reader got elsewhere,
 * before: an entry counts as proved when the checkpoint that it leads to is one of these. Without them the export's
 * own checkpoints count, which whoever holds the key could have made for it.
 */
export function checkExport(
  { entries, checkpoints, publicKey }: AuditExport,
  published: readonly Checkpoint[] | null,
): ExportReport {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
  const faults: string[] = [];
  const trusted = new Map<string, Checkpoint>();
  for (const checkpoint of published ?? checkpoints)
    if (isSignedBy(key, checkpoint)) trusted.set(checkpoint.at, checkpoint);
    else faults.push(`检查点 ${checkpoint.at}：签名不符`);
  const unproved: string[] = [];
  let proved = 0;
  for (const entry of entries) {
    const place = `链 ${entry.lane} 第 ${entry.seq} 条`;
    const fault = entryFault(entry, trusted);
    if (fault) faults.push(`${place}：${fault}`);
    else if (entry.proof) proved += 1;
    else unproved.push(place);
  }
  return { entries: entries.length, proved, unproved, faults };
}

function entryFault(
  { lane, seq, previous, body, hash, proof }: ExportedEntry,
  trusted: ReadonlyMap<string, Checkpoint>,
): string | null {
  if (chained(previous, seq, body) !== hash) return '正文与摘要不符：条目被改动';
  if ((JSON.parse(body) as { lane: unknown }).lane !== lane) return '正文说它在另一条链';
  if (!proof) return null;
  const checkpoint = trusted.get(proof.checkpoint);
  if (!checkpoint) return `没有 ${proof.checkpoint} 的检查点可以对照`;
  const root =
    proof.size === checkpoint.entries ? rootByPath(hash, proof.index, proof.size, proof.path) : null;
  return root === checkpoint.root ? null : '证明不通向检查点：条目不在日志中，或日志被改写';
}
