import { DICTIONARY } from '@zgt/schema/dictionary/dictionary.ts';
import type { APIRoute } from 'astro';
import { download } from '../../lib/dictionary.ts';

/** All code lists with the dictionary's version, for programs. */
export const GET: APIRoute = () => {
  const { version, effectiveFrom, codeLists } = DICTIONARY;
  return download(
    JSON.stringify({ version, effectiveFrom, codeLists }, null, 2),
    'code-lists.json',
    'application/json',
  );
};
