import { sha256Hex } from '@zgt/runtime/crypto/digest.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD } from '../conformance/testing/examples.ts';
import { openWorld, type World } from '../testing/world.ts';
import { standardCheck } from './actions.ts';

let world: World;
let unit: Viewer;
beforeAll(async () => {
  world = await openWorld();
  unit = await world.unit(['*']);
}, 60_000);
afterAll(() => world.runtime.close());

const FINDING = 'rule level article item line column path message remedy';

const selfCheck = async (viewer: Viewer, kind: string, content: string) =>
  (
    await world.ask(
      viewer,
      `query ($input: CheckConformanceInput!) { checkConformance(input: $input) {
        report { passed rulesVersion mustCount shouldCount findings { ${FINDING} } } refusal { code } } }`,
      { input: { kind, content } },
    )
  ).checkConformance;

const run = async (viewer: Viewer, kind: string, content: string) =>
  (
    await world.ask(
      viewer,
      `mutation ($input: RunStandardCheckInput!) { runStandardCheck(input: $input) { refusal { code }
        standardCheck { id status kind title digest rulesVersion mustCount shouldCount findings { ${FINDING} } } } }`,
      { input: { kind, content, name: '公积金查询 1.2.0' } },
    )
  ).runStandardCheck;

describe('a check is kept with what it found (article 19)', () => {
  it('passes a document without a breach, and knows it again by its digest [duty 19.3]', async () => {
    const content = GOOD.PAGE_MANIFEST;
    const { standardCheck: check, refusal } = await run(unit, 'PAGE_MANIFEST', content);
    expect(refusal).toBeNull();
    expect(check).toMatchObject({
      status: 'PASSED',
      kind: 'PAGE_MANIFEST',
      title: '公积金查询 1.2.0（移动端页面清单（JSON））',
      digest: sha256Hex(content),
      mustCount: 0,
      shouldCount: 0,
      findings: [],
    });
  });

  it('fails one that breaks what must be, and says where and how to mend it [duty 19.3]', async () => {
    const content = GOOD.PAGE_MANIFEST.replace('UNIFIED_IDENTITY', 'WECHAT');
    const { standardCheck: check } = await run(unit, 'PAGE_MANIFEST', content);
    expect(check).toMatchObject({ status: 'FAILED', mustCount: 1 });
    expect(check.findings).toEqual([
      {
        rule: 'PAG-003',
        level: 'MUST',
        article: 20,
        item: 'ON-017',
        line: 4,
        column: 3,
        path: 'login',
        message: '登录方式 WECHAT 不是底座的统一身份认证',
        remedy: '改用统一身份认证，填写 UNIFIED_IDENTITY；无须登录的填写 NONE。',
      },
    ]);
    const audit = await world.runtime.db
      .selectFrom('runtime.auditEntry')
      .select(['action', 'outcome'])
      .where('recordId', '=', check.id)
      .execute();
    expect(audit).toEqual([{ action: 'run', outcome: 'DONE' }]);
  });

  it('is read by the unit, the company and the management unit, and by no other unit', async () => {
    const { standardCheck: check } = await run(unit, 'PAGE_MANIFEST', '{}');
    const seenBy = async (viewer: Viewer) =>
      (
        await world.ask(viewer, 'query ($id: ID!) { standardCheck(id: $id) { mustCount } }', {
          id: check.id,
        })
      ).standardCheck;
    for (const viewer of [unit, world.company, world.management])
      expect(await seenBy(viewer)).toEqual({ mustCount: check.mustCount });
    expect(await seenBy(await world.unit(['*']))).toBeNull();
  });

  it('gives the first answer again when the same request is repeated', async () => {
    const context = { viewer: unit, requestId: 'r', idempotencyKey: 'check-1' };
    const input = { kind: 'PAGE_MANIFEST', name: '重试', content: '{}' };
    const first = await act(world.runtime, standardCheck, 'run', { context, input });
    const second = await act(world.runtime, standardCheck, 'run', { context, input });
    expect(first.record?.state).toBe('FAILED');
    expect(second.record).toEqual(first.record);
  });
});

describe('the self-check is the review (articles 19 and 37)', () => {
  it('answers those who have signed in, and nobody else', async () => {
    expect(await selfCheck(ANONYMOUS, 'PAGE_MANIFEST', '{}')).toEqual({
      report: null,
      refusal: { code: 'UNAUTHENTICATED' },
    });
    expect((await selfCheck(world.management, 'PAGE_MANIFEST', '{}')).report.passed).toBe(false);
  });

  it('says what is wrong with the input before it looks into the document', async () => {
    const { refusal } = await selfCheck(unit, 'PAGE_MANIFEST', 'a\u202eb');
    expect(refusal).toEqual({ code: 'VALIDATION' });
    expect((await run(unit, 'PAGE_MANIFEST', 'a\u202eb')).refusal).toEqual({ code: 'VALIDATION' });
  });

  it('finds the same in both, whatever the document', { timeout: 60_000 }, async () => {
    // A fixed sequence of numbers: the documents differ from each other, but not from run to run.
    let seed = 20221103;
    const below = (limit: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed % limit;
    };
    for (const [kind, good] of Object.entries(GOOD))
      for (let round = 0; round < 4; round++) {
        const start = below(good.length);
        const content = good.slice(0, start) + good.slice(start + 1 + below(12));
        const { report } = await selfCheck(unit, kind, content);
        const { standardCheck: check } = await run(unit, kind, content);
        const { status, rulesVersion, mustCount, shouldCount, findings } = check;
        expect({ passed: status === 'PASSED', rulesVersion, mustCount, shouldCount, findings }).toEqual(
          report,
        );
      }
  });
});
