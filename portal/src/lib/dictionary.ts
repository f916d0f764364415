import type { CodeList } from '@zgt/schema/dictionary/code-list-type.ts';
import { DATA_ELEMENTS, DICTIONARY } from '@zgt/schema/dictionary/dictionary.ts';

/** The code lists by name, without the literal types of each. */
export const CODE_LISTS = Object.entries(DICTIONARY.codeLists as Record<string, CodeList>).map(
  ([name, list]) => ({
    name,
    title: list.title,
    codes: Object.entries(list.labels),
  }),
);

/** The Chinese label of a code, or the code itself when the list does not have it. */
export function labelOf(listName: string, code: string): string {
  return (DICTIONARY.codeLists as Record<string, CodeList>)[listName]?.labels[code] ?? code;
}

/** The codes of a list with what people call them; empty for a list that there is not. */
export function codeListOf(listName: string): Readonly<Record<string, string>> {
  return (DICTIONARY.codeLists as Record<string, CodeList>)[listName]?.labels ?? {};
}

export const ELEMENT_COLUMNS = [
  'code',
  'object',
  'name',
  'title',
  'definition',
  'format',
  'constraint',
  'codeList',
  'sensitivity',
  'since',
  'articles',
] as const;

/** Every data element as a row of the download, in the order of ELEMENT_COLUMNS. */
export function elementRows(): (string | null)[][] {
  return DATA_ELEMENTS.map((element) =>
    ELEMENT_COLUMNS.map((column) => (column === 'articles' ? element.articles.join(' ') : element[column])),
  );
}

/** Answer with a file that the browser saves under that name. */
export function download(body: string, name: string, type: string): Response {
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}
