import { expect, test } from 'vitest';
import { type CapabilityEnd, type Delisting, feedItems } from './announcements.ts';
import { atomFeed, xmlText } from './atom.ts';

const NOW = new Date('2026-11-23T01:00:00Z');

const delisting = (more: object): Delisting => ({
  id: '01a205ea-bedd-7272-ab9c-2e4fc18943d9',
  appName: '停车指引',
  status: 'ANNOUNCING',
  serviceClass: 'MARKET',
  userImpact: '约四千人',
  alternative: '改用办事助手',
  announcementText: '将要下架',
  announcedAt: '2026-11-23T01:00:00.000Z',
  earliestDelistAt: '2026-11-30T16:00:00.000Z',
  completedAt: null,
  organization: null,
  app: null,
  ...more,
});

const capabilityEnd = (more: object): CapabilityEnd => ({
  id: '5',
  code: 'SEARCH.TEXT',
  name: '文本检索',
  status: 'DEPRECATED',
  endNotice: '由新版替代',
  endsOn: null,
  deprecatedAt: '2026-11-10T01:00:00.000Z',
  withdrawnAt: null,
  ...more,
});

test('text from people is text in XML, never markup, and what XML forbids is left out', () => {
  expect(xmlText('<b>&"\u0000\u000b😀\ud800')).toBe('&lt;b&gt;&amp;&quot;😀');
});

test('the feed tells announcements, delistings, forced delistings and ends of capabilities, the newest first', () => {
  const items = feedItems(
    [{ id: '1', title: '通知', body: '正文', publishedAt: '2026-11-20T01:00:00.000Z', kind: 'NOTICE' }],
    [delisting({}), delisting({ id: '2', status: 'COMPLETED', completedAt: '2026-11-21T16:00:00.000Z' })],
    [
      {
        id: '4',
        name: '游戏',
        delistingNotice: '已下架',
        delistedAt: '2026-11-22T01:00:00.000Z',
        organization: null,
      },
    ],
    [
      capabilityEnd({ id: '5', deprecatedAt: '2026-11-19T01:00:00.000Z' }),
      capabilityEnd({ id: '6', withdrawnAt: '2026-11-24T01:00:00.000Z' }),
    ],
  );
  expect(items.map(({ title, at }) => `${at.slice(0, 10)} ${title}`)).toEqual([
    '2026-11-24 能力“文本检索”已撤下',
    '2026-11-23 停车指引将下架',
    '2026-11-22 游戏已强制下架',
    '2026-11-21 停车指引已下架',
    '2026-11-20 通知',
    '2026-11-19 能力“文本检索”不再推荐',
  ]);
});

test('the feed has what RFC 4287 demands, also when nothing was announced', () => {
  const empty = atomFeed('https://zgt.example', [], NOW);
  for (const element of [
    '<id>',
    '<title>',
    '<updated>2026-11-23T01:00:00.000Z</updated>',
    '<author><name>',
    'rel="self"',
  ])
    expect(empty).toContain(element);
  const [, entry] = atomFeed(
    'https://zgt.example',
    feedItems([], [delisting({ appName: 'A&B' })], [], []),
    NOW,
  ).split('<entry>');
  expect(entry).toContain('<id>urn:uuid:01a205ea-bedd-7272-ab9c-2e4fc18943d9</id>');
  expect(entry).toContain('<title>A&amp;B将下架</title>');
  expect(entry).toContain('<updated>2026-11-23T01:00:00.000Z</updated>');
  expect(entry).toContain('href="https://zgt.example/announcements#01a205ea-bedd-7272-ab9c-2e4fc18943d9"');
});
