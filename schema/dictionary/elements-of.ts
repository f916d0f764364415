import { CODE_LISTS, type CodeListName } from './code-lists.ts';
import { type DataElement, SENSITIVITIES, type Sensitivity } from './data-element-type.ts';

/**
 * Reads a table of data elements, one a line: code, object, name, title, definition, format, code list, sensitivity and
 * articles, between bars. All of them are in the dictionary since the same version.
 */
export function elementsOf(since: string, table: string): readonly DataElement[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const [code = '', object = '', name = '', title = '', definition = '', format = ''] = cells;
      const [codeList = '', sensitivity = '', articles = ''] = cells.slice(6);
      if (!isSensitivity(sensitivity) || (codeList !== '' && !isCodeList(codeList)))
        throw new Error(`data element ${code}: no code list ${codeList}, or no sensitivity ${sensitivity}`);
      return {
        code,
        object,
        name,
        title,
        definition,
        format,
        constraint: null,
        codeList: codeList === '' ? null : codeList,
        sensitivity,
        since,
        articles: articles.split(' ').filter(Boolean).map(Number),
      };
    });
}

const isSensitivity = (text: string): text is Sensitivity =>
  (SENSITIVITIES as readonly string[]).includes(text);

const isCodeList = (text: string): text is CodeListName => Object.hasOwn(CODE_LISTS, text);
