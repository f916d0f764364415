import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { ANONYMOUS, SYSTEM, type Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { announcement } from './announcement/actions.ts';
import { openDueFilings } from './duties.ts';
import { filing } from './filing/actions.ts';
import { openWorld, type World } from './testing/world.ts';

let world: World;
let unit: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-09-15T09:00:00+08:00');
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  startClockAt('2026-10-09T09:00:00+08:00');
  await world.take(announcement, 'draft', world.company, {
    input: { kind: 'NOTICE', title: '草稿', body: '正文' },
  });
  await openDueFilings(world.runtime, now());
}, 60_000);
afterAll(() => world.runtime.close());
afterEach(() => startClockAt('2026-10-09T09:00:00+08:00'));

const titles = async (viewer: Viewer, query: string) => {
  const data = await world.ask(viewer, `{ page: ${query} { edges { node { title } } } }`);
  return data.page.edges.map(({ node }: any) => node.title);
};

describe('the work queue', () => {
  it('holds what waits for one’s own side, what is due first, what is never due last', async () => {
    const waiting = await titles(world.company, 'workItems');
    // The incidents of level 4 are due after five working days, the others after ten.
    expect(waiting[0]).toBe('四级事件备案 2026-09');
    expect(waiting.slice(1, 6).toSorted()).toEqual([
      '品牌使用情况报备 2026Q3',
      '商业合作备案 2026Q3',
      '政务数据运营报告 2026Q3',
      '整体安全报告 2026Q3',
      '运营监管报告 2026-09',
    ]);
    expect(waiting.slice(6)).toEqual(['草稿']);
    for (const viewer of [unit, world.management, ANONYMOUS])
      expect(await titles(viewer, 'workItems')).toEqual([]);
  });

  it('says how long a record waits and how long it has', async () => {
    startClockAt('2026-10-12T09:00:00+08:00');
    const { workItems } = await world.ask(
      world.company,
      `{ workItems(first: 1) { edges { node {
        noun state dueAt overdue waitingWorkingDays remainingWorkingDays organization { id } } } } }`,
    );
    // since Friday 9 October; Saturday 10 was worked, so two days have passed; the 13th remains
    expect(workItems.edges[0].node).toEqual({
      noun: 'Filing',
      state: 'DUE',
      dueAt: '2026-10-13T16:00:00.000Z',
      overdue: false,
      waitingWorkingDays: 2,
      remainingWorkingDays: 1,
      organization: { id: world.company.organizationId },
    });
  });

  it('pages by key, through what is due into what is not', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 7; pages++) {
      const { workItems }: any = await world.ask(
        world.company,
        `query ($after: String) { workItems(first: 1, after: $after) {
          edges { node { title } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      seen.push(workItems.edges[0].node.title);
      after = workItems.pageInfo.endCursor;
      expect(workItems.pageInfo.hasNextPage).toBe(pages < 6);
    }
    expect(seen).toEqual(await titles(world.company, 'workItems'));
    await expect(world.ask(world.company, '{ workItems(after: "eA") { edges { cursor } } }')).rejects.toThrow(
      'endCursor',
    );
  });

  it('shows the overdue alone from the instant at which they are', async () => {
    startClockAt('2026-10-20T23:59:00+08:00');
    expect(await titles(world.company, 'workItems(overdueOnly: true)')).toEqual(['四级事件备案 2026-09']);
    startClockAt('2026-10-21T00:00:00+08:00');
    expect(await titles(world.company, 'workItems(overdueOnly: true)')).toHaveLength(6);
  });
});

describe('the duty calendar', () => {
  const duties = async (viewer: Viewer, from: string, to: string) =>
    (
      await world.ask(
        viewer,
        `query ($from: Date!, $to: Date!) { dutyCalendar(from: $from, to: $to) { noun overdue } }`,
        {
          from,
          to,
        },
      )
    ).dutyCalendar;

  it('puts a duty on its last day, for those who owe it and for the management unit', async () => {
    for (const viewer of [world.company, world.management]) {
      expect(await duties(viewer, '2026-10-20', '2026-10-20')).toHaveLength(5);
      expect(await duties(viewer, '2026-10-21', '2026-12-31')).toEqual([]);
      expect(await duties(viewer, '2026-10-14', '2026-10-19')).toEqual([]);
      expect(await duties(viewer, '2026-10-01', '2026-10-13')).toHaveLength(1);
    }
    expect(await duties(unit, '2026-10-01', '2026-12-31')).toEqual([]);
    expect(await duties(ANONYMOUS, '2026-10-01', '2026-12-31')).toEqual([]);
  });

  it('refuses a span that is no span, or longer than a year', async () => {
    await expect(duties(world.company, '2026-10-20', '2026-10-19')).rejects.toThrow('to 不能早于 from');
    await expect(duties(world.company, '2026-01-01', '2027-01-03')).rejects.toThrow('366');
    await expect(duties(world.company, '2026-02-30', '2026-03-01')).rejects.toThrow('from');
  });
});

describe('the inbox', () => {
  const mark = `mutation ($id: ID!) { markNotificationRead(input: { id: $id }) {
    notification { readAt } refusal { code } } }`;
  const ids = async (viewer: Viewer) => {
    const { notifications } = await world.ask(viewer, '{ notifications { edges { node { id } } } }');
    return notifications.edges.map(({ node }: any) => node.id as string);
  };

  it('belongs to one organisation', async () => {
    expect((await titles(world.company, 'notifications')).toSorted()).toEqual([
      '备案“品牌使用情况报备 2026Q3”：生成',
      '备案“商业合作备案 2026Q3”：生成',
      '备案“四级事件备案 2026-09”：生成',
      '备案“政务数据运营报告 2026Q3”：生成',
      '备案“整体安全报告 2026Q3”：生成',
      '备案“运营监管报告 2026-09”：生成',
    ]);
    expect(await ids(unit)).toEqual([]);
    const [first] = await ids(world.company);
    const { markNotificationRead } = await world.ask(unit, mark, { id: first });
    expect(markNotificationRead).toEqual({ notification: null, refusal: { code: 'NOT_FOUND' } });
    expect(await titles(world.company, 'notifications(unreadOnly: true)')).toHaveLength(6);
  });

  it('is read one by one or at once, with one audit entry each, and repeating a request adds none', async () => {
    const [first] = await ids(world.company);
    const read = await world.ask(world.company, mark, { id: first }, 'read-1');
    startClockAt('2026-10-12T09:00:00+08:00');
    expect(await world.ask(world.company, mark, { id: first }, 'read-1')).toEqual(read);
    expect(read.markNotificationRead.notification.readAt).toMatch(/^2026-10-09T01:/);
    expect(await world.logged('markNotificationRead')).toEqual({ DONE: 1, REFUSED: 1 });
    expect(await titles(world.company, 'notifications(unreadOnly: true)')).toHaveLength(5);
    const all = 'mutation { markAllNotificationsRead { done refusal { code } } }';
    expect(await world.ask(world.company, all)).toEqual({
      markAllNotificationsRead: { done: true, refusal: null },
    });
    expect(await titles(world.company, 'notifications(unreadOnly: true)')).toEqual([]);
    expect((await world.ask(ANONYMOUS, all)).markAllNotificationsRead.refusal.code).toBe('UNAUTHENTICATED');
    expect(await world.logged('markAllNotificationsRead')).toEqual({ DONE: 1, REFUSED: 1 });
  });
});

describe('the list of a register', () => {
  it.each(['NEWEST', 'OLDEST'])('is read page by page in the order %s, each record once', async (order) => {
    const source = `query ($after: String, $first: Int) { filings(first: $first, after: $after, order: ${order}) {
      edges { node { id createdAt } } pageInfo { hasNextPage endCursor } } }`;
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { filings }: any = await world.ask(world.company, source, { first: 2, after });
      ids.push(...filings.edges.map(({ node }: any) => node.id));
      ({ hasNextPage: more, endCursor: after } = filings.pageInfo);
    }
    expect(ids.length).toBeGreaterThan(3);
    const ascending = [...new Set(ids)].sort();
    expect(ids).toEqual(order === 'OLDEST' ? ascending : ascending.reverse());
    const usual = await world.ask(world.company, '{ filings(first: 100) { edges { node { id } } } }');
    expect(usual.filings.edges.map(({ node }: any) => node.id)).toEqual(ascending.sort().reverse());
  });
});

describe('the audit log (article 69)', () => {
  const source = `query ($noun: String, $after: String, $first: Int) { auditEntries(noun: $noun, after: $after, first: $first) {
    edges { node { noun action outcome organizationName refusalCode hash } } pageInfo { hasNextPage endCursor } } }`;
  const read = async (viewer: Viewer, variables: Record<string, unknown> = {}) =>
    (await world.ask(viewer, source, variables)).auditEntries;

  it('shows the management unit everything and others their own doings, and notes who looked', async () => {
    await world.refusal(filing, 'submit', unit, {
      id: '00000000-0000-7000-8000-000000000000',
      input: { summary: '无' },
    });
    const own = await read(unit, { noun: 'Filing' });
    expect(own.edges.map(({ node }: any) => [node.action, node.refusalCode])).toEqual([
      ['submit', 'NOT_FOUND'],
    ]);
    const all = await read(world.management, { noun: 'Filing' });
    expect(all.edges).toHaveLength(7);
    expect(all.edges[0].node.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await world.logged('auditEntries')).toEqual({ READ: 2 });
    await expect(read(ANONYMOUS)).rejects.toThrow('请先登录');
  });

  it('pages without losing or repeating an entry', async () => {
    const whole = (await read(world.management, { noun: 'Filing' })).edges;
    const paged: unknown[] = [];
    let after: string | null = null;
    do {
      const page: any = await read(world.management, { noun: 'Filing', first: 1, after });
      paged.push(...page.edges);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(paged).toEqual(whole);
  });
});

describe('announcements', () => {
  it('are seen by everyone once published, and only by those concerned before', async () => {
    await world.announced('系统维护');
    expect(await titles(ANONYMOUS, 'announcements')).toEqual(['系统维护']);
    expect((await titles(world.company, 'announcements')).toSorted()).toEqual(['系统维护', '草稿']);
    expect(await world.refusal(announcement, 'publish', SYSTEM)).toBe('NOT_FOUND');
  });
});
