import { createHash } from 'node:crypto';

/** A strong entity tag: two representations have the same one exactly when their type and bytes are the same. */
export function entityTag(contentType: string, body: string | Uint8Array): string {
  const digest = createHash('sha256').update(contentType).update('\n').update(body).digest('base64url');
  return `"${digest}"`;
}

/** True when the client says in If-None-Match that it has this representation; weak tags count too (RFC 9110, 13.1.2). */
export function hasTag(ifNoneMatch: string | null | undefined, tag: string): boolean {
  if (ifNoneMatch == null) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return [...ifNoneMatch.matchAll(/(?:W\/)?("[^"]*")/g)].some(([, given]) => given === tag);
}
