import type { APIRoute } from 'astro';
import { download } from '../../lib/dictionary.ts';
import { dictionaryInForce } from '../../lib/standards.ts';

/** The data elements that are in force with the dictionary's version, for programs. */
export const GET: APIRoute = async ({ locals }) => {
  const dictionary = await dictionaryInForce(locals);
  const body = dictionary && {
    version: dictionary.version.versionText,
    status: dictionary.version.status,
    effectiveFrom: dictionary.version.effectiveFrom,
    elements: dictionary.entries,
  };
  return download(JSON.stringify(body, null, 2), 'data-elements.json', 'application/json');
};
