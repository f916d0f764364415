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

/** Finds places in one text; the lines are counted once, however many places are asked for. */
export class Places {
  readonly #lineStarts: number[] = [0];

  constructor(text: string) {
    for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1))
      this.#lineStarts.push(index + 1);
  }

  /** The place of an offset. */
  at(offset: number, path = ''): Place {
    let first = 0;
    let last = this.#lineStarts.length - 1;
    while (first < last) {
      const middle = Math.ceil((first + last) / 2);
      if (this.#lineStarts[middle]! <= offset) first = middle;
      else last = middle - 1;
    }
    return { line: first + 1, column: offset - this.#lineStarts[first]! + 1, path };
  }
}
