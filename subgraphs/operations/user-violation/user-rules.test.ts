import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nouns } from '../nouns.ts';
import { openWorld, type World } from '../testing/world.ts';
import { userRule } from '../user-rule/actions.ts';
import { userViolation } from './actions.ts';

let world: World;
let colleague: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  colleague = { ...world.company, accountId: 'colleague' };
}, 60_000);
afterAll(() => world.runtime.close());

const onRule = (action: string, id: string, by: Viewer, input: object = {}) =>
  world.attempt(userRule, action, by, { id, input: input as Record<string, unknown> });
const drafted = async (versionText: string) =>
  (
    await world.take(userRule, 'draft', world.company, {
      input: { kind: 'USER_MANAGEMENT_RULE', name: '用户管理规定', versionText, body: '不得发布违法信息。' },
    })
  ).id;
const clause = (id: string, name: string, penalties: string[]) =>
  onRule('setClause', id, world.company, { clause: name, behaviour: '发布广告', penalties });
const guided = async (id: string) => {
  await onRule('requestGuidance', id, world.company);
  return onRule('giveGuidance', id, world.management, { guidance: '处理应与情节相当' });
};
const shown = async () =>
  (
    await world.ask(
      ANONYMOUS,
      '{ userRules { edges { node { versionText body clauses { clause penalties } } } } }',
    )
  ).userRules.edges.map(({ node }: any) => node);

const reported = async (name = '第三条', documents: string[] = []) =>
  (
    await world.take(userViolation, 'report', world.company, {
      input: { userReference: 'U-10086', clause: name, facts: '三次发布广告' },
      documents,
    })
  ).id;
const on = (action: string, id: string, more: object = {}, by: Viewer = world.company) =>
  world.attempt(userViolation, action, by, { id, ...more });
const penalize = (
  id: string,
  penalty: string,
  penaltyUntil: string | null = null,
  by: Viewer = world.company,
) => on('penalize', id, { input: { penalty, penaltyUntil }, reason: '屡次违反' }, by);

it('article 44: a rule is published after guidance, never before, and everyone reads it [duty 44.3]', async () => {
  const id = await drafted('第 1 版');
  await clause(id, '第三条', ['WARN']);
  await clause(id, '第四条', ['LIMIT', 'FREEZE']);
  expect((await onRule('publish', id, world.company)).refusal).toMatchObject({
    code: 'APPROVAL_REQUIRED',
    articles: [44],
  });
  await onRule('requestGuidance', id, world.company);
  expect((await onRule('publish', id, world.company)).refusal?.code).toBe('APPROVAL_REQUIRED');
  expect((await onRule('giveGuidance', id, world.company, { guidance: '可' })).refusal?.code).toBe(
    'FORBIDDEN_ROLE',
  );
  await onRule('giveGuidance', id, world.management, { guidance: '处理应与情节相当' });
  expect(await shown()).toEqual([]);
  expect((await onRule('publish', id, world.management)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await onRule('publish', id, world.company)).record?.state).toBe('IN_FORCE');
  expect(await shown()).toEqual([
    {
      versionText: '第 1 版',
      body: '不得发布违法信息。',
      clauses: [
        { clause: '第三条', penalties: ['WARN'] },
        { clause: '第四条', penalties: ['LIMIT', 'FREEZE'] },
      ],
    },
  ]);
});

it('article 44: what was changed after guidance is guided again, and a new rule takes the place of the old [duty 44.3]', async () => {
  const id = await drafted('第 2 版');
  await clause(id, '第三条', ['WARN']);
  await clause(id, '第四条', ['LIMIT', 'FREEZE']);
  expect((await onRule('removeClause', id, world.company, { clause: '第九条' })).refusal?.code).toBe(
    'VALIDATION',
  );
  await guided(id);
  await onRule('amend', id, world.company, { name: '用户管理规定', versionText: '第 2 版', body: '改过。' });
  expect((await onRule('publish', id, world.company)).refusal?.code).toBe('APPROVAL_REQUIRED');
  await guided(id);
  await onRule('publish', id, world.company);
  expect((await shown()).map(({ versionText }: any) => versionText)).toEqual(['第 2 版']);
});

it('article 44: nobody is found to have violated a rule without evidence [duty 44.4]', async () => {
  const bare = await reported();
  expect((await on('uphold', bare)).refusal).toMatchObject({ code: 'EVIDENCE_REQUIRED', articles: [44] });
  expect((await on('dismiss', bare)).refusal?.code).toBe('REASON_REQUIRED');
  expect((await on('uphold', bare, { documents: ['EVIDENCE'] })).record?.state).toBe('UPHELD');
  const shownFirst = await reported('第三条', ['EVIDENCE']);
  expect((await on('uphold', shownFirst)).record?.state).toBe('UPHELD');
  const other = await reported();
  expect((await on('dismiss', other, { reason: '不是广告' })).record?.state).toBe('DISMISSED');
});

it('article 44: only what the rule in force allows for the clause is done [duty 44.4]', async () => {
  const id = await reported('第三条', ['EVIDENCE']);
  await on('uphold', id);
  expect((await penalize(id, 'FREEZE')).refusal).toMatchObject({
    code: 'PENALTY_NOT_IN_RULES',
    articles: [44],
    details: [{ message: '“第三条”允许的处理：提示警告' }],
  });
  expect((await penalize(id, 'WARN', '2026-12-01')).refusal?.details[0]?.path).toBe('penaltyUntil');
  expect((await penalize(id, 'WARN', null, world.management)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await penalize(id, 'WARN')).record).toMatchObject({ state: 'PENALIZED', penalty: 'WARN' });
  const unknown = await reported('第九条', ['EVIDENCE']);
  await on('uphold', unknown);
  expect((await penalize(unknown, 'WARN')).refusal?.code).toBe('PENALTY_NOT_IN_RULES');
});

it('article 44: a user appeals, somebody else looks at it again, and a term ends by itself [duty 44.4]', async () => {
  const id = await reported('第四条', ['EVIDENCE']);
  await on('uphold', id);
  expect((await penalize(id, 'FREEZE', '2026-11-22')).refusal?.details[0]?.path).toBe('penaltyUntil');
  await penalize(id, 'FREEZE', '2026-11-30');
  await on('appeal', id, { input: { appeal: '账号被盗' } });
  expect((await on('keep', id, { reason: '查无被盗' })).refusal?.code).toBe('FOUR_EYES_REQUIRED');
  expect((await on('keep', id, { reason: '查无被盗' }, colleague)).record?.state).toBe('PENALIZED');
  const source = 'query ($id: ID!) { userViolation(id: $id) { status penalty penaltyInForce } }';
  const stands = async () => (await world.ask(world.company, source, { id })).userViolation;
  expect(await stands()).toEqual({ status: 'PENALIZED', penalty: 'FREEZE', penaltyInForce: 'FREEZE' });
  const registry = new Map(nouns.map((noun) => [noun.lifecycle.noun, { noun, runtime: world.runtime }]));
  startClockAt('2026-11-30T23:59:00+08:00');
  await fireDeadlines(world.runtime.db, registry as never);
  expect((await stands()).status).toBe('PENALIZED');
  startClockAt('2026-12-01T00:00:01+08:00');
  await fireDeadlines(world.runtime.db, registry as never);
  expect(await stands()).toEqual({ status: 'EXPIRED', penalty: 'FREEZE', penaltyInForce: null });
  const again = await reported('第四条', ['EVIDENCE']);
  await on('uphold', again);
  await penalize(again, 'LIMIT', '2026-12-31');
  expect((await on('lift', again)).refusal?.code).toBe('REASON_REQUIRED');
  expect((await on('lift', again, { reason: '改正' })).record?.state).toBe('LIFTED');
});
