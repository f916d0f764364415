import { ReadableStream as NodeStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';
import { CSV_MARK, csvLine } from './csv.ts';

/** No export has more rows: who needs more narrows the list by its filters, or asks the API page by page. */
export const MOST_EXPORTED = 50_000;

export const EXPORT_FORMATS = {
  csv: { label: '导出 CSV', type: 'text/csv; charset=utf-8' },
  xlsx: {
    label: '导出 XLSX',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

export type ExportCell = string | number | null;

/** A list as a table; its rows are read page by page while it is sent. */
export interface ExportSheet {
  /** What the list is called: the name of the file and of the sheet. */
  name: string;
  header: readonly string[];
  rows: AsyncIterable<readonly ExportCell[]>;
}

/** Up to so many rows, then one that says that there are more. */
async function* bounded(rows: ExportSheet['rows'], most: number): AsyncGenerator<readonly ExportCell[]> {
  let count = 0;
  for await (const row of rows) {
    if (count === most) {
      yield [`只导出前 ${most} 条，后面还有。请用筛选缩小范围后再导出。`];
      return;
    }
    count += 1;
    yield row;
  }
}

function csvBody({ header, rows }: ExportSheet): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  async function* lines() {
    yield encoder.encode(CSV_MARK + csvLine(header));
    for await (const row of rows) yield encoder.encode(csvLine(row));
  }
  return NodeStream.from(lines()) as ReadableStream<Uint8Array>;
}

/** Text stays text in a workbook: a cell is run as a formula only when it is written as one, which none is here. */
function xlsxBody({ name, header, rows }: ExportSheet): ReadableStream<Uint8Array> {
  async function* cells() {
    for await (const row of rows) yield [...row];
  }
  return writeXlsxStream(cells(), {
    name: name.slice(0, 31),
    columns: header.map((label) => ({ header: label })),
    freezePane: { rows: 1 },
  });
}

/** Answers with a list as a file named after it and the day; rows go out as they come in, none is kept. */
export function exportFile(
  sheet: ExportSheet,
  format: ExportFormat,
  day: string,
  most = MOST_EXPORTED,
): Response {
  const table = { ...sheet, rows: bounded(sheet.rows, most) };
  const fileName = `${sheet.name}-${day}.${format}`;
  return new Response(format === 'csv' ? csvBody(table) : xlsxBody(table), {
    headers: {
      'content-type': EXPORT_FORMATS[format].type,
      'content-disposition': `attachment; filename="export-${day}.${format}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  });
}
