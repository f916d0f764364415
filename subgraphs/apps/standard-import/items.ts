import { KIND_CODE_LISTS } from '@zgt/schema/dictionary/code-lists-kinds.ts';
import { RULES } from '../conformance/rules.ts';
import type { VersionItem } from '../conformance/yardstick.ts';
import { articleNumber, type Columns, ofForm, oneOf, readColumns, repeated, words } from './columns.ts';
import type { Table } from './read-rows.ts';

function rules(text: string): { value: unknown } | { fault: string } {
  const named = words(text);
  const unknown = named.filter((rule) => !Object.hasOwn(RULES, rule));
  return unknown.length === 0
    ? { value: named }
    : { fault: `没有规则 ${unknown.slice(0, 5).join('、')}；由人工检查的不填` };
}

/** The columns of a table of check items. */
export const ITEM_COLUMNS = {
  id: { label: '编号', max: 20, read: ofForm(/^[A-Z]{2}-\d{3}$/, '“两个大写字母-三位数字”，例如 UI-001') },
  level: { label: '级别', max: 10, read: oneOf(KIND_CODE_LISTS.checkLevel.labels) },
  text: { label: '条目', max: 300 },
  howToCheck: { label: '怎样检查', max: 300 },
  article: { label: '条款', max: 2, read: articleNumber },
  rules: { label: '规则', max: 200, optional: true, read: rules },
} as const satisfies Columns;

/** The check items of a table, or every fault in it. */
export function readItems(
  places: ReadonlyMap<string, number>,
  table: Table,
): { items: VersionItem[]; faults: string[] } {
  const { rows, faults } = readColumns(ITEM_COLUMNS, places, table);
  const named = rows.flatMap(({ line, values }) =>
    ((values.rules as string[] | null) ?? []).map((rule) => ({ line, values: { rule } })),
  );
  return {
    items: rows.map(({ values }) => ({
      ...(values as unknown as VersionItem),
      rules: (values.rules as string[] | null) ?? [],
    })),
    faults: [
      ...faults,
      ...repeated(
        rows.filter(({ values }) => values.id !== null),
        '编号',
        ({ id }) => String(id),
      ),
      // A rule that two items name would have two levels.
      ...repeated(named, '规则', ({ rule }) => String(rule)),
    ],
  };
}
