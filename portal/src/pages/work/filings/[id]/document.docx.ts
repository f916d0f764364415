import type { APIRoute } from 'astro';
import { loadFilingDocument } from '../../../../lib/filing-paper.ts';
import { filingWord } from '../../../../lib/filing-word.ts';
import { wordResponse } from '../../../../lib/word.ts';
import { signInFirst } from '../../../../lib/work.ts';

/** A filing as a Word file, for those who may see it. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const stranger = signInFirst(locals, url);
  if (stranger) return stranger;
  const paper = await loadFilingDocument(locals, params.id ?? '');
  if (!paper)
    return new Response('没有这份备案，或者您所代表的单位无权查看它。\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  return wordResponse(await filingWord(paper), paper.heading);
};
