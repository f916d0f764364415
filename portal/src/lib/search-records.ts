/// <reference path="../env.d.ts" />
import { ask } from './api.ts';
import type { SearchHit } from './search.ts';

/** How many records of each kind a search shows; who wants all of them opens the list. */
const MOST_RECORDS = 20;

/** Public records that contain a text: the database finds them by index, however many there are. */
export const SEARCH_RECORDS_QUERY = `query SearchRecords($text: String!, $first: Int!) {
  capabilities(first: $first, filter: { text: $text, status: [PUBLISHED, DEPRECATED] }) { edges { node { code name description } } }
  announcements(first: $first, filter: { text: $text, status: [PUBLISHED] }) { edges { node { id title body } } }
}`;

interface Found {
  capabilities: { edges: { node: { code: string; name: string; description: string } }[] };
  announcements: { edges: { node: { id: string; title: string; body: string } }[] };
}

const AROUND = 40;

/** The part of a long text around the first place that holds what was searched for. */
export function excerpt(text: string, query: string): string {
  const line = text.replace(/\s+/g, ' ');
  const at = line.toLowerCase().indexOf(query.toLowerCase());
  return at > AROUND ? `…${line.slice(at - AROUND)}` : line;
}

/** Capabilities and announcements that contain the query; or why they cannot be had. */
export async function searchRecords(
  locals: App.Locals,
  query: string,
): Promise<{ hits: SearchHit[]; trouble: string | null }> {
  const answer = await ask<Found>(locals, SEARCH_RECORDS_QUERY, { text: query, first: MOST_RECORDS });
  if (answer.trouble !== null) return { hits: [], trouble: answer.trouble };
  const { capabilities, announcements } = answer.data;
  return {
    trouble: null,
    hits: [
      ...capabilities.edges.map(({ node }) => ({
        kind: '能力',
        title: `${node.name} ${node.code}`,
        text: excerpt(node.description, query),
        href: `/capabilities#${node.code}`,
        score: 0,
      })),
      ...announcements.edges.map(({ node }) => ({
        kind: '公告',
        title: node.title,
        text: excerpt(node.body, query),
        href: `/announcements/${node.id}`,
        score: 0,
      })),
    ],
  };
}
