import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseAllDocuments,
} from 'yaml';
import { type Place, placeAt, START } from './finding.ts';
import type { Findings } from './findings.ts';

const DEEPEST = 100;
/** Brackets in brackets and steps of indentation: what a parser would recurse into. */
const MOST_ALIASES = 100;

/** A YAML or JSON document as plain values, and where each of them stands. */
export interface ReadDocument {
  value: unknown;
  /** Where the value at a path stands, or the innermost one that is there. */
  at(path: readonly string[]): Place;
}

/** The deepest bracket, counted without a parser: a parser might not survive what is refused here. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quote = '';
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]!;
    if (quote) {
      if (letter === '\\' && quote === '"') index++;
      else if (letter === quote || letter === '\n') quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '[' || letter === '{') deepest = Math.max(deepest, ++depth);
    else if (letter === ']' || letter === '}') depth--;
  }
  return deepest;
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
  const depth = Math.max(depthOf(text), language === 'YAML' ? indentationOf(text) : 0);
  if (depth > DEEPEST) {
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
        placeAt(text, position),
        `不是合法的 JSON：${message}`,
        '请改正该处的语法；常见原因是多余的逗号、缺少引号。',
      );
      return null;
    }
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    uniqueKeys: true,
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
      placeAt(text, pos[0]),
      `语法错误：${firstSentence(message)}`,
      '请改正该处的语法；注意缩进、冒号后的空格和引号。',
    );
  if (document.errors.length > 0) return null;
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

function placeOf(document: Document.Parsed, lines: LineCounter, path: readonly string[]): Place {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (!isCollection(node)) break;
    const item = isMap(node)
      ? node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === step)
      : node.items[Number(step)];
    const found = isPair(item) ? item.key : item;
    offset = (found as { range?: [number, number, number] } | undefined)?.range?.[0] ?? offset;
    node = isPair(item) ? item.value : item;
    if (node === undefined) break;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1), path: path.join('.') };
}
