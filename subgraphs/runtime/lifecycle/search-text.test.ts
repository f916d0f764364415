import { expect, it } from 'vitest';
import { searchedText } from './search-text.ts';

it.each([
  ['广西', `'广西'`],
  ['广西医院', `'广西' & '西医' & '医院'`],
  ['WeChat', `'we' & 'ec' & 'ch' & 'ha' & 'at'`],
  ['桂', `'桂':*`],
  ["it's", `'it' & 't''' & '''s'`],
  ['a\\b', `'a\\\\' & '\\\\b'`],
])('letters are looked up by pairs: %s', (text, keys) => {
  expect(searchedText(text)).toEqual({ text: text.toLowerCase(), keys, pattern: null });
});

it.each([
  ['第777号', `'第' & '777'`],
  ['777号', `'\n777':*`],
  ['第777', `'第' & '777':*`],
  ['PP-2025-000777', `'pp' & 'p-' & '-' & '2025' & '000777':*`],
  ['ZGT-2025-000777-K', `'zg' & 'gt' & 't-' & '-' & '-k' & '2025' & '000777'`],
])('words with a digit are looked up whole, at the ends of the text from one side: %s', (text, keys) => {
  expect(searchedText(text).keys).toBe(keys);
});

it('of the words at the ends of a text the longer one leads to the records, and a year to none', () => {
  expect(searchedText('2025-000777').keys).toBe(`'-' & '000777':*`);
  expect(searchedText('2025-77').keys).toBe(`'-' & '77':*`);
  expect(searchedText('2025-000777-0').keys).toBe(`'-' & '000777'`);
});

it('a word with a digit must begin or end a word', () => {
  const { keys, pattern } = searchedText('0777');
  expect(keys).toBe(`'0777':* | '\n7770':*`);
  const matches = (text: string) => new RegExp(pattern!).test(text);
  expect(['pp-2026-000777', '0777号', '第0777'].map(matches)).toEqual([true, true, true]);
  expect(['107771', 'a0777b'].map(matches)).toEqual([false, false]);
});
