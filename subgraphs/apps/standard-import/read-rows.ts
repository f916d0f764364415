import { sniffDocument } from '@zgt/runtime/documents/sniff.ts';
import { readZipDirectory } from '@zgt/runtime/documents/zip-directory.ts';
import { CsvError, parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/universal';

/** The largest table in bytes; the largest that a workbook may unpack to. */
export const LARGEST_TABLE = 1_000_000;
const LARGEST_UNPACKED = 20_000_000;
/** The most rows of a table besides its header. */
export const MOST_ROWS = 5_000;
const MOST_COLUMNS = 50;
const LONGEST_RECORD = 20_000;

/** The cells of a table as text, each row with the number that its line has in the file. */
export interface Table {
  header: readonly string[];
  rows: readonly { line: number; cells: readonly string[] }[];
}

/** A table, or why it cannot be read, in words for whoever made it. */
export type TableOutcome = { table: Table } | { fault: string };

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === '');

function tableOf(lines: Table['rows']): TableOutcome {
  const [header, ...rows] = lines.filter(({ cells }) => !isBlank(cells));
  if (!header) return { fault: '表格是空的；第一行应为表头，其下每行一项' };
  if (rows.length === 0) return { fault: '只有表头，没有内容；表头之下每行填写一项' };
  if (rows.length > MOST_ROWS)
    return { fault: `有 ${rows.length} 行，最多 ${MOST_ROWS} 行；请分成几个标准或精简后再导入` };
  if (header.cells.length > MOST_COLUMNS)
    return { fault: `有 ${header.cells.length} 列，最多 ${MOST_COLUMNS} 列；请只留所需的列` };
  return { table: { header: header.cells, rows } };
}

/** Reads comma-separated text; lines are counted as an editor shows them. */
export function readCsv(text: string): TableOutcome {
  const size = Buffer.byteLength(text);
  if (size > LARGEST_TABLE) return { fault: `表格有 ${size} 字节，最多 ${LARGEST_TABLE} 字节` };
  try {
    const read = parse(text.replace(/^\uFEFF/, ''), {
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return tableOf(read.map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    return {
      fault: `第 ${lines ?? 1} 行不是合法的 CSV（${error.code}）；含逗号、引号或换行的内容用双引号括起，其中的双引号写两次`,
    };
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim();
}

/** Reads the first sheet of a workbook given in Base64; what it would unpack to is bounded before anything is unpacked. */
export async function readXlsx(base64: string): Promise<TableOutcome> {
  const compact = base64.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return { fault: 'XLSX 文件应以 Base64 文本提交' };
  const bytes = new Uint8Array(Buffer.from(compact, 'base64'));
  const sniffed = await sniffDocument(bytes, 'table.xlsx', { maxBytes: LARGEST_TABLE });
  if (!sniffed.ok) return { fault: `不是可以读取的 XLSX 文件：${sniffed.reason}` };
  const unpacked = (readZipDirectory(bytes) ?? []).reduce((sum, entry) => sum + entry.uncompressedBytes, 0);
  if (unpacked > LARGEST_UNPACKED)
    return { fault: `工作簿解压后有 ${unpacked} 字节，最多 ${LARGEST_UNPACKED} 字节` };
  let sheet: unknown[][];
  try {
    sheet = (await readSheet(bytes.buffer)) as unknown[][];
  } catch (error) {
    return {
      fault: `工作簿的内容读不出来（${(error as Error).message.slice(0, 80)}）；请用表格软件另存为 XLSX`,
    };
  }
  return tableOf(sheet.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) })));
}
