import { propagation, context as traceContext } from '@opentelemetry/api';
import type { RequestContext } from '@zgt/runtime/viewer.ts';
import { Pool } from 'undici';
import { post } from './post.ts';
import { NOT_SERVED, NotServed, reliableCall } from './reliable-call.ts';
import type { SubgraphCall } from './subgraph.ts';

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

/** Calls a subgraph by GraphQL over HTTP, each operation in a request of its own over kept-alive connections. */
export function httpCall({ name, url, timeoutMs = 3000, headers }: HttpCallOptions): HttpSubgraphCall {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  const pool = keptConnections(origin, timeoutMs);

  async function send(request: string, context: RequestContext): Promise<string> {
    const sent: Record<string, string> = {
      ...(await headers(context)),
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'x-request-id': context.requestId,
    };
    if (context.idempotencyKey !== null) sent['idempotency-key'] = context.idempotencyKey;
    propagation.inject(traceContext.active(), sent);
    const { statusCode, text } = await post(pool, { path, headers: sent, body: request, timeoutMs });
    if (NOT_SERVED.has(statusCode)) throw new NotServed(`answered ${statusCode}`);
    return text;
  }

  return { call: reliableCall(name, send), close: () => pool.close() };
}

/** Connections to one process of a subgraph, each for one request at a time. */
export function keptConnections(origin: string, timeoutMs: number): Pool {
  return new Pool(origin, {
    connections: 32,
    pipelining: 1,
    connectTimeout: timeoutMs,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
}
