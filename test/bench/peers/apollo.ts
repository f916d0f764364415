import { ApolloGateway, type GraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import fastifyApollo from '@as-integrations/fastify';
import Fastify from 'fastify';
import { openLocalCalls } from '../federation/local.ts';
import { announceServer, readSetup } from '../measure/target.ts';

// @apollo/gateway behind @apollo/server on Fastify.
const { supergraph, databaseUrl, inProcess } = readSetup();
const local = inProcess ? openLocalCalls(databaseUrl) : null;
const apollo = new ApolloServer({
  gateway: new ApolloGateway({
    supergraphSdl: supergraph,
    buildService: ({ name, url }) =>
      local
        ? ({
            process: ({ request }) =>
              local[name as keyof typeof local](request.query!, request.variables ?? {}),
          } as GraphQLDataSource)
        : new RemoteGraphQLDataSource({ url }),
  }),
});
await apollo.start();
const server = Fastify();
await server.register(fastifyApollo(apollo) as never);
await server.listen({ host: '127.0.0.1', port: 0 });
announceServer(server.server);
