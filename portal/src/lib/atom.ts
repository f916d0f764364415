import type { FeedItem } from './announcements.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML may hold it: markup is escaped, and characters that XML 1.0 forbids are left out. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}

/** An Atom feed (RFC 4287) at `<base>/announcements.atom`; an empty one bears the instant at which it is asked for. */
export function atomFeed(base: string, items: readonly FeedItem[], now: Date): string {
  const updated = items[0]?.at ?? now.toISOString();
  const entries = items.map(
    ({ id, title, text, path, at }) => `  <entry>
    <id>${xmlText(id)}</id>
    <title>${xmlText(title)}</title>
    <updated>${xmlText(at)}</updated>
    <link rel="alternate" type="text/html" href="${xmlText(base + path)}"/>
    <content type="text">${xmlText(text)}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
  <id>${xmlText(base)}/announcements</id>
  <title>智桂通开放生态平台公告</title>
  <updated>${xmlText(updated)}</updated>
  <author><name>智桂通项目公司</name></author>
  <link rel="self" type="application/atom+xml" href="${xmlText(base)}/announcements.atom"/>
  <link rel="alternate" type="text/html" href="${xmlText(base)}/announcements"/>
${entries.join('')}</feed>
`;
}
