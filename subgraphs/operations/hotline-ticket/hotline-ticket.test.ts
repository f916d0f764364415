import { startClockAt } from '@zgt/runtime/clock.ts';
import { withBrokenLog } from '@zgt/runtime/testing/broken-log.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { hotlineTicket } from './actions.ts';

let world: World;
let owner: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  owner = await world.runtime.member('OWNER_UNIT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const opened = async (topic: string, more: object = {}) => {
  const outcome = await world.attempt(hotlineTicket, 'open', ANONYMOUS, {
    input: { topic, question: '怎样办理？', contact: '13800138000', ...more },
  });
  if (outcome.refusal) throw new Error(outcome.refusal.code);
  return { ...outcome.record, code: outcome.secret! };
};
const act = (action: string, by: Viewer, id: string, more: object = {}) =>
  world.attempt(hotlineTicket, action, by, { id, ...more });
const code = async (action: string, by: Viewer, id: string, more: object = {}) =>
  (await act(action, by, id, more)).refusal?.code;
const ANSWER = { input: { answer: '请在“我的”里退出后重新登录。' } };

describe('article 59: what a ticket is about decides its line', () => {
  it('social security goes to 12345, a coupon to the dedicated line, and no other way [duty 59.2]', async () => {
    const government = await opened('SOCIAL_SECURITY');
    expect(government).toMatchObject({ state: 'ROUTED', line: 'GOV_12345', governmentRelated: true });
    const coupon = await opened('MERCHANT');
    expect(coupon).toMatchObject({ line: 'DEDICATED', governmentRelated: false });
    const route = (id: string, line: string) => act('route', world.company, id, { input: { line } });
    expect((await route(government.id, 'DEDICATED')).refusal).toMatchObject({
      code: 'HOTLINE_ROUTE_FIXED',
      articles: [59],
    });
    expect((await route(government.id, 'GOV_12345')).record?.state).toBe('ROUTED');
    expect((await route(coupon.id, 'GOV_12345')).refusal?.code).toBe('HOTLINE_ROUTE_FIXED');
  });

  it('the company does not answer for the government; an agent corrects the class with a reason [duty 59.2]', async () => {
    const { id } = await opened('POLICY');
    expect((await act('answer', world.company, id, ANSWER)).refusal).toMatchObject({
      code: 'FORBIDDEN_ROLE',
      articles: [59],
    });
    const other = { input: { relation: 'OTHER' } };
    expect(await code('reclassify', world.company, id, other)).toBe('REASON_REQUIRED');
    const corrected = await act('reclassify', world.company, id, { ...other, reason: '问的是应用怎样登录' });
    expect(corrected.record).toMatchObject({ state: 'ROUTED', line: 'DEDICATED', governmentRelated: false });
    expect(await code('transfer', world.company, id, { input: { transferNote: '请办' } })).toBe(
      'HOTLINE_ROUTE_FIXED',
    );
    expect((await act('answer', world.company, id, ANSWER)).record?.state).toBe('ANSWERED');
  });

  it('without a connector people hand over and take down the answer; the number stays the same [duty 59.3]', async () => {
    const { id, number } = await opened('POLICY');
    expect(await code('recordTransfer', world.company, id, { input: { externalNumber: 'GX-1' } })).toBe(
      'ILLEGAL_TRANSITION',
    );
    await world.take(hotlineTicket, 'transfer', world.company, { id, input: { transferNote: '请答复政策' } });
    expect(await code('relayAnswer', world.company, id, ANSWER)).toBe('ILLEGAL_TRANSITION');
    await world.take(hotlineTicket, 'recordTransfer', world.company, {
      id,
      input: { externalNumber: 'GX-1' },
    });
    expect((await act('relayAnswer', world.company, id, ANSWER)).record).toMatchObject({
      state: 'ANSWERED',
      number,
    });
  });
});

describe('articles 44 and 59: answers and revisits have their days', () => {
  it('five working days to answer, past a holiday week and its make-up Saturday, then three to revisit [duty 44.2]', async () => {
    startClockAt('2026-09-30T16:00:00+08:00');
    const { id } = await opened('APP_USE');
    const late = async (name: string, instant: string) => {
      startClockAt(instant);
      const { hotlineTicket: asked } = await world.ask(
        world.company,
        'query ($id: ID!) { hotlineTicket(id: $id) { deadlines { name overdue } } }',
        { id },
      );
      return asked.deadlines.find((deadline: { name: string }) => deadline.name === name).overdue;
    };
    // 8, 9, 10 (a Saturday worked), 12 and 13 October
    expect(await late('answer', '2026-10-13T23:59:59+08:00')).toBe(false);
    expect(await late('answer', '2026-10-14T00:00:00+08:00')).toBe(true);
    await world.take(hotlineTicket, 'answer', world.company, { id, ...ANSWER });
    // 15, 16 and, after a weekend, 19 October
    expect(await late('revisit', '2026-10-19T23:59:59+08:00')).toBe(false);
    expect(await late('revisit', '2026-10-20T00:00:00+08:00')).toBe(true);
  });
});

describe('articles 44 and 59: users follow their own ticket', () => {
  const progress = async (number: string, given: string) =>
    (
      await world.ask(
        ANONYMOUS,
        `query ($number: String!, $code: String!) { hotlineProgress(number: $number, code: $code) {
          number statusLabel lineLabel answer } }`,
        { number, code: given },
      )
    ).hotlineProgress;

  it('with its number and code, which nobody else has; others read no ticket at all', async () => {
    const { id, number, code: secret } = await opened('APP_USE');
    expect(await progress(number, 'guessed')).toBeNull();
    expect(await progress('RX-2026-999999', secret)).toBeNull();
    expect(await progress(number, secret)).toEqual({
      number,
      statusLabel: '已分流',
      lineLabel: '专用热线',
      answer: null,
    });
    await world.take(hotlineTicket, 'answer', world.company, { id, ...ANSWER });
    expect((await progress(number, secret)).answer).toBe(ANSWER.input.answer);
    for (const viewer of [ANONYMOUS, owner]) {
      const { hotlineTickets } = await world.ask(viewer, '{ hotlineTickets { edges { node { id } } } }');
      expect(hotlineTickets.edges).toEqual([]);
    }
  });

  it('their contact is read in full by the company, with an entry; the management unit sees it masked', async () => {
    const { id } = await opened('APP_USE');
    const contact = async (viewer: Viewer) =>
      (await world.ask(viewer, 'query ($id: ID!) { hotlineTicket(id: $id) { userContact } }', { id }))
        .hotlineTicket.userContact;
    expect(await contact(world.management)).toBe('138****8000');
    expect(await contact(world.company)).toBe('13800138000');
    expect(await world.logged('readContact')).toEqual({ READ: 1 });
    await withBrokenLog(world.runtime.db, async () => {
      await expect(contact(world.company)).rejects.toMatchObject({
        extensions: { code: 'LOG_WRITE_FAILED' },
      });
      expect(await contact(world.management)).toBe('138****8000');
    });
    expect(await contact(world.company)).toBe('13800138000');
  });

  it('is revisited, and the statistics tell how many were and how satisfied they are [duty 44.2] [duty 59.3]', async () => {
    startClockAt('2026-12-01T09:00:00+08:00');
    const first = await opened('COMPLAINT');
    const second = await opened('COMPLAINT');
    await opened('POLICY');
    startClockAt('2026-12-01T12:00:00+08:00');
    for (const { id } of [first, second])
      await world.take(hotlineTicket, 'answer', world.company, { id, ...ANSWER });
    const visit = (satisfaction: number) => ({ id: first.id, input: { satisfaction } });
    expect(await world.refusal(hotlineTicket, 'revisit', world.company, visit(6))).toBe('VALIDATION');
    await world.take(hotlineTicket, 'revisit', world.company, visit(5));
    for (const { id } of [first, second]) await world.take(hotlineTicket, 'close', world.company, { id });
    const { hotlineStatistics } = await world.ask(
      world.management,
      `{ hotlineStatistics(from: "2026-12-01", to: "2026-12-31") {
        line topic opened answered revisited averageHours averageSatisfaction } }`,
    );
    expect(hotlineStatistics).toEqual([
      {
        line: 'DEDICATED',
        topic: 'COMPLAINT',
        opened: 2,
        answered: 2,
        revisited: 1,
        averageHours: 3,
        averageSatisfaction: 5,
      },
      {
        line: 'GOV_12345',
        topic: 'POLICY',
        opened: 1,
        answered: 0,
        revisited: 0,
        averageHours: null,
        averageSatisfaction: null,
      },
    ]);
    const statistics = '{ hotlineStatistics(from: "2026-12-01", to: "2026-12-31") { opened } }';
    await expect(world.ask(owner, statistics)).rejects.toThrow('只有项目公司和管理单位');
  });

  it('both entrances are always told, to everyone [duty 59.1]', async () => {
    await world.ask(
      world.management,
      `mutation { setRuleParameter(input: { name: "hotline.dedicated.number", value: "0771-5550100",
        reason: "专用热线开通" }) { refusal { code } } }`,
    );
    const { hotlineEntrances } = await world.ask(ANONYMOUS, '{ hotlineEntrances { line label number } }');
    expect(hotlineEntrances).toEqual([
      { line: 'GOV_12345', label: '12345 热线', number: '12345' },
      { line: 'DEDICATED', label: '专用热线', number: '0771-5550100' },
    ]);
  });
});
