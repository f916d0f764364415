import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { announce, readSetup } from '../measure/target.ts';
import { openRegisters } from './registers.ts';
import { newContext, SUBGRAPHS, type SubgraphContext, type SubgraphName } from './subgraphs.ts';

// The same subgraph on Apollo Server, as its documentation starts one: schema, resolvers and database access are ours.
const { databaseUrl, form } = readSetup();
const registers = openRegisters(databaseUrl, 'product');
const server = new ApolloServer<SubgraphContext>({ schema: SUBGRAPHS[form as SubgraphName]() });
const { url } = await startStandaloneServer(server, {
  context: async () => newContext(registers),
  listen: { host: '127.0.0.1', port: 0 },
});
announce(Number(new URL(url).port));
