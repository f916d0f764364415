import { CODE_LISTS, type CodeListName } from '@zgt/schema/dictionary/code-lists.ts';
import type { DataElement } from '@zgt/schema/dictionary/data-element-type.ts';
import {
  articleNumber,
  type Columns,
  ofForm,
  oneOf,
  type ReadRow,
  readColumns,
  repeated,
  words,
} from './columns.ts';
import type { Table } from './read-rows.ts';

const FORMAT =
  /^(?:an?(?:\.\.)?\d{1,5}|n(?:\.\.)?\d{1,2}(?:,\d{1,2})?|code|date|datetime|boolean|object)(?:\[\])?$/;

function articles(text: string): { value: unknown } | { fault: string } {
  const read = words(text).map(articleNumber);
  return (
    read.find((one) => 'fault' in one) ?? { value: read.map((one) => (one as { value: unknown }).value) }
  );
}

/** The columns of a table of data elements, as the dictionary's download has them. */
export const ENTRY_COLUMNS = {
  code: {
    label: '代码',
    max: 20,
    read: ofForm(/^DE-[A-Z]{3}-\d{3}$/, '“DE-三个大写字母-三位数字”，例如 DE-APP-001'),
  },
  object: { label: '对象', max: 60, read: ofForm(/^[A-Z][A-Za-z0-9]*$/, '大写字母开头的英文，例如 App') },
  name: {
    label: '字段',
    max: 60,
    read: ofForm(/^[a-z][A-Za-z0-9]*$/, '小写字母开头的驼峰英文，例如 appName'),
  },
  title: { label: '名称', max: 60 },
  definition: { label: '含义', max: 500 },
  format: {
    label: '格式',
    max: 20,
    read: ofForm(
      FORMAT,
      'an..长度、n..位数、n..位数,小数位数、code、date、datetime、boolean、object 之一，列表加 []',
    ),
  },
  constraint: { label: '约束', max: 200, optional: true },
  codeList: {
    label: '代码表',
    max: 60,
    optional: true,
    read: (text: string) =>
      Object.hasOwn(CODE_LISTS, text)
        ? { value: text }
        : { fault: `没有代码表“${text}”；名称见数据字典的代码表，例如 partyKind` },
  },
  sensitivity: { label: '敏感级别', max: 10, read: oneOf(CODE_LISTS.sensitivity.labels) },
  since: { label: '启用版本', max: 16, read: ofForm(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, '三段数字，例如 1.0.0') },
  articles: { label: '条款', max: 60, optional: true, read: articles },
} as const satisfies Columns;

const isCode = (format: unknown) => format === 'code' || format === 'code[]';

/** What is wrong between the cells of one row. */
function faultWithin({ line, values: { format, codeList } }: ReadRow): string[] {
  if (format === null || isCode(format) === (codeList !== null)) return [];
  return [
    isCode(format)
      ? `第 ${line} 行“代码表”列：格式为 ${String(format)} 的须写明代码表`
      : `第 ${line} 行“代码表”列：只有格式为 code 的才写代码表`,
  ];
}

/** The data elements of a table, or every fault in it. */
export function readEntries(
  places: ReadonlyMap<string, number>,
  table: Table,
): { entries: DataElement[]; faults: string[] } {
  const { rows, faults } = readColumns(ENTRY_COLUMNS, places, table);
  const all = [
    ...faults,
    ...rows.flatMap(faultWithin),
    ...repeated(
      rows.filter(({ values }) => values.code !== null),
      '代码',
      ({ code }) => String(code),
    ),
    ...repeated(
      rows.filter(({ values }) => values.object !== null && values.name !== null),
      '字段',
      ({ object, name }) => `${String(object)}.${String(name)}`,
    ),
  ];
  const entries = rows.map(({ values }) => ({
    ...(values as unknown as DataElement),
    codeList: values.codeList as CodeListName | null,
    articles: (values.articles as number[] | null) ?? [],
  }));
  return { entries, faults: all };
}
