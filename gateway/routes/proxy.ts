import type { FastifyInstance } from 'fastify';
import { Pool } from 'undici';

const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer']);

/** Sends what is not the API on to the portal's own process. */
export function proxyRoutes(portalUrl: string) {
  return async (app: FastifyInstance): Promise<void> => {
    const pool = new Pool(new URL(portalUrl).origin, {
      connections: 32,
      headersTimeout: 10_000,
      bodyTimeout: 10_000,
    });
    app.addHook('onClose', () => pool.close());
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    app.route({
      method: ['GET', 'HEAD', 'POST'],
      url: '/*',
      handler: async (request, reply) => {
        const headers = Object.fromEntries(
          Object.entries(request.headers).filter(
            ([name, value]) => value !== undefined && !HOP_BY_HOP.has(name),
          ),
        ) as Record<string, string>;
        const answer = await pool.request({
          method: request.method as 'GET',
          path: request.url,
          headers: { ...headers, 'x-request-id': request.id },
          body: request.method === 'POST' ? (request.body as never) : null,
        });
        reply.code(answer.statusCode);
        for (const [name, value] of Object.entries(answer.headers))
          if (value !== undefined && !HOP_BY_HOP.has(name)) reply.header(name, value);
        return reply.send(answer.body);
      },
    });
  };
}
