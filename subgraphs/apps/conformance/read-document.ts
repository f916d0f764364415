import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseAllDocuments,
  visit,
  type YAMLMap,
} from 'yaml';
import { DEEPEST } from './depth.ts';
import { type Place, Places, START } from './finding.ts';
import type { Findings } from './findings.ts';

const MOST_ALIASES = 100;

/** A YAML or JSON document as plain values, and where each of them stands. */
export interface ReadDocument {
  value: unknown;
  /** Where the value at a path stands, or the innermost one that is there. */
  at(path: readonly string[]): Place;
}

/** The deepest run of block collections: how often indentation grows, and dashes that follow one another. */
function indentationOf(text: string): number {
  const open: number[] = [];
  let deepest = 0;
  for (const line of text.split('\n')) {
    const [lead] = /^(?:[ ]|- )*/.exec(line)!;
    if (lead.length === line.length) continue;
    while (open.length > 0 && open.at(-1)! >= lead.length) open.pop();
    open.push(lead.length);
    deepest = Math.max(deepest, open.length, [...lead.matchAll(/- /g)].length);
  }
  return deepest;
}

function firstSentence(message: string): string {
  return message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
}

/**
 * Reads a document and reports why it cannot be read: broken syntax, nesting beyond a parser's reach, aliases that
 * multiply, several documents in one. JSON is read as the YAML that it also is, so that places are known.
 */
export function readDocument(
  text: string,
  findings: Findings,
  language: 'JSON' | 'YAML',
): ReadDocument | null {
  const places = new Places(text);
  if (language === 'YAML' && indentationOf(text) > DEEPEST) {
    findings.add(
      'DOC-004',
      START,
      `嵌套超过 ${DEEPEST} 层`,
      '请减少嵌套；可把内层结构拆成单独的定义再引用。',
    );
    return null;
  }
  if (language === 'JSON') {
    try {
      JSON.parse(text);
    } catch (error) {
      const { message } = error as Error;
      const position = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
      findings.add(
        'DOC-003',
        places.at(position),
        `不是合法的 JSON：${message}`,
        '请改正该处的语法；常见原因是多余的逗号、缺少引号。',
      );
      return null;
    }
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    uniqueKeys: false,
    logLevel: 'error',
    prettyErrors: false,
  });
  const [document] = documents as unknown as Document.Parsed[];
  if (!document || documents.length > 1) {
    findings.add(
      'DOC-003',
      START,
      document ? '一份文件中有多份文档' : '文档是空的',
      '每次检查一份文档，去掉多余的 --- 分隔。',
    );
    return null;
  }
  for (const { message, pos } of document.errors)
    findings.add(
      'DOC-003',
      places.at(pos[0]),
      `语法错误：${firstSentence(message)}`,
      '请改正该处的语法；注意缩进、冒号后的空格和引号。',
    );
  if (document.errors.length > 0 || reportRepeated(document, places, findings)) return null;
  if (holdsItself(document)) {
    findings.add(
      'DOC-004',
      START,
      '有的对象经由别名（*）包含自己，没有尽头',
      '去掉指回外层的别名；递归的结构用 $ref 表示。',
    );
    return null;
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    findings.add(
      'DOC-005',
      START,
      `别名展开失败：${firstSentence((error as Error).message)}`,
      '请去掉别名（*）的层层引用，直接写出内容。',
    );
    return null;
  }
  return { value, at: (path) => placeOf(document, lines, path) };
}

/** Reports names that an object has twice; the parser's own check takes time by the square of their number. */
function reportRepeated(document: Document.Parsed, places: Places, findings: Findings): boolean {
  let found = false;
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key;
        if (seen.has(name)) {
          found = true;
          const [offset] = (key as { range?: [number, number, number] }).range ?? [0];
          findings.add(
            'DOC-003',
            places.at(offset),
            `名称 ${String(name).slice(0, 80)} 重复`,
            '同一对象中的名称各用一次，去掉多余的。',
          );
        }
        seen.add(name);
      }
    },
  });
  return found;
}

/** True when an alias stands inside what it stands for. */
function holdsItself(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Alias: (_, alias, path) => {
      const whole = alias.resolve(document);
      if (!whole || !path.includes(whole)) return undefined;
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

/** The entries of maps by their names: places are asked for by the thousand. */
const entries = new WeakMap<object, Map<string, unknown>>();

function entryOf(map: YAMLMap, name: string): unknown {
  let known = entries.get(map);
  if (!known) {
    known = new Map(map.items.map((item) => [String(isScalar(item.key) ? item.key.value : item.key), item]));
    entries.set(map, known);
  }
  return known.get(name);
}

function placeOf(document: Document.Parsed, lines: LineCounter, path: readonly string[]): Place {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isCollection(node)) break;
    const item = isMap(node) ? entryOf(node, step) : node.items[Number(step)];
    const found = isPair(item) ? item.key : item;
    offset = (found as { range?: [number, number, number] } | undefined)?.range?.[0] ?? offset;
    node = isPair(item) ? item.value : item;
    if (node === undefined) break;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1), path: path.join('.') };
}
