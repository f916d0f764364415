import { propagation, context as traceContext } from '@opentelemetry/api';
import type { RequestContext, Viewer } from '@zgt/runtime/viewer.ts';
import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import { CircuitBreaker } from './circuit-breaker.ts';
import { post } from './post.ts';
import { type SubgraphCall, SubgraphUnavailable } from './subgraph.ts';

export interface HttpCallOptions {
  name: string;
  url: string;
  /** Whole time for one attempt; 3000 unless told. */
  timeoutMs?: number;
  /** Headers that tell the subgraph who asks; called for each attempt. */
  headers(context: RequestContext): Record<string, string> | Promise<Record<string, string>>;
}

export interface HttpSubgraphCall {
  call: SubgraphCall;
  close(): Promise<void>;
}

/** What stands in front of a subgraph says so when the subgraph itself did not get the request. */
const NOT_SERVED = new Set([502, 503, 504]);
class NotServed extends Error {}

const CONNECTION_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
]);

// Counts the writes of this process: a read joins only a read that no write has overtaken.
let writes = 0;

/**
 * Calls a subgraph over kept-alive HTTP. Throws SubgraphUnavailable on timeout, refused connection, or no GraphQL
 * answer; tries a read once more when it did not get through, a write never. The same read by the same viewer that is
 * already under way is joined, not sent again.
 */
export function httpCall({ name, url, timeoutMs = 3000, headers }: HttpCallOptions): HttpSubgraphCall {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, {
    connections: 32,
    pipelining: 1,
    connectTimeout: timeoutMs,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  const breaker = new CircuitBreaker({ failures: 5, openMs: 2000 });
  const underWay = new Map<string, Promise<string>>();

  async function attempt(request: string, context: RequestContext): Promise<string> {
    const sent: Record<string, string> = {
      ...(await headers(context)),
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'x-request-id': context.requestId,
    };
    if (context.idempotencyKey !== null) sent['idempotency-key'] = context.idempotencyKey;
    propagation.inject(traceContext.active(), sent);
    const path = pathname + search;
    const { statusCode, text } = await post(pool, { path, headers: sent, body: request, timeoutMs });
    if (NOT_SERVED.has(statusCode)) throw new NotServed(`answered ${statusCode}`);
    return text;
  }

  async function ask(request: string, context: RequestContext, isRead: boolean): Promise<string> {
    if (!breaker.allows())
      throw new SubgraphUnavailable(`subgraph ${name}: circuit open after repeated failures`);
    try {
      const answer = await attempt(request, context).catch((error: unknown) => {
        if (!isRead || !mayBeRepeated(error)) throw error;
        return attempt(request, context);
      });
      breaker.succeeded();
      return answer;
    } catch (error) {
      breaker.failed();
      throw new SubgraphUnavailable(`subgraph ${name}: ${messageOf(error)}`, { cause: error });
    }
  }

  function read(request: string, context: RequestContext): Promise<string> {
    const reader = `${context.toleratesLag ?? false} ${identityOf(context.viewer)}`;
    const key = `${writes}\n${reader}\n${request}`;
    const known = underWay.get(key);
    if (known) return known;
    const asked = ask(request, context, true).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  }

  async function write(request: string, context: RequestContext): Promise<string> {
    writes += 1;
    return ask(request, context, false).finally(() => {
      writes += 1;
    });
  }

  return {
    call: async ({ isRead, ...operation }, context) => {
      const request = JSON.stringify(operation);
      return readResult(await (isRead ? read : write)(request, context), name);
    },
    close: () => pool.close(),
  };
}

const identities = new WeakMap<Viewer, string>();

function identityOf(viewer: Viewer): string {
  const known = identities.get(viewer) ?? JSON.stringify(viewer);
  identities.set(viewer, known);
  return known;
}

/** Each caller gets an answer of its own, which it may change. */
function readResult(text: string, name: string): ExecutionResult {
  try {
    const answer: unknown = JSON.parse(text);
    if (isResult(answer)) return answer;
  } catch {}
  throw new SubgraphUnavailable(`subgraph ${name}: no GraphQL answer`, {
    cause: new Error(text.slice(0, 200)),
  });
}

function isResult(value: unknown): value is ExecutionResult {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
}

function mayBeRepeated(error: unknown): boolean {
  if (error instanceof NotServed) return true;
  return error instanceof Error && 'code' in error && CONNECTION_ERRORS.has(String(error.code));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
