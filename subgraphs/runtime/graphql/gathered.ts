import { createHmac, timingSafeEqual } from 'node:crypto';
import { clockOffsetMs, now } from '../clock.ts';
import type { RequestContext } from '../viewer.ts';

/**
 * Gathered operations: what the gateway asks one subgraph in one turn of its event loop goes as one HTTP request. The
 * body has a line of JSON for each operation, in order; the answer has a line `[index,answer]` for each, as they are
 * ready, so that a slow one holds up no other. The whole body is signed: only who knows the secret can say who asks.
 */
export const GATHERED_PATH = '/gathered';
export const GATHERED_TYPE = 'application/x-ndjson';
export const SIGNATURE_HEADER = 'x-zgt-signature';

export interface GatheredOperation {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
  context: RequestContext;
}

const GOOD_FOR_MS = 60_000;

// Processes may live at different times, each by its own clock; the machine's is the one that they share.
const machineTime = () => now().getTime() - clockOffsetMs();

/** Signs a body for one subgraph; good for one minute. */
export function signGathered(secret: string, subgraph: string, body: string, at = machineTime()): string {
  return `${at}.${digest(secret, subgraph, at, body)}`;
}

/** Whether the gateway signed this body for this subgraph within the last minute. */
export function isSignedGathered(
  secret: string,
  subgraph: string,
  body: string | Buffer,
  signature: string | undefined,
): boolean {
  const [, at, given] = /^(\d{1,15})\.([\w-]{43})$/.exec(signature ?? '') ?? [];
  if (!at || !given || Math.abs(machineTime() - Number(at)) > GOOD_FOR_MS) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(digest(secret, subgraph, Number(at), body)));
}

function digest(secret: string, subgraph: string, at: number, body: string | Buffer): string {
  return createHmac('sha256', secret)
    .update(`gathered\n${subgraph}\n${at}\n`)
    .update(body)
    .digest('base64url');
}
