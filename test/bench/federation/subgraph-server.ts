import Fastify from 'fastify';
import mercurius from 'mercurius';
import { announceServer, readSetup } from '../measure/target.ts';
import { openRegisters } from './registers.ts';
import { newContext, SUBGRAPHS, type SubgraphName } from './subgraphs.ts';

// One subgraph as a server of its own, the same for every gateway.
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
await server.listen({ host: '127.0.0.1', port: 0 });
announceServer(server.server);
