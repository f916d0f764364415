import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A refusal of an HTTP request before GraphQL begins. */
export class RequestRefused extends Error {
  readonly statusCode: number;
  readonly code: string;

  constructor(statusCode: number, code: string, message: string) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
  }
}

const REQUEST_ID = /^[\w.:-]{1,128}$/;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;
const JSON_TYPE = /^application\/(?:[\w.+-]*\+)?json\b/i;

/** Takes the caller's request id when it is a plain token, else makes a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** Gives the Idempotency-Key, null when there is none; refuses a malformed one. */
export function idempotencyKeyOf(headers: IncomingHttpHeaders): string | null {
  const given = headers['idempotency-key'];
  if (given === undefined) return null;
  if (typeof given === 'string' && IDEMPOTENCY_KEY.test(given)) return given;
  throw new RequestRefused(
    400,
    'BAD_USER_INPUT',
    'Idempotency-Key 不合格式：应为 1 至 200 个可见 ASCII 字符（不含空格）。请换用例如 UUID。',
  );
}

/**
 * Refuses a write that a browser sends with the session cookie from another site. A browser that tells the origin
 * must tell ours; one that does not must use a content type that another site cannot send without our consent.
 */
export function requireSameOrigin(headers: IncomingHttpHeaders, publicUrl: string | undefined): void {
  // Another site cannot make a browser add this header without our consent, so it proves a program or our own page.
  if (headers.authorization !== undefined) return;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossSite();
  const { origin } = headers;
  if (origin !== undefined) {
    const host = URL.canParse(origin) ? new URL(origin).host : undefined;
    const ours = [headers.host, publicUrl && new URL(publicUrl).host];
    if (host === undefined || !ours.includes(host)) throw crossSite();
  } else if (site === undefined && !JSON_TYPE.test(headers['content-type'] ?? '')) {
    throw crossSite();
  }
}

function crossSite(): RequestRefused {
  return new RequestRefused(
    403,
    'CROSS_SITE_REQUEST',
    '已拒绝跨站请求：凭登录会话的请求必须由本平台的页面发出。程序调用请改用程序凭证，不要携带会话 Cookie。',
  );
}
