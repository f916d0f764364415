import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nouns } from '../nouns.ts';
import { terminalUser } from '../terminal-user/actions.ts';
import { standingOf } from '../terminal-user/follow.ts';
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

describe('users and their appeals', () => {
  const NOTICE = `query ($number: String!, $code: String!) { penaltyNotice(number: $number, code: $code) {
    number clause penaltyLabel penaltyUntil statusLabel mayAppeal appeal appealAnswer } }`;
  const APPEAL = `mutation ($input: AppealUserPenaltyInput!) { appealUserPenalty(input: $input) {
    penaltyNotice { statusLabel mayAppeal appeal } refusal { code details { path } } } }`;
  const noticeOf = async (number: string, code: string) =>
    (await world.ask(ANONYMOUS, NOTICE, { number, code })).penaltyNotice;
  const appeal = async (number: string, code: string, text = '账号被盗', key?: string) =>
    (await world.ask(ANONYMOUS, APPEAL, { input: { number, code, appeal: text } }, key)).appealUserPenalty;
  const upheld = async (userReference: string, name: string) => {
    const { id } = await world.take(userViolation, 'report', world.company, {
      input: { userReference, clause: name, facts: '发布广告' },
      documents: ['EVIDENCE'],
    });
    await on('uphold', id);
    return id;
  };
  const statusOf = async (reference: string) => {
    const { terminalUsers } = await world.ask(
      world.company,
      'query ($text: String) { terminalUsers(filter: { text: $text }) { edges { node { id status userKind reference } } } }',
      { text: reference },
    );
    return terminalUsers.edges.map(({ node }: any) => node.status);
  };
  const penalized = async (
    userReference: string,
    name: string,
    penalty: string,
    until: string | null = null,
  ) => {
    const id = await upheld(userReference, name);
    const outcome = await penalize(id, penalty, until);
    if (outcome.refusal) throw new Error(JSON.stringify(outcome.refusal));
    return { id, number: outcome.record.number, code: outcome.secret! };
  };

  it('article 44: a user appeals with the number and the code of the notice, without an account [duty 44.4]', async () => {
    const { id, number, code } = await penalized('U-1', '第四条', 'LIMIT', '2027-01-31');
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(await noticeOf(number, 'AAAA-BBBB-CCCC-DDDD')).toBeNull();
    expect(await noticeOf('WG-2026-999999', code)).toBeNull();
    expect(await noticeOf(number, code.toLowerCase().replaceAll('-', ' '))).toMatchObject({
      number,
      clause: '第四条',
      penaltyLabel: '限制账户权限',
      penaltyUntil: '2027-01-31',
      mayAppeal: true,
      appeal: null,
    });
    expect((await appeal(number, 'AAAA-BBBB-CCCC-DDDD')).refusal.code).toBe('NOT_FOUND');
    expect((await appeal(number, code, '  ')).refusal).toMatchObject({
      code: 'VALIDATION',
      details: [{ path: 'appeal' }],
    });
    const first = await appeal(number, code, '账号被盗', 'key-1');
    expect(first).toMatchObject({
      penaltyNotice: { statusLabel: '申诉中', mayAppeal: false, appeal: '账号被盗' },
      refusal: null,
    });
    expect(await appeal(number, code, '账号被盗', 'key-1')).toEqual(first);
    expect((await appeal(number, code)).refusal.code).toBe('ILLEGAL_TRANSITION');
    expect((await on('keep', id, { reason: '登录地点未变' })).refusal?.code).toBe('FOUR_EYES_REQUIRED');
    await on('keep', id, { reason: '登录地点未变' }, colleague);
    expect(await noticeOf(number, code)).toMatchObject({ mayAppeal: true, appealAnswer: '登录地点未变' });
  });

  it('article 44: wrong codes are refused for a while after ten of them, the right one is not [duty 44.4]', async () => {
    const { number, code } = await penalized('U-2', '第四条', 'LIMIT');
    for (let tries = 0; tries < 10; tries += 1)
      expect((await appeal(number, `AAAA-BBBB-CCCC-000${tries}`)).refusal.code).toBe('NOT_FOUND');
    expect((await appeal(number, 'AAAA-BBBB-CCCC-0000')).refusal.code).toBe('RATE_LIMITED');
    expect((await appeal(number, code)).refusal).toBeNull();
    expect(await world.logged('appealUserPenalty')).toEqual({ REFUSED: 12 });
  });

  it('article 8: a user is a code, with what is in force against it: warned, limited, frozen, and normal again [duty 8.1]', async () => {
    const warned = await penalized('U-3', '第三条', 'WARN');
    expect(await statusOf('U-3')).toEqual(['WARNED']);
    const limited = await penalized('U-3', '第四条', 'LIMIT', '2026-12-31');
    expect(await statusOf('U-3')).toEqual(['LIMITED']);
    const frozen = await penalized('U-3', '第四条', 'FREEZE');
    expect(await statusOf('U-3')).toEqual(['FROZEN']);
    await on('lift', frozen.id, { reason: '已核实' });
    expect(await statusOf('U-3')).toEqual(['LIMITED']);
    const registry = new Map(nouns.map((noun) => [noun.lifecycle.noun, { noun, runtime: world.runtime }]));
    startClockAt('2027-01-01T00:00:01+08:00');
    await fireDeadlines(world.runtime.db, registry as never);
    expect((await noticeOf(limited.number, limited.code))?.statusLabel).toBe('已到期');
    expect(await statusOf('U-3')).toEqual(['WARNED']);
    await on('lift', warned.id, { reason: '满一个月' });
    expect(await statusOf('U-3')).toEqual(['NORMAL']);
  });

  it('article 8: nothing about a user can be written but its code and kind, and each code once [duty 8.1]', async () => {
    const register = (input: object) =>
      world.attempt(terminalUser, 'register', world.company, { input: input as Record<string, unknown> });
    const first = await register({ reference: 'U-4', userKind: 'ORGANIZATION' });
    expect(first.record).toMatchObject({ state: 'NORMAL', userKind: 'ORGANIZATION' });
    expect((await register({ reference: 'U-4', userKind: 'PERSON' })).refusal?.code).toBe('ALREADY_EXISTS');
    await expect(
      world.ask(
        world.company,
        `mutation { registerTerminalUser(input: { reference: "U-5", userKind: PERSON, idNumber: "450100" }) {
          refusal { code } } }`,
      ),
    ).rejects.toThrow('Field "idNumber" is not defined');
    expect(
      (
        await world.attempt(terminalUser, 'register', world.management, {
          input: { reference: 'U-6', userKind: 'PERSON' },
        })
      ).refusal?.code,
    ).toBe('FORBIDDEN_ROLE');
    for (const action of ['freeze', 'restore'])
      expect(
        (await world.attempt(terminalUser, action, world.company, { id: first.record!.id })).refusal?.code,
      ).toBe('FORBIDDEN_ROLE');
    expect(
      (
        await world.attempt(terminalUser, 'correct', world.company, {
          id: first.record!.id,
          input: { userKind: 'PERSON' },
        })
      ).record,
    ).toMatchObject({ userKind: 'PERSON', state: 'NORMAL' });
  });

  it('article 44: the gravest penalty in force counts', () => {
    expect(standingOf([]).state).toBe('NORMAL');
    expect(standingOf(['WARN']).state).toBe('WARNED');
    expect(standingOf(['WARN', 'FREEZE', 'LIMIT']).state).toBe('FROZEN');
  });
});
