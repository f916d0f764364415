import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { openTestRuntime, requestBy, type TestRuntime } from '../testing/test-runtime.ts';
import { SYSTEM } from '../viewer.ts';
import { appendAudit } from './append.ts';
import { publishCheckpoint, readCheckpoints } from './checkpoint.ts';
import { dropAuditMonths } from './retention.ts';
import { verifyAudit } from './verify.ts';

const context = requestBy(SYSTEM);
const LANE_OF_RECORD = 5;
const RECORD = '00000000-0000-4000-8000-000000000001';

let runtime: TestRuntime;
let folder: string;

/** The owner's rights are needed to tamper at all; the product's sessions have given them up. */
async function asOwner<T>(work: () => Promise<T>): Promise<T> {
  await sql`reset role`.execute(runtime.db);
  try {
    return await work();
  } finally {
    await sql`set role zgt_embedded`.execute(runtime.db);
  }
}

const tamper = (statement: string) =>
  asOwner(async () => {
    await sql`alter table runtime.audit_entry disable trigger user`.execute(runtime.db);
    await sql.raw(statement).execute(runtime.db);
    await sql`alter table runtime.audit_entry enable trigger user`.execute(runtime.db);
  });

const append = (reason: string, at = new Date('2026-11-23T01:00:00Z'), recordId = RECORD) =>
  appendAudit(runtime.db, context, at, {
    noun: 'Trial',
    recordId,
    action: 'try',
    outcome: 'DONE',
    articles: [69],
    reason,
  });

const faults = async () =>
  (await verifyAudit(runtime.db, runtime.keys, await readCheckpoints(folder))).faults;

/** Chains the lane anew over whatever its bodies say now, as someone with all rights over the database could. */
const REWRITE = `do $$ declare entry record; head text := encode(sha256(convert_to('lane ${LANE_OF_RECORD}', 'UTF8')), 'hex'); n bigint := 0;
begin
  for entry in select * from runtime.audit_entry where lane = ${LANE_OF_RECORD} order by seq loop
    n := n + 1;
    head := encode(sha256(convert_to(head || E'\\n' || n || E'\\n' || entry.body, 'UTF8')), 'hex');
    update runtime.audit_entry set hash = head, seq = n where lane = ${LANE_OF_RECORD} and seq = entry.seq;
  end loop;
  update runtime.audit_lane set seq = n, hash = head where lane = ${LANE_OF_RECORD};
end $$`;

beforeAll(async () => {
  runtime = await openTestRuntime();
  folder = await mkdtemp(join(tmpdir(), 'zgt-checkpoints-'));
}, 60_000);
afterAll(async () => {
  await runtime.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await rm(join(folder, 'audit-checkpoints.jsonl'), { force: true });
  await tamper(`delete from runtime.audit_entry; delete from runtime.audit_anchor;
    update runtime.audit_lane set seq = 0, hash = encode(sha256(convert_to('lane ' || lane, 'UTF8')), 'hex')`);
});

describe('an audit log', () => {
  it('has no faults when it is empty', async () => {
    expect(await verifyAudit(runtime.db, runtime.keys, [])).toEqual({
      entries: 0,
      checkpoints: 0,
      faults: [],
    });
  });

  it('has no faults when nobody touched it', async () => {
    for (let index = 0; index < 40; index++) await append(`第 ${index} 次`, undefined, newId());
    await publishCheckpoint(runtime.db, runtime.keys, folder);
    await append('检查点之后');
    expect(await verifyAudit(runtime.db, runtime.keys, await readCheckpoints(folder))).toEqual({
      entries: 41,
      checkpoints: 1,
      faults: [],
    });
  });

  it('publishes a checkpoint only when there is something new', async () => {
    await append('一');
    expect((await publishCheckpoint(runtime.db, runtime.keys, folder))!.lanes[LANE_OF_RECORD]!.seq).toBe('1');
    expect(await publishCheckpoint(runtime.db, runtime.keys, folder)).toBeNull();
    await append('二');
    expect((await publishCheckpoint(runtime.db, runtime.keys, folder))!.lanes[LANE_OF_RECORD]!.seq).toBe('2');
  });

  it('goes on after a checkpoint that a crash cut short, and reports it', async () => {
    await append('一');
    await publishCheckpoint(runtime.db, runtime.keys, folder);
    await appendFile(join(folder, 'audit-checkpoints.jsonl'), '{"at":"2026-');
    await append('二');
    await publishCheckpoint(runtime.db, runtime.keys, folder);
    const checkpoints = await readCheckpoints(folder);
    expect(checkpoints.length).toBe(3);
    expect(await faults()).toEqual([{ lane: -1, seq: '第 2 行', fault: '检查点签名不符：检查点文件被改动' }]);
  });
});

describe('tampering is found', () => {
  beforeEach(async () => {
    for (const reason of ['一', '二', '三', '四', '五', '六']) await append(reason);
  });
  const inLane = `lane = ${LANE_OF_RECORD}`;
  const altered = { lane: LANE_OF_RECORD, fault: '散列不符：条目或其前面的条目被改动' };

  it('a body altered', async () => {
    await tamper(
      `update runtime.audit_entry set body = replace(body, '三', '参') where ${inLane} and seq = 3`,
    );
    expect(await faults()).toEqual([{ ...altered, seq: '3' }]);
  });

  it('a search column altered', async () => {
    await tamper(`update runtime.audit_entry set outcome = 'REFUSED' where ${inLane} and seq = 4`);
    expect(await faults()).toEqual([
      { lane: LANE_OF_RECORD, seq: '4', fault: '检索列与正文不一致：条目被改动' },
    ]);
  });

  it('an entry removed', async () => {
    await tamper(`delete from runtime.audit_entry where ${inLane} and seq = 2`);
    expect(await faults()).toEqual([{ lane: LANE_OF_RECORD, seq: '2', fault: '缺少条目：被删除或调换次序' }]);
  });

  it('an entry inserted under a number that exists', async () => {
    await tamper(`insert into runtime.audit_entry select lane, seq, at + interval '1 second', noun, record_id, action,
      outcome, account_id, organization_id, body, hash from runtime.audit_entry where ${inLane} and seq = 3`);
    expect(await faults()).toEqual([{ lane: LANE_OF_RECORD, seq: '4', fault: '多出条目：被添加或重复编号' }]);
  });

  it('an entry inserted in a chain that does not exist', async () => {
    await tamper(`insert into runtime.audit_entry select 99, 1, at, noun, record_id, action,
      outcome, account_id, organization_id, body, hash from runtime.audit_entry where ${inLane} and seq = 3`);
    expect(await faults()).toEqual([{ lane: 99, seq: '1', fault: '不属于任何链的条目：被添加' }]);
  });

  it('two entries swapped', async () => {
    await tamper(`update runtime.audit_entry set seq = 1000 where ${inLane} and seq = 2;
      update runtime.audit_entry set seq = 2 where ${inLane} and seq = 3;
      update runtime.audit_entry set seq = 3 where ${inLane} and seq = 1000`);
    expect(await faults()).toEqual([{ ...altered, seq: '2' }]);
  });

  it('entries numbered anew', async () => {
    await tamper(`delete from runtime.audit_entry where ${inLane} and seq = 1;
      update runtime.audit_entry set seq = seq - 1 where ${inLane}`);
    expect(await faults()).toEqual([{ ...altered, seq: '1' }]);
  });

  it('the tail cut off', async () => {
    await tamper(`delete from runtime.audit_entry where ${inLane} and seq > 4`);
    expect(await faults()).toEqual([
      { lane: LANE_OF_RECORD, seq: '4', fault: '链尾与登记的末条不符：尾部被截去或添加' },
    ]);
  });

  it('the tail cut off together with its head, when a checkpoint stands', async () => {
    await publishCheckpoint(runtime.db, runtime.keys, folder);
    await tamper(`delete from runtime.audit_entry where ${inLane} and seq > 4; ${REWRITE}`);
    expect(await faults()).toEqual([
      { lane: LANE_OF_RECORD, seq: '6', fault: '库外检查点记有此条而日志中没有：尾部被截去' },
    ]);
  });

  it('the whole chain rewritten consistently, when a checkpoint stands', async () => {
    await publishCheckpoint(runtime.db, runtime.keys, folder);
    await tamper(
      `update runtime.audit_entry set body = replace(body, '二', '贰') where ${inLane} and seq = 2; ${REWRITE}`,
    );
    expect(await faults()).toEqual([
      { lane: LANE_OF_RECORD, seq: '6', fault: '与库外检查点不符：日志被整体改写' },
    ]);
  });

  it('the checkpoint file edited to fit', async () => {
    await publishCheckpoint(runtime.db, runtime.keys, folder);
    const file = join(folder, 'audit-checkpoints.jsonl');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"seq":"6"', '"seq":"5"'));
    const [checkpoint] = await readCheckpoints(folder);
    expect(await faults()).toEqual([
      { lane: -1, seq: checkpoint!.at, fault: '检查点签名不符：检查点文件被改动' },
    ]);
  });

  it('a purge pretended, when checkpoints show how young the entries were', async () => {
    await publishCheckpoint(runtime.db, runtime.keys, folder);
    await append('七');
    await publishCheckpoint(runtime.db, runtime.keys, folder);
    await append('八');
    await tamper(`insert into runtime.audit_anchor select lane, seq, hash, '2021-01-01', now() from runtime.audit_entry
      where ${inLane} and seq = 7; delete from runtime.audit_entry where ${inLane} and seq <= 7`);
    expect(await faults()).toEqual([
      { lane: LANE_OF_RECORD, seq: '7', fault: '库外检查点表明此条尚在保存年限内而已被清除' },
    ]);
  });
});

describe('article 69: the log is kept for five years', () => {
  const YEARS_AGO = 'make_interval(years => 5)';
  const instant = async (expression: string) =>
    (await sql<{ at: Date }>`select ${sql.raw(expression)} as at`.execute(runtime.db)).rows[0]!.at;
  const drop = (before: Date) => asOwner(() => dropAuditMonths(runtime.db, context, before));

  it('[duty 69.2] refuses to drop what is 4 years and 364 days old', async () => {
    const before = await instant(`now() - interval '4 years 364 days'`);
    await append('旧', await instant(`now() - interval '4 years 364 days 1 hour'`));
    const { refusal } = await drop(before);
    expect(refusal).toMatchObject({ code: 'LOG_RETENTION', articles: [69] });
    expect(await verifyAudit(runtime.db, runtime.keys, [])).toMatchObject({ entries: 1, faults: [] });
  });

  it('drops months that ended 5 years and 1 day ago, and what remains verifies', async () => {
    await append('很旧', await instant(`now() - ${YEARS_AGO} - interval '2 months'`));
    await append('很旧', await instant(`now() - ${YEARS_AGO} - interval '2 months' + interval '1 second'`));
    const first = await publishCheckpoint(runtime.db, runtime.keys, folder);
    expect(first!.lanes[LANE_OF_RECORD]!.seq).toBe('2');
    await append('未满', await instant(`now() - ${YEARS_AGO} + interval '1 day'`));
    await append('新', await instant('now()'));
    const { months, refusal } = await drop(await instant(`now() - ${YEARS_AGO} - interval '1 day'`));
    expect(refusal).toBeNull();
    expect(months!.length).toBeGreaterThan(0);
    const kept = await runtime.db
      .selectFrom('runtime.auditEntry')
      .select(['seq', 'action'])
      .where('lane', '=', LANE_OF_RECORD)
      .orderBy('seq')
      .execute();
    expect(kept.slice(0, 2)).toEqual([
      { seq: '3', action: 'try' },
      { seq: '4', action: 'try' },
    ]);
    expect(await faults()).toEqual([]);
    const said = await runtime.db
      .selectFrom('runtime.auditEntry')
      .select('body')
      .where('action', '=', 'dropMonths')
      .execute();
    expect(JSON.parse(said[0]!.body).details.months).toEqual(months);
    await append('再写');
    expect(await faults()).toEqual([]);
  });

  it('keeps a month longer when a lane has an older entry behind a newer one across its end', async () => {
    const monthStart = `date_trunc('month', now() at time zone 'UTC' - interval '6 years') at time zone 'UTC'`;
    await append('新钟', await instant(`${monthStart} + interval '1 second'`));
    await append('慢钟', await instant(`${monthStart} - interval '1 second'`));
    const { months } = await drop(await instant(monthStart));
    expect(months).toEqual([]);
    expect(await faults()).toEqual([]);
    const later = await drop(await instant(`${monthStart} + interval '1 month'`));
    expect(later.months!.length).toBe(2);
    expect(await faults()).toEqual([]);
  });

  it('follows a longer period that was set', async () => {
    await runtime.db
      .insertInto('runtime.ruleParameter')
      .values({
        id: newId(),
        name: 'log.retention_years',
        value: sql`'7'::jsonb` as never,
        effectiveFrom: new Date('2020-01-01T00:00:00Z'),
        reason: '延长保存',
        accountId: null,
        createdAt: new Date('2020-01-01T00:00:00Z'),
      })
      .execute();
    try {
      expect((await drop(await instant(`now() - interval '6 years'`))).refusal?.code).toBe('LOG_RETENTION');
      expect((await drop(await instant(`now() - interval '7 years 1 day'`))).refusal).toBeNull();
    } finally {
      await asOwner(() => sql`delete from runtime.rule_parameter`.execute(runtime.db));
    }
  });

  it('is beyond the rights that the product works with', async () => {
    await expect(sql`select runtime.drop_audit_months('2000-01-01')`.execute(runtime.db)).rejects.toThrow(
      'permission denied for function drop_audit_months',
    );
  });
});
