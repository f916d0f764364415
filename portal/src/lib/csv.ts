/**
 * RFC 4180 with a byte order mark, so that spreadsheets read Chinese;
 * a cell that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return CSV_MARK + [header, ...rows].map(csvLine).join('');
}

/** The byte order mark that a file begins with. */
export const CSV_MARK = '\uFEFF';

/** One row with its line end. */
export function csvLine(row: readonly unknown[]): string {
  return `${row.map(cell).join(',')}\r\n`;
}

function cell(value: unknown): string {
  const raw = value === null || value === undefined ? '' : String(value);
  const text = /^[=+\-@\t\r]/.test(raw) && !/^-?\d+(\.\d+)?$/.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
