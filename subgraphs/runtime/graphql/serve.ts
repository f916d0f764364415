import Fastify, { type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import mercurius from 'mercurius';
import type { Runtime } from '../runtime.ts';
import type { RequestContext } from '../viewer.ts';
import { VIEWER_HEADER, verifyContext } from '../viewer-token.ts';
import { subgraphContext } from './subgraph-context.ts';

/** A subgraph as its own server. It answers the gateway alone: without a signed viewer, every request is refused. */
export function createSubgraphServer(
  name: string,
  schema: GraphQLSchema,
  runtime: Runtime,
  secret: string,
): FastifyInstance {
  const server = Fastify({
    loggerInstance: runtime.log as never,
    bodyLimit: 5_000_000,
    // A request that came over a kept connection while it closes is still answered.
    return503OnClosing: false,
  }) as unknown as FastifyInstance;
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.addHook('preValidation', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql') return;
    const context = await verifyContext(secret, name, request.headers[VIEWER_HEADER] as string | undefined);
    if (!context) {
      await reply.code(401).send({
        errors: [{ message: '子图只接受网关的请求。', extensions: { code: 'UNAUTHENTICATED' } }],
      });
      return;
    }
    (request as unknown as { zgt: RequestContext }).zgt = context;
  });
  server.register(mercurius, {
    schema,
    path: '/graphql',
    graphiql: false,
    jit: 1,
    context: (request) => subgraphContext(runtime, (request as unknown as { zgt: RequestContext }).zgt),
    errorFormatter: (result) => ({
      statusCode: 200,
      response: {
        data: result.data ?? null,
        ...(result.errors && {
          errors: result.errors.map((error) => ('toJSON' in error ? error.toJSON() : error)),
        }),
      },
    }),
  });
  return server;
}
