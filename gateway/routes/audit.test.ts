import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type AuditFacts, appendAudit } from '@zgt/runtime/audit/append.ts';
import { checkExport } from '@zgt/runtime/audit/check-export.ts';
import { parseCheckpoints, publishCheckpoint } from '@zgt/runtime/audit/checkpoint.ts';
import type { AuditExport } from '@zgt/runtime/audit/export.ts';
import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import { openTestRuntime, requestBy, type TestRuntime } from '@zgt/runtime/testing/test-runtime.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditRoutes } from './audit.ts';

const CHECK = resolve(import.meta.dirname, '../../subgraphs/runtime/audit/check-command.ts');

let runtime: TestRuntime;
let app: FastifyInstance;
let folder: string;
let management: Viewer;
let company: Viewer;

const RECORDS = Array.from({ length: 40 }, () => newId());

async function append(viewer: Viewer, recordId: string, more: Partial<AuditFacts> = {}): Promise<void> {
  const facts = { noun: 'Trial', recordId, action: 'try', outcome: 'DONE', articles: [69], ...more } as const;
  await appendAudit(runtime.db, requestBy(viewer), now(), facts);
}

const publish = () => publishCheckpoint(runtime.db, runtime.keys, folder);

beforeAll(async () => {
  startClockAt('2026-11-23T09:00:00+08:00');
  runtime = await openTestRuntime();
  folder = await mkdtemp(join(tmpdir(), 'zgt-audit-'));
  management = await runtime.member('MANAGEMENT_UNIT', ['APPROVER']);
  company = await runtime.member('PROJECT_COMPANY', ['HEAD']);
  const viewers: Record<string, Viewer> = { management, company };
  app = Fastify() as unknown as FastifyInstance;
  app.register(
    auditRoutes({
      runtime,
      authenticate: async ({ authorization }) => viewers[authorization ?? ''] ?? ANONYMOUS,
    }),
  );
  for (const id of RECORDS.slice(0, 25)) await append(company, id);
  await publish();
  for (const id of RECORDS.slice(25)) await append(company, id, { articles: [39, 69] });
  await append(management, RECORDS[0]!, { action: 'look' });
  await publish();
}, 60_000);
afterAll(async () => {
  await app?.close();
  await runtime?.close();
  await rm(folder, { recursive: true, force: true });
});

async function get(path: string, authorization = '') {
  const answer = await app.inject({ method: 'GET', url: path, headers: { authorization } });
  return { status: answer.statusCode, headers: answer.headers, text: answer.body };
}

async function exported(query: string, authorization = 'management'): Promise<AuditExport> {
  const { status, text } = await get(`/audit-export?${query}`, authorization);
  expect(status, text).toBe(200);
  return JSON.parse(text) as AuditExport;
}

const published = async () => parseCheckpoints((await get('/audit-checkpoints')).text);

describe('[duty 69.2] an export of the audit log', () => {
  it('has what was asked for, and every entry is proved by a checkpoint that was published before', async () => {
    const all = await exported('noun=Trial');
    expect(all.entries).toHaveLength(41);
    expect(checkExport(all, await published())).toEqual({
      entries: 41,
      proved: 41,
      unproved: [],
      faults: [],
    });
    expect(checkExport(all, null).faults).toEqual([]);
    expect(all.checkpoints).toHaveLength(2);
    const byArticle = await exported('noun=Trial&article=39&action=&from=');
    expect(byArticle.entries).toHaveLength(15);
    const byRecord = await exported(`recordId=${RECORDS[0]}`);
    expect(byRecord.entries.map(({ body }) => JSON.parse(body).action).toSorted()).toEqual(['look', 'try']);
  });

  it('gives everyone else what their own people did, and is itself in the log', async () => {
    const own = await exported('noun=Trial', 'company');
    expect(own.entries).toHaveLength(40);
    expect((await exported('action=auditExport', 'company')).entries.length).toBeGreaterThan(0);
  });

  it('says which entries no checkpoint covers yet', async () => {
    const before = await published();
    await append(company, RECORDS[3]!, { action: 'late' });
    const late = await exported('action=late');
    expect(checkExport(late, before)).toMatchObject({
      proved: 0,
      unproved: [expect.stringContaining('链')],
      faults: [],
    });
    await publish();
    expect(checkExport(await exported('action=late'), await published()).proved).toBe(1);
  });

  it.each<[string, (changed: AuditExport) => void, RegExp]>([
    [
      'a text was altered',
      ({ entries: [entry] }) => {
        entry!.body = entry!.body.replace('DONE', 'READ');
      },
      /条目被改动/,
    ],
    [
      'a text and its digest were altered',
      ({ entries: [entry, other] }) => {
        Object.assign(entry!, {
          body: other!.body,
          seq: other!.seq,
          previous: other!.previous,
          hash: other!.hash,
          lane: other!.lane,
        });
      },
      /不通向检查点/,
    ],
    [
      'an entry was put in another lane',
      ({ entries: [entry] }) => {
        entry!.lane += 1;
      },
      /另一条链/,
    ],
    [
      'a checkpoint was altered',
      ({ checkpoints: [checkpoint] }) => {
        checkpoint!.root = '0'.repeat(64);
      },
      /签名不符/,
    ],
    [
      'a proof was shortened',
      ({ entries: [entry] }) => {
        entry!.proof!.path.pop();
      },
      /不通向检查点/,
    ],
  ])('shows when %s', async (_, change, words) => {
    const changed = await exported('noun=Trial&action=try');
    change(changed);
    expect(checkExport(changed, null).faults.join()).toMatch(words);
  });

  it('leads to checkpoints that the reader has: those of a log that was made anew do not do', async () => {
    const all = await exported('noun=Trial&action=try');
    const others = (await published()).slice(0, 1);
    expect(checkExport(all, others).faults.join()).toContain('的检查点可以对照');
  });

  it('is checked offline by a command', async () => {
    const file = join(folder, 'export.json');
    const checkpoints = join(folder, 'kept.jsonl');
    const all = await exported('noun=Trial&action=try');
    await writeFile(file, JSON.stringify(all));
    await writeFile(checkpoints, (await get('/audit-checkpoints')).text);
    const run = (...args: string[]) =>
      new Promise<{ code: number; output: string }>((done) =>
        execFile(process.execPath, [CHECK, ...args], (error, stdout, stderr) =>
          done({ code: Number(error?.code ?? 0), output: stdout + stderr }),
        ),
      );
    expect(await run(file, '--checkpoints', checkpoints)).toEqual({
      code: 0,
      output: expect.stringMatching(/40 条：40 条由另行取得的检查点证明[\s\S]*没有发现问题/),
    });
    expect((await run(file)).output).toContain('检查点来自导出本身');
    all.entries[0]!.body = all.entries[0]!.body.replace('DONE', 'READ');
    await writeFile(file, JSON.stringify(all));
    expect(await run(file, '--checkpoints', checkpoints)).toEqual({
      code: 1,
      output: expect.stringContaining('条目被改动'),
    });
    expect(await run()).toEqual({ code: 2, output: expect.stringContaining('用法') });
  });

  it.each<[string, string, string, number, string]>([
    ['a stranger', '', '', 401, 'UNAUTHENTICATED'],
    ['an article that there is not', 'article=78', 'management', 422, '1 到 77'],
    ['an instant without offset', 'from=2026-11-23', 'management', 422, 'ISO 8601'],
    ['a record that is none', 'recordId=1', 'management', 422, '记录的 id'],
    ['a condition that there is not', 'colour=red', 'management', 422, 'VALIDATION'],
  ])('is refused to %s', async (_, query, who, status, words) => {
    const answer = await get(`/audit-export?${query}`, who);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
  });
});

describe('the checkpoints', () => {
  it('are public, oldest first, from any instant on, with the key that signs them', async () => {
    const all = await published();
    expect(all.length).toBeGreaterThan(1);
    const later = parseCheckpoints((await get(`/audit-checkpoints?after=${all[0]!.at}`)).text);
    expect(later).toEqual(all.slice(1));
    expect((await get('/audit-checkpoints?after=yesterday')).status).toBe(422);
    expect(JSON.parse((await get('/audit-key')).text)).toEqual({
      keyId: all[0]!.keyId,
      algorithm: 'Ed25519',
      publicKey: (await exported('noun=Trial')).publicKey,
    });
  });
});
