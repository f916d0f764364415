import { expect, test } from 'vitest';
import { REFUSALS } from './errors.ts';
import type { RefusalText } from './refusals/refusal-text.ts';

const ENTRIES: [string, RefusalText][] = Object.entries(REFUSALS);

test('the catalogue holds 103 codes, none lost where the groups are joined', () => {
  expect(ENTRIES).toHaveLength(103);
});

test('codes are capitals, articles exist and stand in order', () => {
  for (const [code, { articles }] of ENTRIES) {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    for (const number of articles)
      expect(Number.isInteger(number) && number >= 1 && number <= 77, code).toBe(true);
    expect(
      [...articles].sort((a, b) => a - b),
      code,
    ).toEqual([...articles]);
  }
});

test('every refusal says what was refused and how to mend it, in sentences', () => {
  for (const [code, { message, remedy }] of ENTRIES) {
    expect(message, code).toMatch(/^\p{Script=Han}.{5,}。$/u);
    expect(remedy, code).toMatch(/。$/);
    expect(remedy.length, code).toBeGreaterThan(12);
    expect(`${message}${remedy}`, code).not.toMatch(/非法|违反|错误操作|失败/);
  }
});

test('no two codes say the same', () => {
  expect(new Set(ENTRIES.map(([, { message }]) => message)).size).toBe(ENTRIES.length);
});

test('the refusals that protect article 50, 39, 23 and 68 cite them', () => {
  expect(REFUSALS.BRAND_NOT_AUTHORIZED.articles).toContain(50);
  expect(REFUSALS.ANNOUNCEMENT_TOO_SHORT.articles).toEqual([39]);
  expect(REFUSALS.LEAD_TIME_TOO_SHORT.articles).toEqual([23]);
  expect(REFUSALS.SECOND_FACTOR_REQUIRED.articles).toEqual([68]);
  expect(REFUSALS.FOUR_EYES_REQUIRED.articles).toEqual([3, 7]);
});
