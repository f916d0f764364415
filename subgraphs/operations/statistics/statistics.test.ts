import { appendAudit } from '@zgt/runtime/audit/append.ts';
import { startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import { requestBy } from '@zgt/runtime/testing/test-runtime.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incident } from '../incident/actions.ts';
import { openWorld, type World } from '../testing/world.ts';

const QUIET = {
  title: '统一服务平台响应变慢',
  description: '高峰时段页面打开变慢。',
  category: 'FAULT',
  outageScope: 'NONE',
  damagedData: 'NONE',
  dataEffect: 'UNASSESSED',
  threat: 'NONE',
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
  // Working days to decision: 0, 2, 5 past the National Day holiday, 8 after it was handed in a second time.
  await review('EcosystemUnit', [
    ['submit', '2026-11-02T09:00'],
    ['approve', '2026-11-02T17:00'],
  ]);
  await review('EcosystemUnit', [
    ['submit', '2026-11-06T09:00'],
    ['reject', '2026-11-10T09:00'],
  ]);
  await review('EcosystemUnit', [
    ['submit', '2026-09-29T23:59'],
    ['approve', '2026-10-12T00:00'],
  ]);
  await review('EcosystemUnit', [
    ['submit', '2026-08-03T09:00'],
    ['return', '2026-09-01T09:00'],
    ['submit', '2026-11-02T09:00'],
    ['decline', '2026-11-12T09:00'],
  ]);
  await review('EcosystemUnit', [
    ['submit', '2025-11-03T09:00'],
    ['approve', '2025-11-04T09:00'],
  ]);
  for (let count = 0; count < 5; count++) await world.announced(`公告 ${count}`);
}, 60_000);
afterAll(() => world.runtime.close());

async function review(noun: string, steps: readonly (readonly [string, string])[]): Promise<void> {
  const recordId = newId();
  for (const [action, at] of steps)
    await appendAudit(world.runtime.db, requestBy(world.management), new Date(`${at}:00+08:00`), {
      noun,
      recordId,
      action,
      outcome: 'DONE',
      articles: [7],
    });
}

const figures = `{ states { noun state count } months { month noun action count } refusals { code articles count }
  reviews { noun cases medianWorkingDays p95WorkingDays } incidentLevels { level count } }`;

describe('statistics', () => {
  it('are for the management unit and the project company', async () => {
    const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
    await expect(world.ask(unit, `{ statistics ${figures} }`)).rejects.toThrow(
      '只有管理单位和项目公司可以查看',
    );
    await expect(world.ask(ANONYMOUS, `{ statistics ${figures} }`)).rejects.toThrow('请先登录');
    const { statistics } = await world.ask(world.company, `{ statistics ${figures} }`);
    expect(statistics.states).toEqual([{ noun: 'Announcement', state: 'PUBLISHED', count: 5 }]);
  });

  it('measure a review in working days from the latest handing-in, within the last twelve months', async () => {
    const { statistics } = await world.ask(world.management, `{ statistics ${figures} }`);
    expect(statistics.reviews).toEqual([
      { noun: 'EcosystemUnit', cases: 4, medianWorkingDays: 3.5, p95WorkingDays: 7.55 },
    ]);
    expect(statistics.months).toContainEqual({
      month: '2026-10',
      noun: 'EcosystemUnit',
      action: 'approve',
      count: 1,
    });
    expect(statistics.months.map(({ month }: any) => month)).not.toContain('2025-11');
  });

  it('tell the public no number below five', async () => {
    const { publicStatistics } = await world.ask(ANONYMOUS, `{ publicStatistics ${figures} }`);
    expect(publicStatistics.states).toEqual([{ noun: 'Announcement', state: 'PUBLISHED', count: 5 }]);
    expect(publicStatistics.reviews).toEqual([
      { noun: 'EcosystemUnit', cases: null, medianWorkingDays: null, p95WorkingDays: null },
    ]);
    expect(publicStatistics.months).toContainEqual({
      month: '2026-11',
      noun: 'Announcement',
      action: 'publish',
      count: 5,
    });
    expect(publicStatistics.months).toContainEqual({
      month: '2026-10',
      noun: 'EcosystemUnit',
      action: 'approve',
      count: null,
    });
  });

  it('count incidents by the gravest level that they reached, and tell the public no number below five', async () => {
    for (const threat of ['SERIOUS', ...Array<string>(5).fill('NONE')]) {
      const input = { ...QUIET, threat };
      await world.take(incident, 'detect', world.company, { input });
    }
    const { id } = await world.take(incident, 'detect', world.company, { input: QUIET });
    await world.take(incident, 'dismiss', world.company, { id, reason: '误报' });
    const { statistics } = await world.ask(world.company, `{ statistics ${figures} }`);
    expect(statistics.incidentLevels).toEqual([
      { level: 'LEVEL_2', count: 1 },
      { level: 'LEVEL_4', count: 5 },
    ]);
    // The public figures are counted at most once a minute.
    startClockAt('2026-11-23T09:30:00+08:00');
    const { publicStatistics } = await world.ask(ANONYMOUS, `{ publicStatistics ${figures} }`);
    expect(publicStatistics.incidentLevels).toEqual([
      { level: 'LEVEL_2', count: null },
      { level: 'LEVEL_4', count: 5 },
    ]);
  });

  it('look back as many months as asked, from one to thirty-six', async () => {
    const monthsOf = async (months: number) =>
      (await world.ask(world.company, `{ statistics(months: ${months}) { from reviews { noun cases } } }`))
        .statistics;
    expect(await monthsOf(1)).toEqual({
      from: '2026-10-31T16:00:00.000Z',
      reviews: [{ noun: 'EcosystemUnit', cases: 3 }],
    });
    expect((await monthsOf(36)).reviews).toEqual([{ noun: 'EcosystemUnit', cases: 5 }]);
    for (const months of [0, 37]) await expect(monthsOf(months)).rejects.toThrow('1 到 36');
  });
});
