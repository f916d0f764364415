import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { RequestContext, Viewer } from '@zgt/runtime/viewer.ts';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { withCaching } from './cache/http.ts';
import { registerCacheMetrics } from './cache/metrics.ts';
import { createResponseCache } from './cache/response-cache.ts';
import type { Executor } from './executor/executor.ts';
import { explorerRoutes } from './explorer/routes.ts';
import { createGraphqlServer, type GraphqlRequest } from './graphql-server.ts';
import { answerErrors } from './http-errors.ts';
import type { Limits } from './limits.ts';
import { createMetrics } from './metrics.ts';
import { idempotencyKeyOf, RequestRefused, requestIdOf, requireSameOrigin } from './request-guard.ts';
import type { TrustedDocument } from './trusted-documents.ts';

export interface FrontOptions {
  executor: Executor;
  /** Gives the viewer of a request, ANONYMOUS without credentials; throws an error with code UNAUTHENTICATED for bad ones. */
  authenticate(headers: IncomingHttpHeaders): Promise<Viewer>;
  limits: Limits;
  introspection: boolean;
  isReady(): Promise<boolean>;
  log: Logger;
  metrics: Registry;
  supergraph: string;
  /** Serves GraphiQL at /graphiql to signed-in viewers. */
  explorer: boolean;
  /** The address that browsers use; https turns HSTS on. */
  publicUrl?: string;
  /** Documents that may be asked for by their hash, and whose names metrics tell apart. */
  trustedDocuments?: readonly TrustedDocument[];
  /** How long /readyz says 503 before the server stops accepting; 0 unless told. */
  drainMs?: number;
}

const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const ONE_YEAR_SECONDS = 31_536_000;

/** Makes the HTTP front: /graphql, /graphiql, /healthz, /readyz and /metrics; other routes may be added to it. */
export function createFront(options: FrontOptions): FastifyInstance {
  const { executor, authenticate, limits, log, publicUrl } = options;
  const front = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: (request) => requestIdOf(request.headers),
  }) as unknown as FastifyInstance;
  const metrics = createMetrics(
    options.metrics,
    executor,
    (options.trustedDocuments ?? []).map(({ name }) => name),
  );
  const cache = createResponseCache(executor);
  registerCacheMetrics(options.metrics, cache);
  const server = createGraphqlServer({
    ...options,
    executor: { ...executor, execute: cache.execute },
    metrics,
  });
  const secure = publicUrl?.startsWith('https://') ?? false;
  let draining = false;

  front.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    if (secure) reply.header('strict-transport-security', `max-age=${ONE_YEAR_SECONDS}; includeSubDomains`);
  });
  front.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unmatched';
    metrics.request({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    request.log.info(
      { method: request.method, route, status: reply.statusCode, ms: reply.elapsedTime },
      'request',
    );
  });

  front.register(async (api) => {
    await server.start();
    api.addHook('onClose', () => server.stop());
    api.addHook('onRequest', async (_request, reply) => {
      reply.header('content-security-policy', API_POLICY);
      reply.header('cache-control', 'no-store');
    });
    api.setErrorHandler(answerErrors(limits, metrics));
    api.get('/healthz', async () => ({ status: 'ok' }));
    api.get('/readyz', async (_request, reply) => {
      const ready = !draining && (await options.isReady().catch(() => false));
      return reply
        .code(ready ? 200 : 503)
        .send({ status: ready ? 'ready' : draining ? 'draining' : 'not ready' });
    });
    api.get('/metrics', async (_request, reply) =>
      reply.type(options.metrics.contentType).send(await options.metrics.metrics()),
    );
    api.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      exposeHeadRoute: false,
      bodyLimit: limits.bodyBytes,
      handler: async (request, reply) => {
        const context = await contextOf(request);
        const { value, shared } = await cache.watch(() => server.answer(graphqlRequest(request), context));
        const made = { ...value, headers: Object.fromEntries(value.headers) };
        const answer = withCaching(request, context.viewer, shared, made);
        reply.code(answer.status).headers(answer.headers);
        return reply.send(answer.body ?? undefined);
      },
    });
  });
  if (options.explorer) front.register(explorerRoutes, { authenticate });

  async function contextOf(request: FastifyRequest): Promise<RequestContext> {
    if (Array.isArray(request.body)) {
      throw new RequestRefused(400, 'BATCHING_DISABLED', '不支持批量请求：请把数组中的每个操作单独发送。');
    }
    const idempotencyKey = idempotencyKeyOf(request.headers);
    const viewer = await authenticate(request.headers);
    if (request.method === 'POST' && viewer.via === 'SESSION') requireSameOrigin(request.headers, publicUrl);
    return { viewer, requestId: request.id, idempotencyKey };
  }

  const close = front.close.bind(front);
  front.close = (async () => {
    if (!draining) {
      draining = true;
      await delay(options.drainMs ?? 0);
    }
    return close();
  }) as FastifyInstance['close'];
  return front;
}

function graphqlRequest({ method, headers, raw, body }: FastifyRequest): GraphqlRequest {
  const query = raw.url?.indexOf('?') ?? -1;
  return { method, headers, search: query >= 0 ? (raw.url?.slice(query) ?? '') : '', body };
}
