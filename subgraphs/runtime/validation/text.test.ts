import { expect, test } from 'vitest';
import { checkText } from './text.ts';

const line = { min: 1, max: 10 };
const lines = { min: 1, max: 10, multiline: true };

test.each([
  ['  智桂通 ', line, '智桂通'],
  ['e\u0301', line, '\u00e9'],
  ['a\r\nb\rc', lines, 'a\nb\nc'],
  ['a\tb', lines, 'a\tb'],
  ['', { min: 0, max: 10 }, ''],
  ['𠮷'.repeat(10), line, '𠮷'.repeat(10)],
  ['👨‍👩‍👧', line, '👨‍👩‍👧'],
  ["'; DROP TABLE--", { min: 1, max: 50 }, "'; DROP TABLE--"],
])('%j is accepted', (input, rule, normalized) => {
  expect(checkText(input, rule)).toEqual({ ok: true, value: normalized });
});

test.each([
  ['a\u0000b', line, '不能含有控制字符'],
  ['a\tb', line, '不能含有控制字符'],
  ['a\u0085b', lines, '不能含有控制字符'],
  ['a\u001bb', lines, '不能含有控制字符'],
  ['a\u2028b', lines, '不能含有控制字符'],
  ['a\nb', line, '不能换行'],
  ['abc\u202egpj', line, '不能含有改变文字方向的控制符'],
  ['a\u2067b', lines, '不能含有改变文字方向的控制符'],
  ['a\ud842', line, '含有不完整的字符（代理项不成对）'],
  ['   ', line, '不能为空'],
  ['\u200b\u200b', line, '不能为空'],
  ['智', { min: 2, max: 10 }, '至少 2 个字，现有 1 个字'],
  ['𠮷'.repeat(11), line, '最多 10 个字，现有 11 个字'],
])('%j is refused', (input, rule, reason) => {
  expect(checkText(input, rule)).toEqual({ ok: false, reason });
});
