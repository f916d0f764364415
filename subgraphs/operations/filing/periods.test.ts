import { describe, expect, it } from 'vitest';
import { endedPeriods, periodOf } from './periods.ts';

describe('filing periods are those of the calendar', () => {
  it.each([
    ['2026-11-23', 1, '2026-11', '2026-11-01', '2026-11-30'],
    ['2028-02-29', 1, '2028-02', '2028-02-01', '2028-02-29'],
    ['2026-09-30', 3, '2026Q3', '2026-07-01', '2026-09-30'],
    ['2026-10-01', 3, '2026Q4', '2026-10-01', '2026-12-31'],
    ['2026-07-01', 6, '2026H2', '2026-07-01', '2026-12-31'],
    ['2026-01-01', 12, '2026', '2026-01-01', '2026-12-31'],
    ['2026-12-31', 2, '2026-11+2', '2026-11-01', '2026-12-31'],
  ])('%s lies in the period of %i months %s', (date, months, key, start, end) => {
    expect(periodOf(date, months)).toEqual({ key, start, end });
  });

  it('has no period of no months, or of a part of one', () => {
    expect(() => periodOf('2026-11-23', 0)).toThrow('not 0');
    expect(() => periodOf('2026-11-23', 1.5)).toThrow('not 1.5');
  });
});

describe('ended periods', () => {
  it('end with their last day, not before', () => {
    expect(endedPeriods('2026-06-30', '2026-09-30', 3)).toEqual([]);
    expect(endedPeriods('2026-06-30', '2026-10-01', 3).map(({ key }) => key)).toEqual(['2026Q3']);
  });

  it('begin with the one in which the start lies, in order and without gaps', () => {
    expect(endedPeriods('2026-08-14', '2026-11-23', 1).map(({ key }) => key)).toEqual([
      '2026-08',
      '2026-09',
      '2026-10',
    ]);
  });

  it('do not reach back before what an earlier filing covers', () => {
    expect(endedPeriods('2026-09-30', '2026-11-23', 1).map(({ key }) => key)).toEqual(['2026-10']);
    expect(endedPeriods('2026-09-30', '2026-12-31', 3)).toEqual([]);
  });
});
