import { median } from './statistics.ts';

export interface Row {
  target: string;
  /** One value a round. */
  values: readonly number[];
  /** Further columns, medians already. */
  more?: Readonly<Record<string, number>>;
  remark?: string;
  /** Why there is no figure; a table with such a row makes the bench fail. */
  failed?: string;
}

/** Rows that are compared with each other. */
export interface Group {
  title: string;
  unit: string;
  /** The row that the others are divided by; without it there are no ratios. */
  reference?: string;
  rows: Row[];
}

const COLUMNS = ['p50 ms', 'p99 ms', 'MB', 'bytes', 'files'] as const;
const LONGEST_REMARK = 90;

/** As many digits as say something: 12,345, 123, 12.3, 1.23. */
export function short(value: number): string {
  if (Number.isNaN(value)) return '';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function cells(row: Row, unit: string, reference: number): string[] {
  if (row.failed !== undefined)
    return [row.target, 'FAILED', '', '', ...COLUMNS.map(() => ''), row.failed.slice(0, LONGEST_REMARK)];
  const middle = median(row.values);
  return [
    row.target,
    `${short(middle)} ${unit}`,
    row.values.length > 1 ? `${short(Math.min(...row.values))} to ${short(Math.max(...row.values))}` : '',
    Number.isNaN(reference) ? '' : (middle / reference).toFixed(2),
    ...COLUMNS.map((column) => short(row.more?.[column] ?? Number.NaN)),
    row.remark ?? '',
  ];
}

/** The one table of a run, in Markdown: a section for each group, its rows with median, range and ratio. */
export function renderTable(groups: readonly Group[]): string {
  const lines: string[][] = [['', 'median', 'min to max', 'ratio', ...COLUMNS, '']];
  for (const { title, unit, reference, rows } of groups) {
    const base = rows.find(({ target, failed }) => target === reference && failed === undefined);
    lines.push([`**${title}**`, '', '', reference ? `to ${reference}` : '', ...COLUMNS.map(() => ''), '']);
    for (const row of rows) lines.push(cells(row, unit, base ? median(base.values) : Number.NaN));
  }
  const widths = lines[0]!.map((_, column) => Math.max(3, ...lines.map((line) => width(line[column]!))));
  const rule = widths.map((length) => '-'.repeat(length));
  return [lines[0]!, rule, ...lines.slice(1)]
    .map((line) => `| ${line.map((cell, column) => pad(cell, widths[column]!)).join(' | ')} |`)
    .join('\n');
}

const width = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2E80' ? 2 : 1), 0);
const pad = (text: string, length: number) => text + ' '.repeat(Math.max(0, length - width(text)));
