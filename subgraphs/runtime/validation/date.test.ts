import { describe, expect, test } from 'vitest';
import { checkDate, checkInstant } from './date.ts';

describe('dates', () => {
  test.each(['2026-11-23', '2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31'])('%s exists', (date) => {
    expect(checkDate(date)).toEqual({ ok: true, value: date });
  });
  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
  ])('%s does not exist', (date) => {
    expect(checkDate(date)).toEqual({ ok: false, reason: `日期 ${date} 不存在或不在 1900 年至 2999 年之间` });
  });
  test.each(['2026-1-1', '20261123', '2026/11/23', '2026-11-23 ', '２０２６-11-23', ''])(
    '%j is not a date',
    (date) => {
      expect(checkDate(date)).toEqual({ ok: false, reason: '日期格式应为“年-月-日”，例如 2026-11-23' });
    },
  );
});

describe('instants', () => {
  test.each([
    ['2026-11-23T09:00:00+08:00', '2026-11-23T01:00:00.000Z'],
    ['2026-11-23T01:00:00Z', '2026-11-23T01:00:00.000Z'],
    ['2026-12-31T23:59:59.999-05:30', '2027-01-01T05:29:59.999Z'],
    ['2026-11-23T01:00:00.123456Z', '2026-11-23T01:00:00.123Z'],
  ])('%s is %s', (text, utc) => {
    const checked = checkInstant(text);
    expect(checked.ok && checked.instant.toISOString()).toBe(utc);
  });
  test.each([
    ['2026-11-23T09:00:00', /带时区/],
    ['2026-11-23 09:00:00+08:00', /带时区/],
    ['2026-02-30T09:00:00+08:00', /2026-02-30 不存在/],
    ['2026-11-23T24:00:00Z', /24:00:00 不存在/],
    ['2026-11-23T23:59:60Z', /23:59:60 不存在/],
    ['2026-11-23T09:00:00+14:30', /\+14:30 不存在/],
    ['2026-11-23T09:00:00+08:60', /\+08:60 不存在/],
  ])('%s is refused', (text, reason) => {
    expect(checkInstant(text)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
});
