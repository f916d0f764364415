import { createHash } from 'node:crypto';
import type { KeyRing } from '../crypto/keys.ts';
import type { Db } from '../database/open.ts';
import { AUDIT_LANES } from './append.ts';
import { type Checkpoint, isGenuine } from './checkpoint.ts';

export interface AuditFault {
  lane: number;
  seq: string;
  fault: string;
}

export interface AuditReport {
  entries: number;
  checkpoints: number;
  faults: AuditFault[];
}

interface Entry {
  lane: number;
  seq: string;
  at: Date;
  noun: string;
  recordId: string | null;
  action: string;
  outcome: string;
  accountId: string | null;
  organizationId: string | null;
  body: string;
  hash: string;
}

const PAGE = 2000;
const hashOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The first hash of a lane, before any entry. */
const genesis = (lane: number) => hashOf(`lane ${lane}`);

/** The columns that searches use must say what the chained text says. */
function columnFault(entry: Entry): string | null {
  const body = JSON.parse(entry.body) as Record<string, unknown>;
  const same =
    body.lane === entry.lane &&
    new Date(String(body.at)).getTime() === entry.at.getTime() &&
    body.noun === entry.noun &&
    body.recordId === entry.recordId &&
    body.action === entry.action &&
    body.outcome === entry.outcome &&
    body.accountId === entry.accountId &&
    body.organizationId === entry.organizationId;
  return same ? null : '检索列与正文不一致：条目被改动';
}

async function verifyLane(
  db: Db,
  lane: number,
  wanted: ReadonlyMap<string, string>,
  faults: AuditFault[],
): Promise<number> {
  let hash = genesis(lane);
  let seq = 0n;
  const met = new Set<string>();
  for (;;) {
    const page = await db
      .selectFrom('runtime.auditEntry')
      .selectAll()
      .where('lane', '=', lane)
      .where('seq', '>', String(seq))
      .orderBy('seq')
      .orderBy('at')
      .limit(PAGE)
      .execute();
    for (const entry of page as Entry[]) {
      const expected = seq + 1n;
      if (BigInt(entry.seq) !== expected) {
        faults.push({ lane, seq: String(expected), fault: '缺少条目：被删除或调换次序' });
        return Number(seq);
      }
      const computed = hashOf(`${hash}\n${entry.seq}\n${entry.body}`);
      const fault = computed === entry.hash ? columnFault(entry) : '散列不符：条目或其前面的条目被改动';
      if (fault) {
        faults.push({ lane, seq: entry.seq, fault });
        return Number(seq);
      }
      seq = expected;
      hash = computed;
      const published = wanted.get(String(seq));
      if (published !== undefined && published !== hash)
        faults.push({ lane, seq: String(seq), fault: '与库外检查点不符：日志被整体改写' });
      met.add(String(seq));
    }
    if (page.length < PAGE) break;
  }
  const head = await db
    .selectFrom('runtime.auditLane')
    .selectAll()
    .where('lane', '=', lane)
    .executeTakeFirst();
  if (!head || String(head.seq) !== String(seq) || head.hash !== hash)
    faults.push({ lane, seq: String(seq), fault: '链尾与登记的末条不符：尾部被截去或添加' });
  for (const published of wanted.keys())
    if (published !== '0' && !met.has(published))
      faults.push({ lane, seq: published, fault: '库外检查点记有此条而日志中没有：尾部被截去' });
  return Number(seq);
}

/** Checks the whole log: chain, order, columns, heads and every checkpoint; an untouched log has no faults. */
export async function verifyAudit(
  db: Db,
  keys: KeyRing,
  checkpoints: readonly Checkpoint[],
): Promise<AuditReport> {
  const faults: AuditFault[] = [];
  const wanted = Array.from({ length: AUDIT_LANES }, () => new Map<string, string>());
  for (const checkpoint of checkpoints) {
    if (!isGenuine(keys, checkpoint)) {
      faults.push({ lane: -1, seq: checkpoint.at, fault: '检查点签名不符：检查点文件被改动' });
      continue;
    }
    for (const { lane, seq, hash } of checkpoint.lanes) wanted[lane]?.set(seq, hash);
  }
  let entries = 0;
  for (let lane = 0; lane < AUDIT_LANES; lane++) entries += await verifyLane(db, lane, wanted[lane]!, faults);
  return { entries, checkpoints: checkpoints.length, faults };
}
