import { expect, it } from 'vitest';
import { renderTable } from './table.ts';

const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());

it('shows median, range and ratio to the reference, and of a failed row the reason alone', () => {
  const table = renderTable([
    {
      title: 'Lists',
      unit: '/s',
      reference: 'bare',
      rows: [
        { target: 'bare', values: [1200, 1000, 1100] },
        { target: 'ours', values: [440, 660, 550], more: { 'p50 ms': 12.34 } },
        { target: 'peer', values: [3000], failed: 'wrong answer' },
      ],
    },
  ]);
  const [, , title, bare, ours, peer] = table.split('\n').map(cellsOf);
  expect(title!.slice(1, 5)).toEqual(['**Lists**', '', '', 'to bare']);
  expect(bare!.slice(1, 5)).toEqual(['bare', '1,100 /s', '1,000 to 1,200', '1.00']);
  expect(ours!.slice(1, 6)).toEqual(['ours', '550 /s', '440 to 660', '0.50', '12.3']);
  expect(peer!.filter(Boolean)).toEqual(['peer', 'FAILED', 'wrong answer']);
});

it('shows no ratio when the reference itself failed', () => {
  const rows = [
    { target: 'bare', values: [], failed: 'no answer' },
    { target: 'ours', values: [7] },
  ];
  const table = renderTable([{ title: 'Lists', unit: '/s', reference: 'bare', rows }]);
  expect(table.split('\n').map(cellsOf).at(-1)!.filter(Boolean)).toEqual(['ours', '7.00 /s']);
});
