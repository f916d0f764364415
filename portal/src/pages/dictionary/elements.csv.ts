import type { APIRoute } from 'astro';
import { toCsv } from '../../lib/csv.ts';
import { download, ELEMENT_COLUMNS, elementRows } from '../../lib/dictionary.ts';

/** All data elements as a table for spreadsheets. */
export const GET: APIRoute = () =>
  download(toCsv(ELEMENT_COLUMNS, elementRows()), 'data-elements.csv', 'text/csv');
