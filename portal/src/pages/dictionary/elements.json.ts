import { DATA_ELEMENTS, DICTIONARY } from '@zgt/schema/dictionary/dictionary.ts';
import type { APIRoute } from 'astro';
import { download } from '../../lib/dictionary.ts';

/** All data elements with the dictionary's version, for programs. */
export const GET: APIRoute = () => {
  const { version, status, effectiveFrom } = DICTIONARY;
  const body = { version, status, effectiveFrom, elements: DATA_ELEMENTS };
  return download(JSON.stringify(body, null, 2), 'data-elements.json', 'application/json');
};
