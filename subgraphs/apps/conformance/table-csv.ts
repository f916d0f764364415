import { CODE_LISTS } from '@zgt/schema/dictionary/code-lists.ts';
import { CsvError, parse } from 'csv-parse/sync';
import { checkDeclaredField } from './declared-field.ts';
import { START } from './finding.ts';
import type { Findings } from './findings.ts';
import { camelCase, isSnakeCase, pascalCase } from './names.ts';
import { columnType } from './table-ddl.ts';

const REQUIRED = ['表名', '字段名', '类型'] as const;
const KNOWN = new Set<string>([...REQUIRED, '长度', '主键', '代码表', '说明', '用途']);
const LONGEST_RECORD = 10_000;
const MOST_ROWS = 20_000;
const YES = new Set(['是', 'Y', 'YES', 'TRUE', '1']);

interface Line {
  record: Record<string, string>;
  info: { lines: number };
}

function readable(text: string, findings: Findings): Line[] | null {
  try {
    return parse(text, {
      columns: (header: string[]) => header.map((name) => name.trim()),
      info: true,
      trim: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
      to: MOST_ROWS,
    }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    findings.add(
      'DOC-003',
      { ...START, line: lines ?? 1 },
      `不是合法的 CSV：${error.code}`,
      '各行的列数应与表头相同；含逗号、引号或换行的内容用双引号括起，其中的双引号写两次。',
    );
    return null;
  }
}

/** Judges tables that are listed in CSV: one field a line, with the header 表名,字段名,类型,长度,主键,代码表,说明,用途. */
export function checkTableCsv(text: string, findings: Findings): void {
  const lines = readable(text, findings);
  if (!lines) return;
  const header = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const names = header.split(',').map((name) => name.trim().replaceAll('"', ''));
  const missing = REQUIRED.filter((name) => !names.includes(name));
  const foreign = names.filter((name) => name !== '' && !KNOWN.has(name));
  if (missing.length > 0 || foreign.length > 0) {
    const what = [
      missing.length > 0 && `缺少 ${missing.join('、')}`,
      foreign.length > 0 && `不认识 ${foreign.slice(0, 5).join('、').slice(0, 100)}`,
    ].filter((part) => part !== false);
    findings.add(
      'TAB-006',
      START,
      `表头${what.join('，')}`,
      `表头为：${[...KNOWN].join(',')}；前三列必须有。`,
    );
    return;
  }
  if (lines.length === 0) findings.add('DOC-006', START, '没有字段', '表头之下每行填写一个字段。');
  for (const [table, rows] of Map.groupBy(lines, ({ record }) => record.表名 ?? ''))
    checkTable(table, rows, findings);
}

function checkTable(table: string, rows: readonly Line[], findings: Findings): void {
  const start = { line: rows[0]!.info.lines, column: 1, path: table };
  const isKey = ({ record }: Line) => YES.has((record.主键 ?? '').toUpperCase());
  if (table !== '' && !rows.some(isKey))
    findings.add('TAB-002', start, `表 ${table} 没有主键`, '在主键字段的“主键”一列填写“是”。');
  if (table !== '' && !rows.some(({ record }) => camelCase(record.字段名 ?? '') === 'updatedAt'))
    findings.add(
      'TAB-005',
      start,
      `表 ${table} 没有更新时刻`,
      '增加字段 updated_at，类型 timestamptz，供增量获取。',
    );
  for (const { record, info } of rows) {
    const { 字段名: name = '', 类型: type = '', 长度: length = '', 代码表: codeList = '' } = record;
    const shown = `${table}.${name}`;
    const place = { line: info.lines, column: 1, path: shown };
    if (table === '' || name === '' || type === '') {
      findings.add('TAB-006', place, '表名、字段名、类型没有填全', '这三列每行都要填写。');
      continue;
    }
    if (!isSnakeCase(name) || !isSnakeCase(table)) {
      findings.add('TAB-003', place, `${shown} 不是小写下划线`, '例如 service_item.contact_phone。');
      continue;
    }
    if (length !== '' && !/^[1-9]\d{0,5}$/.test(length)) {
      findings.add('TAB-006', place, `长度“${length.slice(0, 20)}”不是正整数`, '填写字符数，例如 20。');
      continue;
    }
    if (codeList !== '' && !Object.hasOwn(CODE_LISTS, codeList)) {
      findings.add(
        'FLD-007',
        place,
        `代码表 ${codeList.slice(0, 60)} 不存在`,
        '填写数据字典中代码表的名称，例如 partyKind。',
      );
      continue;
    }
    const [, base = type, config = ''] = /^([^([]+)(?:\(([\d,\s]+)\))?/.exec(type) ?? [];
    const sizes = config === '' ? [] : config.split(',').map(Number);
    const values =
      codeList === '' ? null : Object.keys(CODE_LISTS[codeList as keyof typeof CODE_LISTS].labels);
    checkDeclaredField(
      {
        shown,
        name: camelCase(name),
        object: pascalCase(table),
        ...columnType(base, length === '' ? sizes : [Number(length), ...sizes.slice(1)]),
        list: type.endsWith('[]'),
        values,
        description: record.说明 ?? '',
        purpose: (record.用途 ?? '') || null,
        place,
      },
      findings,
      'TAB-001',
    );
  }
}
