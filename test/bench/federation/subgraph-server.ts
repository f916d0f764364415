import { isSignedGathered } from '@zgt/runtime/graphql/gathered.ts';
import { serveGathered } from '@zgt/runtime/graphql/serve-gathered.ts';
import Fastify, { type FastifyInstance } from 'fastify';
import mercurius from 'mercurius';
import { announceServer, readSetup } from '../measure/target.ts';
import { openRegisters } from './registers.ts';
import { newContext, SECRET, SUBGRAPHS, type SubgraphName } from './subgraphs.ts';

interface Graphql {
  graphql(query: string, context: object, variables?: Record<string, unknown>): Promise<object>;
}

// One subgraph as a server of its own, the same for every gateway; ours may also gather its operations.
const { databaseUrl, form } = readSetup();
const registers = openRegisters(databaseUrl, 'product');
const server = Fastify();
server.register(
  mercurius as never,
  {
    schema: SUBGRAPHS[form as SubgraphName](),
    path: '/graphql',
    graphiql: false,
    jit: 1,
    context: () => newContext(registers),
  } as never,
);
serveGathered(server as unknown as FastifyInstance, {
  isSigned: (body, signature) => isSignedGathered(SECRET, form!, body, signature),
  answer: ({ query, variables }) =>
    (server as never as Graphql).graphql(query, newContext(registers), variables),
});
await server.listen({ host: '127.0.0.1', port: 0 });
announceServer(server.server);
