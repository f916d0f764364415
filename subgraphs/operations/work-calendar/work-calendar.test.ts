import { startClockAt } from '@zgt/runtime/clock.ts';
import { readCalendar } from '@zgt/runtime/database/prepare.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { workCalendar } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());

const announced = {
  year: 2027,
  holidays: ['2027-01-01 元旦', '2027-02-08 春节'],
  workdays: ['2027-02-20 春节调休'],
  source: '国务院办公厅关于2027年部分节假日安排的通知',
};

describe('the work calendar of a new year', () => {
  it('is only assumed before it is announced', async () => {
    startClockAt('2026-11-23T09:00:00+08:00');
    const calendar = await readCalendar(world.runtime.db);
    expect(calendar.nthWorkingDayAfter(1, '2026-12-31')).toEqual({ date: '2027-01-01', provisional: true });
  });

  it('is the management unit’s to enter', async () => {
    expect(await world.refusal(workCalendar, 'announce', world.company, { input: announced })).toBe(
      'FORBIDDEN_ROLE',
    );
  });

  it('counts from then on, holidays and make-up days alike', async () => {
    await world.take(workCalendar, 'announce', world.management, { input: announced });
    const calendar = await readCalendar(world.runtime.db);
    expect(calendar.nthWorkingDayAfter(1, '2026-12-31')).toEqual({ date: '2027-01-04', provisional: false });
    expect(calendar.isWorkingDay('2027-02-08')).toBe(false);
    expect(calendar.isWorkingDay('2027-02-20')).toBe(true);
  });

  it('is entered once, and corrected with a reason', async () => {
    expect(await world.refusal(workCalendar, 'announce', world.management, { input: announced })).toBe(
      'ALREADY_EXISTS',
    );
  });
});
