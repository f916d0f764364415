import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clockOffsetMs, during, now, startClockAt } from './clock.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime('2026-11-23T00:00:00Z');
});
afterEach(() => vi.useRealTimers());

test('without a start instant the clock is the machine’s', () => {
  expect(clockOffsetMs()).toBe(0);
  expect(now().toISOString()).toBe('2026-11-23T00:00:00.000Z');
});

test('a process begins at the given instant and time passes from there', () => {
  startClockAt('2026-12-07T09:00:00+08:00');
  expect(now().toISOString()).toBe('2026-12-07T01:00:00.000Z');
  vi.setSystemTime('2026-11-23T00:00:01.500Z');
  expect(now().toISOString()).toBe('2026-12-07T01:00:01.500Z');
  expect(clockOffsetMs()).toBe(14 * 86_400_000 + 3_600_000);
});

test('an instant without offset is refused with what was expected, and the clock stays', () => {
  const before = clockOffsetMs();
  expect(() => startClockAt('2026-12-07 09:00')).toThrow(
    /"2026-12-07 09:00".*expected an ISO 8601 instant with offset/,
  );
  expect(clockOffsetMs()).toBe(before);
});

test('work is done as if at an instant, and the clock goes on from before, whether it ends well or not', async () => {
  startClockAt('2026-12-07T09:00:00+08:00');
  const instant = new Date('2026-09-01T02:00:00Z');
  expect(await during(instant, async () => now().toISOString())).toBe('2026-09-01T02:00:00.000Z');
  expect(now().toISOString()).toBe('2026-12-07T01:00:00.000Z');
  const failed = during(instant, async () => {
    throw new Error('refused');
  });
  await expect(failed).rejects.toThrow('refused');
  expect(now().toISOString()).toBe('2026-12-07T01:00:00.000Z');
});
