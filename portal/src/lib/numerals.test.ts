import { expect, test } from 'vitest';
import { articleLabel, chineseNumeral, parseArticleNumber } from './numerals.ts';

test.each([
  [0, '零'],
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [50, '五十'],
  [77, '七十七'],
  [100, '一百'],
  [101, '一百零一'],
  [110, '一百一十'],
  [219, '二百一十九'],
])('%i is written %s', (value, text) => {
  expect(chineseNumeral(value)).toBe(text);
});

test('what cannot be an article number is refused', () => {
  expect(() => chineseNumeral(1000)).toThrow(RangeError);
  expect(() => chineseNumeral(1.5)).toThrow(RangeError);
});

test('an article is found by each way of writing it', () => {
  expect(articleLabel(50)).toBe('第五十条');
  expect(parseArticleNumber('第五十条')).toBe(50);
  expect(parseArticleNumber('第50条')).toBe(50);
  expect(parseArticleNumber('五十')).toBe(50);
  expect(parseArticleNumber('品牌')).toBeNull();
});
