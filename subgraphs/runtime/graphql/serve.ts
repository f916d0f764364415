import Fastify, { type FastifyInstance } from 'fastify';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import mercurius from 'mercurius';
import type { Runtime } from '../runtime.ts';
import type { RequestContext } from '../viewer.ts';
import { VIEWER_HEADER, verifyContext } from '../viewer-token.ts';
import { isSignedGathered } from './gathered.ts';
import { NOT_THE_GATEWAY, serveGathered } from './serve-gathered.ts';
import { subgraphContext } from './subgraph-context.ts';

/**
 * A subgraph as its own server. It answers the gateway alone: without a signed viewer, every request is refused. Our
 * gateway gathers its operations and signs them together; a router sends each by itself with the viewer's token.
 */
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
      await reply.code(401).send(NOT_THE_GATEWAY);
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
    errorFormatter: (result) => ({ statusCode: 200, response: answerOf(result) }),
  });
  serveGathered(server, {
    isSigned: (body, signature) => isSignedGathered(secret, name, body, signature),
    answer: ({ query, variables, operationName, context }) =>
      server
        .graphql(query, subgraphContext(runtime, context) as never, variables, operationName)
        .then(answerOf, (error: unknown) => {
          if (error instanceof Error && 'errors' in error) return answerOf(error as never);
          throw error;
        }),
  });
  return server;
}

/** A result as plain data; a document that the schema does not allow has errors and no data. */
function answerOf({ data, errors }: Pick<ExecutionResult, 'data' | 'errors'>): object {
  return {
    data: data ?? null,
    ...(errors && { errors: errors.map((error) => ('toJSON' in error ? error.toJSON() : error)) }),
  };
}
