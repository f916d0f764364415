import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Dispatcher, Pool } from 'undici';
import { brokeOff } from '../connection-errors.ts';
import { Spread } from '../spread.ts';

const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer']);

const UNAVAILABLE = '门户暂时不可用，请稍后重试。';

/**
 * Sends what is not the API on to the portal's own processes. A page whose connection broke is fetched once more from
 * another; a form is not sent twice.
 */
export function proxyRoutes(portalUrls: readonly string[]) {
  return async (app: FastifyInstance): Promise<void> => {
    const pools = portalUrls.map(
      (url) =>
        new Pool(new URL(url).origin, { connections: 32, headersTimeout: 10_000, bodyTimeout: 10_000 }),
    );
    const spread = new Spread(pools);
    app.addHook('onClose', async () => {
      await Promise.all(pools.map((pool) => pool.close()));
    });
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    app.route({
      method: ['GET', 'HEAD', 'POST'],
      url: '/*',
      handler: async (request, reply) => {
        const answer = await spread
          .run((pool) => pool.request(forwarded(request)), {
            isOutage: () => true,
            mayRepeat: (error) => request.method !== 'POST' && brokeOff(error),
          })
          .catch((error: unknown) => {
            request.log.error({ err: error }, 'the portal gave no answer');
            return null;
          });
        if (!answer)
          return reply
            .code(503)
            .header('retry-after', '2')
            .type('text/plain; charset=utf-8')
            .send(UNAVAILABLE);
        return handBack(answer, reply);
      },
    });
  };
}

function forwarded(request: FastifyRequest): Dispatcher.RequestOptions {
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name, value]) => value !== undefined && !HOP_BY_HOP.has(name)),
  ) as Record<string, string>;
  return {
    method: request.method as 'GET',
    path: request.url,
    headers: { ...headers, 'x-request-id': request.id },
    body: request.method === 'POST' ? (request.body as never) : null,
  };
}

function handBack(answer: Dispatcher.ResponseData, reply: FastifyReply): FastifyReply {
  reply.code(answer.statusCode);
  for (const [name, value] of Object.entries(answer.headers))
    if (value !== undefined && !HOP_BY_HOP.has(name)) reply.header(name, value);
  return reply.send(answer.body);
}
