import type { APIRoute } from 'astro';
import { toCsv } from '../../lib/csv.ts';
import { download, ELEMENT_COLUMNS, elementRows } from '../../lib/dictionary.ts';
import { dictionaryInForce } from '../../lib/standards.ts';

/** The data elements that are in force as a table for spreadsheets. */
export const GET: APIRoute = async ({ locals }) => {
  const dictionary = await dictionaryInForce(locals);
  return download(
    toCsv(ELEMENT_COLUMNS, elementRows(dictionary?.entries ?? [])),
    'data-elements.csv',
    'text/csv',
  );
};
