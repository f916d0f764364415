import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { entityTag, hasTag } from './entity-tag.ts';
import type { Shared } from './response-cache.ts';

export interface Answered {
  status: number;
  headers: Record<string, string>;
  /** None for an answer whose body the client has. */
  body: Buffer | null;
}

/** Of these headers the answer to a GET depends; the first decides only its media type. */
const VARY = 'Accept, Authorization, Cookie';

/**
 * Adds to an answer what caches may do with it. A GET that everyone may share can be kept by any cache and asked
 * again by its entity tag (304); everything else is kept by nobody. An answer from our own cache tells its age.
 */
export function withCaching(
  request: { method: string; headers: IncomingHttpHeaders },
  viewer: Viewer,
  shared: Shared | null,
  { status, headers, body }: Answered & { body: Buffer },
): Answered {
  const marked = (more: Record<string, string>): Record<string, string> => ({ ...headers, ...more });
  if (viewer.via !== 'ANONYMOUS')
    return { status, headers: marked({ 'cache-control': 'private, no-store' }), body };
  if (!shared || status !== 200) return { status, headers: marked({ 'cache-control': 'no-store' }), body };
  const age: Record<string, string> = shared.age === null ? {} : { age: String(shared.age) };
  if (request.method !== 'GET')
    return { status, headers: marked({ 'cache-control': 'no-store', ...age }), body };
  const etag = entityTag(headers['content-type'] ?? '', body);
  const caching = { 'cache-control': `public, max-age=${shared.maxAge}`, etag, vary: VARY, ...age };
  if (hasTag(request.headers['if-none-match'], etag)) return { status: 304, headers: caching, body: null };
  return { status, headers: marked(caching), body };
}
