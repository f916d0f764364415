import {
  type CreateColumnDef,
  type CreateTableStatement,
  type Expr,
  parse,
  type Statement,
} from 'pgsql-ast-parser';
import { checkDeclaredField, type FieldType, purposeIn } from './declared-field.ts';
import { Places } from './finding.ts';
import type { Findings } from './findings.ts';
import { camelCase, isSnakeCase, pascalCase } from './names.ts';

const TYPES: Readonly<Record<string, FieldType>> = {
  text: 'text',
  varchar: 'text',
  'character varying': 'text',
  char: 'text',
  bpchar: 'text',
  character: 'text',
  uuid: 'text',
  smallint: 'integer',
  integer: 'integer',
  int: 'integer',
  int2: 'integer',
  int4: 'integer',
  int8: 'integer',
  bigint: 'integer',
  serial: 'integer',
  bigserial: 'integer',
  real: 'number',
  float: 'number',
  float4: 'number',
  float8: 'number',
  'double precision': 'number',
  money: 'number',
  boolean: 'boolean',
  bool: 'boolean',
  date: 'date',
  timestamp: 'datetime',
  timestamptz: 'datetime',
  'timestamp with time zone': 'datetime',
  'timestamp without time zone': 'datetime',
  jsonb: 'object',
  json: 'object',
};

/** The type of a column in terms of the dictionary, from its SQL name and what stands in its brackets. */
export function columnType(
  name: string,
  config: readonly number[],
): { type: FieldType; length: number | null } {
  const lower = name.toLowerCase().trim();
  if (lower === 'numeric' || lower === 'decimal')
    return { type: config[1] === undefined || config[1] === 0 ? 'integer' : 'number', length: null };
  const type = TYPES[lower] ?? 'unknown';
  return { type, length: type === 'text' ? (config[0] ?? null) : null };
}

const DEFINITIONS = new Set([
  'create table',
  'comment',
  'create index',
  'alter table',
  'create schema',
  'create enum',
]);

function readable(text: string, findings: Findings): Statement[] | null {
  try {
    return parse(text, { locationTracking: true });
  } catch (error) {
    const { message, token } = error as Error & { token?: { line: number; col: number; text: string } };
    // The parser tells of the document by a token, by the line of a letter that begins none, or by its end.
    const letter = /^invalid syntax at line (\d+)/.exec(message);
    if (!token && !letter && message !== 'Unexpected end of input') throw error;
    const { line, column } = token
      ? { line: token.line, column: token.col }
      : letter
        ? { line: Number(letter[1]), column: 1 }
        : new Places(text).at(text.length);
    findings.add(
      'DOC-003',
      { line, column, path: '' },
      token
        ? `语法错误：没有料到“${token.text.slice(0, 40)}”`
        : letter
          ? '语法错误：有不认识的字符，或者引号没有成对'
          : '语法错误：语句没有写完',
      '请按 PostgreSQL 的语法改正；其他数据库的专有写法请先去掉，只保留表和字段的定义。',
    );
    return null;
  }
}

/** The values that `check (column in ('A', 'B'))` admits. */
function admitted(expression: Expr): { column: string; values: string[] } | null {
  if (expression.type !== 'binary' || expression.op !== 'IN') return null;
  const { left, right } = expression;
  if (left.type !== 'ref' || right.type !== 'list') return null;
  return {
    column: left.name,
    values: right.expressions.flatMap((one) => (one.type === 'string' ? [one.value] : [])),
  };
}

/** Judges tables that are defined in SQL: `create table` and what belongs to it. */
export function checkTableDdl(text: string, findings: Findings): void {
  const statements = readable(text, findings);
  if (!statements) return;
  const places = new Places(text);
  const tables = statements.filter((one) => one.type === 'create table');
  if (tables.length === 0)
    findings.add('DOC-006', places.at(0), '没有表的定义', '请提交 create table 语句。');
  for (const statement of statements)
    if (!DEFINITIONS.has(statement.type))
      findings.add(
        'TAB-004',
        places.at(statement._location?.start ?? 0),
        `${statement.type} 不是表的定义`,
        '只保留 create table、comment on、create index 和增加约束的 alter table。',
      );
  const comments = new Map<string, string>();
  const enums = new Map<string, string[]>();
  const keyed = new Set<string>();
  for (const statement of statements) {
    if (statement.type === 'comment' && statement.on.type === 'column')
      comments.set(`${statement.on.column.table}.${statement.on.column.column}`, statement.comment);
    if (statement.type === 'create enum')
      enums.set(
        statement.name.name,
        statement.values.map(({ value }) => value),
      );
    if (statement.type === 'alter table')
      for (const change of statement.changes)
        if (change.type === 'add constraint' && change.constraint.type === 'primary key')
          keyed.add(statement.table.name);
  }
  for (const table of tables) checkTable(table, { places, comments, enums, keyed }, findings);
}

interface Surroundings {
  places: Places;
  comments: ReadonlyMap<string, string>;
  enums: ReadonlyMap<string, string[]>;
  /** Tables that get their primary key later. */
  keyed: ReadonlySet<string>;
}

function checkTable(table: CreateTableStatement, around: Surroundings, findings: Findings): void {
  const { places, keyed } = around;
  const name = table.name.name;
  const place = places.at(table.name._location?.start ?? 0, name);
  const columns = table.columns.filter((column): column is CreateColumnDef => column.kind === 'column');
  const hasKey =
    keyed.has(name) ||
    table.constraints?.some(({ type }) => type === 'primary key') ||
    columns.some(({ constraints }) => constraints?.some(({ type }) => type === 'primary key'));
  if (!hasKey)
    findings.add('TAB-002', place, `表 ${name} 没有主键`, '用 primary key 指定一个或几个字段为主键。');
  if (!isSnakeCase(name))
    findings.add('TAB-003', place, `表名 ${name} 不是小写下划线`, '例如 service_item。');
  const listed = new Map<string, string[]>();
  for (const constraint of [
    ...(table.constraints ?? []),
    ...columns.flatMap((one) => one.constraints ?? []),
  ]) {
    const values = constraint.type === 'check' ? admitted(constraint.expr) : null;
    if (values) listed.set(values.column, values.values);
  }
  if (!columns.some((column) => camelCase(column.name.name) === 'updatedAt'))
    findings.add('TAB-005', place, `表 ${name} 没有更新时刻`, '增加 updated_at timestamptz，供增量获取。');
  for (const column of columns) checkColumn(name, column, listed, around, findings);
}

function checkColumn(
  table: string,
  column: CreateColumnDef,
  listed: ReadonlyMap<string, string[]>,
  { places, comments, enums }: Surroundings,
  findings: Findings,
): void {
  const { name } = column.name;
  const shown = `${table}.${name}`;
  const place = places.at(column.name._location?.start ?? 0, shown);
  if (!isSnakeCase(name)) {
    findings.add('TAB-003', place, `字段 ${shown} 不是小写下划线`, '例如 contact_phone。');
    return;
  }
  const list = column.dataType.kind === 'array';
  const single = column.dataType.kind === 'array' ? column.dataType.arrayOf : column.dataType;
  const typeName = 'name' in single ? single.name : '';
  const values = listed.get(name) ?? enums.get(typeName) ?? null;
  const description = comments.get(shown) ?? '';
  const type = columnType(typeName, 'config' in single ? (single.config ?? []) : []);
  checkDeclaredField(
    {
      shown,
      name: camelCase(name),
      object: pascalCase(table),
      ...(enums.has(typeName) ? { type: 'text' as const, length: null } : type),
      list,
      values,
      description,
      purpose: purposeIn(description),
      place,
    },
    findings,
    'TAB-001',
  );
}
