import type { APIRoute } from 'astro';
import {
  ANNOUNCEMENTS_QUERY,
  type AnnouncementsData,
  DELISTINGS_QUERY,
  type DelistingsData,
  delistingsOf,
  feedItems,
} from '../lib/announcements.ts';
import { ask } from '../lib/api.ts';
import { atomFeed } from '../lib/atom.ts';

/** All announcements as an Atom feed; without all of them there is none, so that readers do not think some withdrawn. */
export const GET: APIRoute = async ({ locals }) => {
  const [announcements, delistings] = await Promise.all([
    ask<AnnouncementsData>(locals, ANNOUNCEMENTS_QUERY, { first: 50 }),
    ask<DelistingsData>(locals, DELISTINGS_QUERY, { first: 50 }),
  ]);
  if (!announcements.data || !delistings.data)
    return new Response('公告暂时取不到，请稍后再试。\n', {
      status: 503,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  const { apps, capabilities } = delistings.data;
  const items = feedItems(
    announcements.data.announcements.edges.map(({ node }) => node),
    delistingsOf(delistings.data),
    apps.edges.map(({ node }) => node),
    capabilities.edges.map(({ node }) => node),
  );
  return new Response(atomFeed(locals.publicUrl, items, locals.now()), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};
