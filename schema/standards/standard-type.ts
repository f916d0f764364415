import type { KIND_CODE_LISTS } from '../dictionary/code-lists-kinds.ts';
import type { STATE_CODE_LISTS } from '../dictionary/code-lists-states.ts';

/** One question that a self-check and a review both ask; a MUST that fails blocks listing. */
export interface CheckItem {
  readonly id: string;
  readonly level: keyof typeof KIND_CODE_LISTS.checkLevel.labels;
  readonly text: string;
  readonly howToCheck: string;
  readonly article: number;
}

/** One version of a standard: prose for people, items for checks. A published version never changes. */
export interface Standard {
  readonly code: string;
  readonly kind: keyof typeof KIND_CODE_LISTS.standardKind.labels;
  readonly title: string;
  readonly version: string;
  readonly status: keyof typeof STATE_CODE_LISTS.standardVersionState.labels;
  readonly effectiveFrom: string;
  readonly articles: readonly number[];
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly items: readonly CheckItem[];
}
