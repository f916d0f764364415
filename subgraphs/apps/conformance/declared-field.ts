import { CODE_LISTS } from '@zgt/schema/dictionary/code-lists.ts';
import type { DataElement } from '@zgt/schema/dictionary/data-element-type.ts';
import type { Place } from './finding.ts';
import type { Findings } from './findings.ts';
import type { RuleId } from './rules.ts';
import { type Dictionary, isSensitive } from './yardstick.ts';

export type FieldType =
  | 'text'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'object'
  | 'unknown';

/** One field of an interface or a table, as its document declares it, whatever the language. */
export interface DeclaredField {
  /** As it stands in the document. */
  shown: string;
  /** In camelCase, as the dictionary has it. */
  name: string;
  /** The type or table that it belongs to, in PascalCase; null where it has none. */
  object: string | null;
  type: FieldType;
  /** Null where a list is asked for on purpose, as in filters. */
  list: boolean | null;
  /** The longest value in characters, where the document says so. */
  length: number | null;
  /** The values that it admits, where the document lists them. */
  values: readonly string[] | null;
  description: string;
  /** What a sensitive field is collected for. */
  purpose: string | null;
  place: Place;
}

type Fault = [rule: RuleId, message: string, remedy: string];

const TYPE_NAMES: Record<FieldType, string> = {
  text: '文字',
  integer: '整数',
  number: '小数',
  boolean: '是否',
  date: '日期',
  datetime: '时刻',
  object: '对象',
  unknown: '未知',
};

const SIMPLE: Readonly<Record<string, FieldType>> = {
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  object: 'object',
  code: 'text',
};

/**
 * The elements that a field is measured by: those of its own object, else those of its name. A single word such as
 * `status` means what its object makes of it: another object's element does not bind it, unless it is sensitive.
 */
function candidates({ name, object }: DeclaredField, { byName }: Dictionary): readonly DataElement[] {
  const named = byName.get(name) ?? [];
  const own = named.filter((element) => element.object === object);
  if (own.length > 0) return own;
  return /[A-Z]/.test(name) ? named : named.filter(isSensitive);
}

const PURPOSE = /用途[：:]\s*(\S[^。；\n]*)/;

/** The purpose that a description declares as “用途：…”; null when it declares none. */
export function purposeIn(description: string): string | null {
  return PURPOSE.exec(description)?.[1]?.trim() ?? null;
}

function typeFault(
  field: DeclaredField,
  element: DataElement,
  wanted: FieldType,
  isList: boolean,
): Fault | null {
  const { type, shown } = field;
  const { code, format } = element;
  if (type === 'unknown') return null;
  if (field.list !== null && field.list !== isList)
    return [
      'FLD-004',
      `${shown} ${field.list ? '是列表' : '不是列表'}，数据字典 ${code} 为 ${format}`,
      isList ? '改为列表。' : '改为单个值。',
    ];
  if (type === wanted || (format.startsWith('n') && (type === 'integer' || type === 'text'))) return null;
  if ((wanted === 'date' || wanted === 'datetime') && type === 'text')
    return [
      'FLD-006',
      `${shown} 是${TYPE_NAMES[wanted]}，没有写明格式`,
      wanted === 'date'
        ? '写明日期类型：OpenAPI 用 format: date，GraphQL 用 Date，库表用 date。'
        : '写明时刻类型：OpenAPI 用 format: date-time，GraphQL 用 DateTime，库表用 timestamptz。',
    ];
  return [
    'FLD-004',
    `${shown} 的类型是${TYPE_NAMES[type]}，数据字典 ${code}（${element.title}）为${TYPE_NAMES[wanted]}（${format}）`,
    `改为${TYPE_NAMES[wanted]}；含义不同的另取名称并申请增补字典。`,
  ];
}

function lengthFault({ length, shown, type }: DeclaredField, { code, format }: DataElement): Fault | null {
  const sized = /^an?(\.\.)?(\d+)|^n(\.\.)?(\d+)/.exec(format);
  if (!sized || length === null || type !== 'text') return null;
  const most = Number(sized[2] ?? sized[4]);
  const exact = (sized[1] ?? sized[3]) === undefined;
  if (length <= most && !(exact && length < most)) return null;
  return [
    'FLD-005',
    `${shown} 的长度是 ${length}，数据字典 ${code} 为 ${format}`,
    exact ? `把长度改为 ${most}。` : `把长度改为不超过 ${most}。`,
  ];
}

function codeFault({ values, shown }: DeclaredField, { code, codeList }: DataElement): Fault | null {
  if (codeList === null) return null;
  const { labels, title } = CODE_LISTS[codeList];
  if (values === null)
    return ['FLD-008', `${shown} 是代码，没有列出代码值`, `按代码表 ${codeList}（${title}）列出代码值。`];
  const foreign = values.filter((value) => !Object.hasOwn(labels, value));
  if (foreign.length === 0) return null;
  const allowed = Object.keys(labels);
  const some = allowed.slice(0, 8).join('、');
  return [
    'FLD-007',
    `${shown} 的代码值 ${foreign.slice(0, 5).join('、')} 不在代码表 ${codeList} 之内（数据字典 ${code}）`,
    `改用代码表 ${codeList}（${title}）中的值：${some}${allowed.length > 8 ? ' 等' : ''}。`,
  ];
}

function purposeFault({ purpose, shown }: DeclaredField, element: DataElement): Fault | null {
  if (!isSensitive(element) || purpose) return null;
  return [
    'FLD-010',
    `${shown}（${element.title}）是敏感字段，没有声明用途`,
    '在说明中写“用途：……”；OpenAPI 也可用 x-purpose，CSV 填写“用途”一列。用不着的不要收集。',
  ];
}

/** `n..9` is an integer, `n..9,4` has up to four decimals; other digits are text, as in numbers of documents. */
function numberIn(format: string): FieldType | null {
  const found = /^n\.\.\d+(,\d+)?$/.exec(format);
  return found && (found[1] ? 'number' : 'integer');
}

function faultsAgainst(field: DeclaredField, element: DataElement): Fault[] {
  const isList = element.format.endsWith('[]');
  const base = element.format.replace('[]', '');
  const wanted = SIMPLE[base] ?? numberIn(base) ?? 'text';
  return [
    typeFault(field, element, wanted, isList),
    lengthFault(field, element),
    codeFault(field, element),
    purposeFault(field, element),
  ].filter((fault) => fault !== null);
}

const TITLE_END = /[，。；：（(,;:\n]/;
const AMOUNT = /(?:amount|price|fee|cost)$/i;
const ENUM_VALUE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/**
 * Judges a field by the dictionary of the measure. Of several elements of the same name the one that fits best counts.
 * `unknown` is the rule for a name that the dictionary does not have: an interface should, a table must avoid it.
 */
export function checkDeclaredField(
  field: DeclaredField,
  findings: Findings,
  unknown: 'FLD-002' | 'TAB-001',
): void {
  const { shown, name, type, values, place } = field;
  const odd = values?.filter((value) => !ENUM_VALUE.test(value)) ?? [];
  const { dictionary } = findings.measure;
  const elements = candidates(field, dictionary);
  const [best] = elements
    .map((element) => faultsAgainst(field, element))
    .toSorted((one, other) => one.length - other.length);
  for (const fault of best ?? []) findings.add(fault[0], place, fault[1], fault[2]);
  if (odd.length > 0 && !best?.some(([rule]) => rule === 'FLD-007'))
    findings.add(
      'FLD-009',
      place,
      `${shown} 的枚举值 ${odd.slice(0, 5).join('、')} 不是大写英文加下划线`,
      '例如 IN_FORCE、SUSPENDED。',
    );
  if (type === 'number' && AMOUNT.test(name))
    findings.add('FLD-011', place, `${shown} 以小数表示金额`, '改用以分为单位的整数，并同时给出币种。');
  if (best || dictionary.byName.has(name)) return;
  const titled = dictionary.byTitle.get(field.description.split(TITLE_END)[0]!.trim());
  if (titled)
    findings.add(
      'FLD-003',
      place,
      `${shown} 的含义“${titled.title}”在数据字典中名为 ${titled.name}（${titled.code}）`,
      `改名为 ${titled.name}（库表用下划线形式）。`,
    );
  else
    findings.add(
      unknown,
      place,
      `${shown} 不在数据字典中`,
      '字典有同一含义的改用字典的名称；确实没有的，先向项目公司申请增补。',
    );
}
