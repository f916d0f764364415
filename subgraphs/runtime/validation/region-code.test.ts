import { expect, test } from 'vitest';
import { checkRegionCode, isGuangxiRegion } from './region-code.ts';

test.each([
  ['450000', '450000'],
  ['450100', '450100'],
  ['450103', '450103'],
  ['４５０１０３ ', '450103'],
  ['110101', '110101'],
])('%s is a division code', (input, normalized) => {
  expect(checkRegionCode(input)).toEqual({ ok: true, value: normalized });
});

test.each([
  ['45010', /6 位数字/],
  ['45010A', /6 位数字/],
  ['990000', /不是省级行政区划/],
  ['450001', /缺少地级代码/],
])('%s is refused', (input, reason) => {
  expect(checkRegionCode(input)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
});

test('Guangxi begins with 45', () => {
  expect(isGuangxiRegion('451481')).toBe(true);
  expect(isGuangxiRegion('440100')).toBe(false);
});
