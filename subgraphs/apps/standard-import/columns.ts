import { checkText } from '@zgt/runtime/validation/text.ts';
import type { Table } from './read-rows.ts';

/** One column of a table that is imported: what it is called, and how its cells are read. */
export interface Column {
  /** As a header may name it, besides the key itself. */
  label: string;
  /** The longest text of a cell. */
  max: number;
  optional?: true;
  /** Gives the value of a cell, or says what is wrong with it. */
  read?(text: string): { value: unknown } | { fault: string };
}

export type Columns = Readonly<Record<string, Column>>;

/** A row whose cells were all read. */
export interface ReadRow {
  line: number;
  values: Record<string, unknown>;
}

const MOST_FAULTS = 50;

/** The faults of a table, cut off where nobody would read on. */
export function faultsOf(faults: readonly string[]): string[] {
  const more = faults.length - MOST_FAULTS;
  return more > 0
    ? [...faults.slice(0, MOST_FAULTS), `另有 ${more} 处有误，改正以上各处之后再导入`]
    : [...faults];
}

/** Where the columns stand in a header, or what is wrong with the header; null when its columns are of another kind. */
export function placesOf(columns: Columns, header: readonly string[]): Map<string, number> | null {
  const places = new Map<string, number>();
  for (const [key, { label }] of Object.entries(columns)) {
    const at = header.findIndex((name) => name === key || name === label);
    if (at >= 0) places.set(key, at);
  }
  return Object.entries(columns).every(([key, { optional }]) => optional || places.has(key)) ? places : null;
}

/** The headers that a table may have and this one has not. */
export function unknownColumns(columns: Columns, header: readonly string[]): string[] {
  return header.filter(
    (name) =>
      name !== '' && !Object.entries(columns).some(([key, { label }]) => key === name || label === name),
  );
}

/** Reads every cell; all faults are named at once, each with its line and column. */
export function readColumns(
  columns: Columns,
  places: ReadonlyMap<string, number>,
  table: Table,
): { rows: ReadRow[]; faults: string[] } {
  const faults: string[] = [];
  const rows = table.rows.map(({ line, cells }) => {
    const values: Record<string, unknown> = {};
    for (const [key, { label, max, optional, read }] of Object.entries(columns)) {
      const at = places.get(key);
      const raw = at === undefined ? '' : (cells[at] ?? '');
      const fault = (reason: string) => faults.push(`第 ${line} 行“${label}”列：${reason}`);
      values[key] = null;
      if (raw === '') {
        if (!optional) fault('必填');
        continue;
      }
      const text = checkText(raw, { min: 1, max });
      if (!text.ok) {
        fault(text.reason);
        continue;
      }
      const given = read ? read(text.value) : { value: text.value };
      if ('fault' in given) fault(given.fault);
      else values[key] = given.value;
    }
    return { line, values };
  });
  return { rows, faults };
}

/** The rows in which a value comes again, each named with the line that has it first. */
export function repeated(
  rows: readonly ReadRow[],
  label: string,
  nameOf: (values: ReadRow['values']) => string,
): string[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, values }) => {
    const value = nameOf(values);
    const before = first.get(value);
    if (before !== undefined) return [`第 ${line} 行“${label}”列：${value} 与第 ${before} 行重复`];
    first.set(value, line);
    return [];
  });
}

/** A cell that has to have a form. */
export const ofForm =
  (form: RegExp, wanted: string): NonNullable<Column['read']> =>
  (text) =>
    form.test(text) ? { value: text } : { fault: `“${text.slice(0, 40)}”应为${wanted}` };

/** A cell with one of several codes, given as the code or as its label. */
export const oneOf =
  (labels: Readonly<Record<string, string>>): NonNullable<Column['read']> =>
  (text) => {
    const code = Object.entries(labels).find(([key, label]) => key === text || label === text)?.[0];
    return code === undefined
      ? {
          fault: `“${text.slice(0, 40)}”应为 ${Object.entries(labels)
            .map(([key, label]) => `${key}（${label}）`)
            .join('、')} 之一`,
        }
      : { value: code };
  };

const LAST_ARTICLE = 77;

/** The number of an article. */
export function articleNumber(text: string): { value: unknown } | { fault: string } {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= LAST_ARTICLE
    ? { value: number }
    : { fault: `“${text.slice(0, 20)}”应为 1 到 ${LAST_ARTICLE} 的条款号` };
}

/** Words of a cell, separated by spaces, commas or 、. */
export const words = (text: string): string[] => text.split(/[\s,，、;；]+/).filter(Boolean);
