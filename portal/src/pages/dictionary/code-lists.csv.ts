import type { APIRoute } from 'astro';
import { toCsv } from '../../lib/csv.ts';
import { CODE_LISTS, download } from '../../lib/dictionary.ts';

/** All code lists as one table for spreadsheets: one line a code. */
export const GET: APIRoute = () => {
  const rows = CODE_LISTS.flatMap(({ name, title, codes }) =>
    codes.map(([code, label]) => [name, title, code, label]),
  );
  return download(toCsv(['list', 'title', 'code', 'label'], rows), 'code-lists.csv', 'text/csv');
};
