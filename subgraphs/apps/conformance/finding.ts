import type { RuleId } from './rules.ts';

/** Where in a document: line and column from 1, and the way through its structure, empty for the whole. */
export interface Place {
  line: number;
  column: number;
  path: string;
}

/** One breach of one rule: what is wrong there, and how to mend it. */
export interface Finding extends Place {
  rule: RuleId;
  level: 'MUST' | 'SHOULD';
  article: number;
  /** The check item of a standard that the rule comes from. */
  item: string;
  message: string;
  remedy: string;
}

/** The outcome for one document: equal for equal content, kind and version of the rules. */
export interface ConformanceReport {
  rulesVersion: string;
  passed: boolean;
  mustCount: number;
  shouldCount: number;
  /** In the order of the document, the first `LONGEST_LIST` of them. */
  findings: Finding[];
}

/** Where a whole document is at fault. */
export const START: Place = { line: 1, column: 1, path: '' };

/** Place of an offset in a text. */
export function placeAt(text: string, offset: number, path = ''): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1, path };
}
