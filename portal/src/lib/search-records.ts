/// <reference path="../env.d.ts" />
import { ask } from './api.ts';
import type { SearchEntry } from './search.ts';

/** How many records of each kind a search shows; who wants all of them opens the list. */
const MOST_RECORDS = 20;

/** Public records that contain a text: the database finds them by index, however many there are. */
export const SEARCH_RECORDS_QUERY = `query SearchRecords($text: String!, $first: Int!) {
  capabilities(first: $first, filter: { text: $text, status: [PUBLISHED, DEPRECATED] }) { edges { node { code name description } } }
  announcements(first: $first, filter: { text: $text, status: [PUBLISHED] }) { edges { node { id title body } } }
  delistingRequests(first: $first, filter: { text: $text, status: [ANNOUNCING, COMPLETED] }) {
    edges { node { id appName announcementText app { id } } }
  }
  apps(first: $first, filter: { text: $text, status: [LISTED, DELISTING] }) { edges { node { id name purpose } } }
}`;

interface Found {
  capabilities: { edges: { node: { code: string; name: string; description: string } }[] };
  announcements: { edges: { node: { id: string; title: string; body: string } }[] };
  delistingRequests: {
    edges: { node: { id: string; appName: string; announcementText: string; app: { id: string } | null } }[];
  };
  apps: { edges: { node: { id: string; name: string; purpose: string } }[] };
}

const AROUND = 40;

/** The part of a long text around the first place that holds what was searched for. */
export function excerpt(text: string, query: string): string {
  const line = text.replace(/\s+/g, ' ');
  const at = line.toLowerCase().indexOf(query.toLowerCase());
  return at > AROUND ? `…${line.slice(at - AROUND)}` : line;
}

/** Capabilities, apps and announcements that contain the query; or why they cannot be had. */
export async function searchRecords(
  locals: App.Locals,
  query: string,
): Promise<{ entries: SearchEntry[]; trouble: string | null }> {
  const answer = await ask<Found>(locals, SEARCH_RECORDS_QUERY, { text: query, first: MOST_RECORDS });
  if (answer.trouble !== null) return { entries: [], trouble: answer.trouble };
  const { capabilities, announcements, delistingRequests, apps } = answer.data;
  return {
    trouble: null,
    entries: [
      ...capabilities.edges.map(({ node }) => ({
        kind: '能力',
        title: `${node.name} ${node.code}`,
        text: excerpt(node.description, query),
        href: `/capabilities#${node.code}`,
      })),
      ...announcements.edges.map(({ node }) => ({
        kind: '公告',
        title: node.title,
        text: excerpt(node.body, query),
        href: `/announcements/${node.id}`,
      })),
      ...delistingRequests.edges.map(({ node }) => ({
        kind: '公告',
        title: `${node.appName}下架公告`,
        text: excerpt(node.announcementText, query),
        href: node.app ? `/apps/${node.app.id}` : `/announcements#${node.id}`,
      })),
      ...apps.edges.map(({ node }) => ({
        kind: '应用',
        title: node.name,
        text: excerpt(node.purpose, query),
        href: `/apps/${node.id}`,
      })),
    ],
  };
}
