import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { type ExportSheet, exportFile } from './export.ts';

const sheetOf = (rows: (string | number | null)[][]): ExportSheet => ({
  name: '应用评分',
  header: ['名称', '得分'],
  rows: (async function* () {
    yield* rows;
  })(),
});
const ROWS = [
  ['=HYPERLINK("http://evil")', 92],
  ['甲,"乙"\n丙', null],
  ['<b>&', -5],
];

test('a CSV begins with its mark, and what a spreadsheet would run is text', async () => {
  const answer = exportFile(sheetOf(ROWS), 'csv', '2026-11-23');
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())).toBe(
    '\uFEFF名称,得分\r\n"\'=HYPERLINK(""http://evil"")",92\r\n"甲,""乙""\n丙",\r\n<b>&,-5\r\n',
  );
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="export-2026-11-23.csv"; filename*=UTF-8\'\'%E5%BA%94%E7%94%A8%E8%AF%84%E5%88%86-2026-11-23.csv',
  );
});

test('a workbook has numbers as numbers and text as text, never a formula', async () => {
  const answer = exportFile(sheetOf(ROWS), 'xlsx', '2026-11-23');
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
  expect(sheets[0]!.name).toBe('应用评分');
  expect(sheets[0]!.rows.map((row) => [row[0], row[1] ?? null])).toEqual([['名称', '得分'], ...ROWS]);
  expect([...(sheets[0]!.cells?.values() ?? [])].filter((cell) => cell.formula)).toEqual([]);
});

test('a list that is longer than may be exported says so in its last row', async () => {
  const rows = Array.from({ length: 5 }, (_, index) => [`第 ${index} 行`, index]);
  const exported = async (most: number) =>
    (await exportFile(sheetOf(rows), 'csv', '2026-11-23', most).text()).trim().split('\r\n');
  expect(await exported(5)).toHaveLength(6);
  const cut = await exported(3);
  expect(cut).toHaveLength(5);
  expect(cut.at(-1)).toBe('只导出前 3 条，后面还有。请用筛选缩小范围后再导出。');
});

test('a list that breaks off is no file', async () => {
  const broken: ExportSheet = {
    ...sheetOf([]),
    rows: (async function* () {
      yield ['一', 1];
      throw new Error('gone');
    })(),
  };
  await expect(exportFile(broken, 'csv', '2026-11-23').text()).rejects.toThrow();
});
