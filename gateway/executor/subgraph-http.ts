import { propagation, context as traceContext } from '@opentelemetry/api';
import type { RequestContext } from '@zgt/runtime/viewer.ts';
import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import { CircuitBreaker } from './circuit-breaker.ts';
import { type SubgraphCall, type SubgraphRequest, SubgraphUnavailable } from './subgraph.ts';

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

const CONNECTION_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Calls a subgraph over kept-alive HTTP. Throws SubgraphUnavailable on timeout, refused connection, or no GraphQL
 * answer; tries a query once more when the connection broke, a mutation never.
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

  async function attempt(request: SubgraphRequest, context: RequestContext): Promise<ExecutionResult> {
    const sent: Record<string, string> = {
      ...(await headers(context)),
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'x-request-id': context.requestId,
    };
    if (context.idempotencyKey !== null) sent['idempotency-key'] = context.idempotencyKey;
    propagation.inject(traceContext.active(), sent);
    const { statusCode, body } = await pool.request({
      path: pathname + search,
      method: 'POST',
      headers: sent,
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer: unknown = await body.json();
    if (isResult(answer)) return answer;
    throw new Error(`answered ${statusCode} without data or errors`);
  }

  async function call(request: SubgraphRequest, context: RequestContext): Promise<ExecutionResult> {
    if (!breaker.allows())
      throw new SubgraphUnavailable(`subgraph ${name}: circuit open after repeated failures`);
    try {
      const answer = await attempt(request, context).catch((error: unknown) => {
        if (!isQuery(request.query) || !isConnectionError(error)) throw error;
        return attempt(request, context);
      });
      breaker.succeeded();
      return answer;
    } catch (error) {
      breaker.failed();
      throw new SubgraphUnavailable(`subgraph ${name}: ${messageOf(error)}`, { cause: error });
    }
  }

  return { call, close: () => pool.close() };
}

function isResult(value: unknown): value is ExecutionResult {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
}

function isQuery(operation: string): boolean {
  return /^\s*(query\b|\{)/.test(operation);
}

function isConnectionError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CONNECTION_ERRORS.has(String(error.code));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
