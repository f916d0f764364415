import type { CodeList } from '@zgt/schema/dictionary/code-list-type.ts';
import type { DataElement } from '@zgt/schema/dictionary/data-element-type.ts';
import { DICTIONARY } from '@zgt/schema/dictionary/dictionary.ts';

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

/** Data elements as rows of the download, in the order of ELEMENT_COLUMNS; an import takes them back. */
export function elementRows(elements: readonly DataElement[]): (string | null)[][] {
  return elements.map((element) =>
    ELEMENT_COLUMNS.map((column) => (column === 'articles' ? element.articles.join(' ') : element[column])),
  );
}

/** The groups of the dictionary by the part of a code that names them, as in DE-APP-001. */
const GROUP_TITLES = new Map(
  DICTIONARY.groups.map(({ title, elements }) => [elements[0]!.code.slice(3, 6), title]),
);

/** Elements by their group, each with what people call it. */
export function groupsOf(
  elements: readonly DataElement[],
): { name: string; title: string; elements: DataElement[] }[] {
  const groups = Map.groupBy(elements, ({ code }) => code.slice(3, 6));
  return [...groups].map(([name, grouped]) => ({
    name,
    title: GROUP_TITLES.get(name) ?? name,
    elements: grouped,
  }));
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
