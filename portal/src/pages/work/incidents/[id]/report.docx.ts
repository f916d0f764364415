import type { APIRoute } from 'astro';
import { ask } from '../../../../lib/api.ts';
import { INCIDENT_QUERY, type Incident } from '../../../../lib/incident.ts';
import { incidentWord } from '../../../../lib/incident-word.ts';
import { wordResponse } from '../../../../lib/word.ts';
import { signInFirst } from '../../../../lib/work.ts';

const plain = { 'content-type': 'text/plain; charset=utf-8' };

/** The report of an incident as a Word document, for those who may see the incident. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const stranger = signInFirst(locals, url);
  if (stranger) return stranger;
  const { data, trouble } = await ask<{ incident: Incident | null }>(locals, INCIDENT_QUERY, {
    id: params.id,
  });
  if (!data) return new Response(`${trouble}\n`, { status: 503, headers: plain });
  if (!data.incident)
    return new Response('没有这个事件，或者您所代表的单位无权查看它。\n', { status: 404, headers: plain });
  return wordResponse(await incidentWord(data.incident), `应急处置事件报告 ${data.incident.number}`);
};
