import { AUDIT_LANES, appendAudit, laneOf } from '@zgt/runtime/audit/append.ts';
import { verifyAudit } from '@zgt/runtime/audit/verify.ts';
import { readConfig } from '@zgt/runtime/config.ts';
import { type KeyRing, loadKeyRing } from '@zgt/runtime/crypto/keys.ts';
import { type DatabaseHandle, type Db, openServer, type Tx } from '@zgt/runtime/database/open.ts';
import { prepareDatabase } from '@zgt/runtime/database/prepare.ts';
import { roleOf } from '@zgt/runtime/database/roles.ts';
import { newId } from '@zgt/runtime/id.ts';
import { createAuth } from '@zgt/runtime/identity/auth.ts';
import { SYSTEM } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import { temporaryFolder } from '../harness/server.ts';

const ENTRIES = 2000;
const APPENDERS = 8;

let postgres: PostgresServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let owner: DatabaseHandle;
let product: DatabaseHandle;
let keys: KeyRing;

beforeAll(async () => {
  [postgres, folder] = await Promise.all([startPostgres(), temporaryFolder()]);
  const url = await postgres.createDatabase();
  const config = readConfig({ DATA_DIR: folder.path });
  keys = await loadKeyRing(config.keysDir);
  owner = openServer(url, { max: 2 });
  await prepareDatabase(owner, createAuth(owner, config, keys), { ecosystem: {}, apps: {}, operations: {} });
  product = openServer(url, { role: roleOf('ecosystem'), max: APPENDERS });
}, 60_000);
afterAll(async () => {
  await product?.close();
  await owner?.close();
  await postgres?.stop();
  await folder?.remove();
}, 60_000);

const append = (db: Db | Tx, recordId: string, reason: string) =>
  appendAudit(
    db,
    { viewer: SYSTEM, requestId: newId(), idempotencyKey: null },
    new Date('2026-11-23T01:00:00Z'),
    {
      noun: 'Trial',
      recordId,
      action: 'try',
      outcome: 'DONE',
      articles: [69],
      reason,
    },
  );

/** A record of each lane. */
function recordsByLane(): string[] {
  const records = new Map<number, string>();
  while (records.size < AUDIT_LANES) {
    const id = newId();
    records.set(laneOf(id), id);
  }
  return [...records].sort(([one], [other]) => one - other).map(([, id]) => id);
}

it('appends to different lanes do not wait for each other, those to one lane do', async () => {
  const [one, other] = recordsByLane() as [string, string];
  await append(product.db, one, '开月');
  await product.db.transaction().execute(async (open) => {
    await append(open, one, '未提交');
    const waiting = (recordId: string) =>
      product.db.transaction().execute(async (tx) => {
        await sql`set local lock_timeout = '300ms'`.execute(tx);
        await append(tx, recordId, '同时');
      });
    await expect(waiting(one)).rejects.toThrow('lock timeout');
    await waiting(other);
  });
  expect((await verifyAudit(owner.db, keys, [])).faults).toEqual([]);
});

it('2,000 entries from eight appenders chain without a fault, also while they are verified', async () => {
  const before = (await verifyAudit(owner.db, keys, [])).entries;
  let seed = 20_261_123;
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed / 2 ** 32;
  };
  const records = Array.from({ length: 200 }, () => newId());
  const queue = Array.from({ length: ENTRIES }, (_, index) => ({
    recordId: records[Math.floor(random() * records.length)]!,
    reason: `第 ${index} 条 ${'字'.repeat(Math.floor(random() * 50))}'"\\\n`,
  }));
  const appender = async () => {
    for (let entry = queue.shift(); entry; entry = queue.shift())
      await append(product.db, entry.recordId, entry.reason);
  };
  const appenders = Promise.all(Array.from({ length: APPENDERS }, appender));
  expect((await verifyAudit(owner.db, keys, [])).faults).toEqual([]);
  await appenders;
  const report = await verifyAudit(owner.db, keys, []);
  expect(report).toEqual({ entries: before + ENTRIES, checkpoints: 0, faults: [] });
  const lanes = await owner.db.selectFrom('runtime.auditLane').select('seq').execute();
  expect(lanes.filter(({ seq }) => Number(seq) > 0).length).toBe(AUDIT_LANES);
});
