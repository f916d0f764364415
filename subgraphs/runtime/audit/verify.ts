import type { KeyRing } from '../crypto/keys.ts';
import type { Db, Tx } from '../database/open.ts';
import type { AuditAnchorTable } from '../database/tables.ts';
import { AUDIT_LANES } from './append.ts';
import { chained, genesis } from './chain.ts';
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

/** The columns that searches use must say what the chained text says. */
function columnFault(entry: Entry): string | null {
  let body: Record<string, unknown>;
  try {
    body = JSON.parse(entry.body) as Record<string, unknown>;
  } catch {
    return '正文不是有效的条目：条目被改动';
  }
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

/** Where a lane starts: at its beginning, or after what was purged when its years were over. */
interface Start {
  seq: bigint;
  hash: string;
  purgedBefore: Date | null;
}

interface Published {
  seq: string;
  hash: string;
  /** No entry up to `seq` that an earlier checkpoint lacks is older than this. */
  notOlderThan: string | null;
}

/** What the checkpoints say of one lane, each of its heads once. */
function publishedHeads(checkpoints: readonly Checkpoint[], lane: number): Published[] {
  const heads: Published[] = [];
  let before: Checkpoint | null = null;
  for (const checkpoint of checkpoints) {
    const head = checkpoint.lanes.find((candidate) => candidate.lane === lane);
    if (head && head.seq !== heads.at(-1)?.seq) heads.push({ ...head, notOlderThan: before?.at ?? null });
    before = checkpoint;
  }
  return heads.filter(({ seq }) => seq !== '0');
}

function startOf(lane: number, anchors: readonly AuditAnchorTable[]): Start {
  const anchor = anchors.find((candidate) => candidate.lane === lane);
  return anchor
    ? { seq: BigInt(anchor.seq), hash: anchor.hash, purgedBefore: anchor.purgedBefore }
    : { seq: 0n, hash: genesis(lane), purgedBefore: null };
}

/** A checkpoint within the purged part is no contradiction, unless it shows that younger entries went too. */
function missingFault(published: Published, start: Start): string | null {
  if (BigInt(published.seq) > start.seq) return '库外检查点记有此条而日志中没有：尾部被截去';
  const tooYoung =
    start.purgedBefore !== null &&
    published.notOlderThan !== null &&
    new Date(published.notOlderThan) >= start.purgedBefore;
  return tooYoung ? '库外检查点表明此条尚在保存年限内而已被清除' : null;
}

async function verifyLane(
  db: Tx,
  lane: number,
  start: Start,
  heads: readonly Published[],
  faults: AuditFault[],
): Promise<number> {
  let { hash, seq } = start;
  const length = () => Number(seq - start.seq);
  const wanted = new Map(heads.map((head) => [head.seq, head.hash]));
  const met = new Set<string>();
  const compareWithCheckpoint = () => {
    const published = wanted.get(String(seq));
    if (published !== undefined && published !== hash)
      faults.push({ lane, seq: String(seq), fault: '与库外检查点不符：日志被整体改写' });
  };
  compareWithCheckpoint();
  let after: Entry | null = null;
  for (;;) {
    let query = db.selectFrom('runtime.auditEntry').selectAll().where('lane', '=', lane);
    if (after) {
      const { seq: lastSeq, at } = after;
      // By both columns: an entry that was slipped in under a number that exists must not fall between two pages.
      query = query.where((where) =>
        where.or([where('seq', '>', lastSeq), where.and([where('seq', '=', lastSeq), where('at', '>', at)])]),
      );
    }
    const page = (await query.orderBy('seq').orderBy('at').limit(PAGE).execute()) as Entry[];
    for (const entry of page) {
      const expected = seq + 1n;
      if (BigInt(entry.seq) !== expected) {
        const fault =
          BigInt(entry.seq) > expected ? '缺少条目：被删除或调换次序' : '多出条目：被添加或重复编号';
        faults.push({ lane, seq: String(expected), fault });
        return length();
      }
      const computed = chained(hash, entry.seq, entry.body);
      const fault = computed === entry.hash ? columnFault(entry) : '散列不符：条目或其前面的条目被改动';
      if (fault) {
        faults.push({ lane, seq: entry.seq, fault });
        return length();
      }
      seq = expected;
      hash = computed;
      met.add(String(seq));
      compareWithCheckpoint();
    }
    if (page.length < PAGE) break;
    after = page.at(-1)!;
  }
  const head = await db
    .selectFrom('runtime.auditLane')
    .selectAll()
    .where('lane', '=', lane)
    .executeTakeFirst();
  if (!head || String(head.seq) !== String(seq) || head.hash !== hash)
    faults.push({ lane, seq: String(seq), fault: '链尾与登记的末条不符：尾部被截去或添加' });
  for (const published of heads) {
    const fault = met.has(published.seq) ? null : missingFault(published, start);
    if (fault) faults.push({ lane, seq: published.seq, fault });
  }
  return length();
}

async function strayFaults(db: Tx): Promise<AuditFault[]> {
  const strays = await db
    .selectFrom('runtime.auditEntry')
    .select(['lane', 'seq'])
    .where((where) => where.or([where('lane', '<', 0), where('lane', '>=', AUDIT_LANES)]))
    .limit(100)
    .execute();
  return strays.map(({ lane, seq }) => ({ lane, seq: String(seq), fault: '不属于任何链的条目：被添加' }));
}

/**
 * Checks the whole log as it stood at one instant: chain, order, columns, heads and every checkpoint.
 * An untouched log has no faults, also while others append. Read the checkpoints before calling.
 */
export async function verifyAudit(
  db: Db,
  keys: KeyRing,
  checkpoints: readonly Checkpoint[],
): Promise<AuditReport> {
  const faults: AuditFault[] = checkpoints
    .filter((checkpoint) => !isGenuine(keys, checkpoint))
    .map(({ at }) => ({ lane: -1, seq: String(at), fault: '检查点签名不符：检查点文件被改动' }));
  const genuine = checkpoints.filter((checkpoint) => isGenuine(keys, checkpoint));
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const anchors = await tx.selectFrom('runtime.auditAnchor').selectAll().execute();
      let entries = 0;
      for (let lane = 0; lane < AUDIT_LANES; lane++)
        entries += await verifyLane(tx, lane, startOf(lane, anchors), publishedHeads(genuine, lane), faults);
      faults.push(...(await strayFaults(tx)));
      return { entries, checkpoints: checkpoints.length, faults };
    });
}
