import type { Connection } from './api.ts';

export interface Announcement {
  id: string;
  title: string;
  body: string;
  publishedAt: string;
  kind: string;
}

export const ANNOUNCEMENTS_QUERY = `query Announcements($first: Int!, $after: String) {
  announcements(first: $first, after: $after) {
    edges { cursor node { id title body publishedAt kind } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** One announcement. */
export const ANNOUNCEMENT_QUERY = `query Announcement($id: ID!) {
  announcement(id: $id) { id title body publishedAt kind status } }`;

export type AnnouncementsData = { announcements: Connection<Announcement> };

/** An app that is being delisted, or was. */
export interface Delisting {
  id: string;
  appName: string;
  status: string;
  serviceClass: string;
  userImpact: string;
  alternative: string;
  announcementText: string;
  announcedAt: string;
  earliestDelistAt: string | null;
  completedAt: string | null;
  organization: { name: string | null } | null;
  app: { id: string } | null;
}

/** An app that was forced off. */
export interface ForcedOff {
  id: string;
  name: string;
  delistingNotice: string;
  delistedAt: string;
  organization: { name: string | null } | null;
}

/** A capability that is no longer recommended, or was withdrawn. */
export interface CapabilityEnd {
  id: string;
  code: string;
  name: string;
  status: string;
  endNotice: string;
  endsOn: string | null;
  deprecatedAt: string;
  withdrawnAt: string | null;
}

const DELISTING = `id appName status serviceClass userImpact alternative announcementText announcedAt earliestDelistAt
  completedAt organization { name } app { id }`;

/** The delistings that are announced, the latest that are completed, the apps that are forced off, and the capabilities that end. */
export const DELISTINGS_QUERY = `query Delistings($first: Int!) {
  announcing: delistingRequests(first: 100, filter: { status: [ANNOUNCING] }) { edges { node { ${DELISTING} } } }
  completed: delistingRequests(first: $first, filter: { status: [COMPLETED] }) { edges { node { ${DELISTING} } } }
  apps(first: $first, filter: { status: [FORCED_DELISTED] }) {
    edges { node { id name delistingNotice delistedAt organization { name } } }
  }
  capabilities(first: $first, filter: { status: [DEPRECATED, WITHDRAWN] }) {
    edges { node { id code name status endNotice endsOn deprecatedAt withdrawnAt } }
  }
}`;

export interface DelistingsData {
  announcing: { edges: { node: Delisting }[] };
  completed: { edges: { node: Delisting }[] };
  apps: { edges: { node: ForcedOff }[] };
  capabilities: { edges: { node: CapabilityEnd }[] };
}

/** Announced delistings, those that still run before those that are over. */
export const delistingsOf = ({ announcing, completed }: DelistingsData): Delisting[] =>
  [...announcing.edges, ...completed.edges].map(({ node }) => node);

/** When a capability's end was announced last. */
export const endedAt = ({ withdrawnAt, deprecatedAt }: CapabilityEnd): string => withdrawnAt ?? deprecatedAt;

/** Something that was announced, whatever it is about, as the feed tells it. */
export interface FeedItem {
  /** Unique and lasting, whatever address the site has. */
  id: string;
  title: string;
  text: string;
  path: string;
  at: string;
}

/** All that was announced, the newest first. */
export function feedItems(
  announcements: readonly Announcement[],
  delistings: readonly Delisting[],
  forcedOff: readonly ForcedOff[],
  ends: readonly CapabilityEnd[],
): FeedItem[] {
  const items = [
    ...announcements.map(({ id, title, body, publishedAt }) => ({
      id: `urn:uuid:${id}`,
      title,
      text: body,
      path: `/announcements/${id}`,
      at: publishedAt,
    })),
    ...delistings.map((delisting) => ({
      id: `urn:uuid:${delisting.id}`,
      title: delisting.completedAt ? `${delisting.appName}已下架` : `${delisting.appName}将下架`,
      text: `${delisting.announcementText}\n\n替代办法：${delisting.alternative}`,
      path: delisting.app ? `/apps/${delisting.app.id}` : `/announcements#${delisting.id}`,
      at: delisting.completedAt ?? delisting.announcedAt,
    })),
    ...forcedOff.map(({ id, name, delistingNotice, delistedAt }) => ({
      id: `urn:uuid:${id}`,
      title: `${name}已强制下架`,
      text: delistingNotice,
      path: `/apps/${id}`,
      at: delistedAt,
    })),
    ...ends.map((end) => ({
      // Both steps are news: the second is no correction of the first.
      id: `urn:uuid:${end.id}${end.withdrawnAt ? '#withdrawn' : ''}`,
      title: `能力“${end.name}”${end.withdrawnAt ? '已撤下' : '不再推荐'}`,
      text: end.endNotice,
      path: `/announcements#${end.id}`,
      at: endedAt(end),
    })),
  ];
  return items.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
