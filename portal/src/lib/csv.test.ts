import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('commas, quotes and line breaks stay inside their cell', () => {
  expect(
    toCsv(
      ['编号', '名称'],
      [
        ['A1', '甲,"乙"\n丙'],
        ['A2', null],
      ],
    ),
  ).toBe('\uFEFF编号,名称\r\nA1,"甲,""乙""\n丙"\r\nA2,\r\n');
});

test('a formula is text, a negative number is a number', () => {
  expect(toCsv(['x'], [['=SUM(A1)'], ['-5'], ['-cmd']])).toBe("\uFEFFx\r\n'=SUM(A1)\r\n-5\r\n'-cmd\r\n");
});
