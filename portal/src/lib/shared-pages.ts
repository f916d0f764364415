/** How long, in seconds, a page may be kept that every visitor without an account sees alike. */
const SECONDS = {
  /** Comes with the release. A minute only: an older page could name style sheets that a new release no longer has. */
  RELEASE: 60,
  /** Shows published records. */
  PUBLISHED: 30,
  /** Says as of which second a certificate holds (article 50). */
  VERDICT: 1,
} as const;

const SHARED: readonly [pattern: RegExp, seconds: number][] = [
  [/^\/(?:standards|dictionary|measure|about\/decisions)(?:\/|$)/, SECONDS.RELEASE],
  [/^\/(?:glossary|changes|search|api-docs|verify|incident-levels)\/?$/, SECONDS.RELEASE],
  [/^\/api-docs\/api\.graphql$/, SECONDS.RELEASE],
  [/^\/(?:announcements|capabilities|transparency)?\/?$/, SECONDS.PUBLISHED],
  [/^\/announcements\/[^/]+$/, SECONDS.PUBLISHED],
  [/^\/apps(?:\/[^/]+)?\/?$/, SECONDS.PUBLISHED],
  [/^\/announcements\.atom$/, SECONDS.PUBLISHED],
  [/^\/verify\/[^/]+$/, SECONDS.VERDICT],
];

/**
 * Seconds for which caches may keep a page; null for every page that is not listed here. A listed page has no form
 * that writes and nothing of its visitor but the account menu, which a visitor without a cookie does not have.
 */
export function sharedSeconds(pathname: string): number | null {
  return SHARED.find(([pattern]) => pattern.test(pathname))?.[1] ?? null;
}

/** A page as it was made. */
export interface MadePage {
  body: ArrayBuffer;
  headers: Record<string, string>;
  /** Its entity tag. */
  tag: string;
  /** The instant when it was asked for, in milliseconds. */
  bornAt: number;
  maxAge: number;
}

/** The answer with a page of that age in seconds, or without its bytes (304) for who has them. */
export function answerWith(page: MadePage, hasIt: boolean, age: number): Response {
  const caching = {
    'cache-control': `public, max-age=${page.maxAge}`,
    etag: page.tag,
    vary: 'Cookie',
    ...(age > 0 && { age: String(age) }),
  };
  return hasIt
    ? new Response(null, { status: 304, headers: caching })
    : new Response(page.body, { headers: { ...page.headers, ...caching } });
}

/** Whole seconds since the page was asked for, rounded up so that nobody keeps it longer than promised. */
export function ageOf(page: MadePage, nowMs: number): number {
  return Math.ceil((nowMs - page.bornAt) / 1000);
}

/** Keeps made pages up to a number of bytes, the oldest go first; it never gives one whose time is over. */
export function createPageStore(mostBytes: number) {
  const pages = new Map<string, MadePage>();
  let bytes = 0;
  const drop = (address: string) => {
    bytes -= pages.get(address)?.body.byteLength ?? 0;
    pages.delete(address);
  };
  return {
    get(address: string, nowMs: number): MadePage | null {
      const page = pages.get(address);
      if (!page) return null;
      if (nowMs >= page.bornAt && nowMs - page.bornAt < page.maxAge * 1000) return page;
      drop(address);
      return null;
    },
    keep(address: string, page: MadePage): void {
      drop(address);
      if (page.body.byteLength > mostBytes) return;
      pages.set(address, page);
      bytes += page.body.byteLength;
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) return;
        drop(oldest);
      }
    },
  };
}
