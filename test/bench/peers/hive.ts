import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import httpTransport from '@graphql-mesh/transport-http';
import { type DocumentNode, print } from 'graphql';
import { openLocalCalls } from '../federation/local.ts';
import { remember } from '../federation/remember.ts';
import { listenAndAnnounce, readSetup } from '../measure/target.ts';

// Hive Gateway on node:http, with its planner in JavaScript or the one in Rust.
const { supergraph, databaseUrl, inProcess, form } = readSetup();

interface Execution {
  document: DocumentNode;
  variables?: Record<string, unknown>;
}

function localTransport() {
  const local = openLocalCalls(databaseUrl);
  const textOf = remember<DocumentNode, string>(print, new WeakMap());
  return {
    getSubgraphExecutor:
      ({ subgraphName }: { subgraphName: string }) =>
      ({ document, variables }: Execution) =>
        local[subgraphName.toLowerCase() as keyof typeof local](textOf(document), variables ?? {}),
  };
}

const gateway = createGatewayRuntime({
  supergraph,
  logging: false,
  landingPage: false,
  graphiql: false,
  healthCheckEndpoint: false as never,
  ...(form === 'rust' && { unifiedGraphHandler }),
  transports: { http: inProcess ? localTransport() : httpTransport } as never,
});
listenAndAnnounce(createServer(gateway as never));
