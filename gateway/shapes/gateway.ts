import { readFile } from 'node:fs/promises';
import { answers } from '@zgt/runtime/database/open.ts';
import { createAuthenticator } from '@zgt/runtime/identity/authenticate.ts';
import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import { createExecutor } from '../executor/executor.ts';
import { createFront } from '../front.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { documentRoutes } from '../routes/documents.ts';
import { identityRoutes } from '../routes/identity.ts';
import { readTrustedDocuments } from '../trusted-documents.ts';
import type { Platform } from './platform.ts';
import type { SubgraphCalls } from './subgraphs.ts';

const SUPERGRAPH = new URL('../../schema/graphql/supergraph.graphql', import.meta.url);

/** The gateway over its subgraphs: API, identity, documents, health and metrics. */
export async function createGateway(platform: Platform, subgraphs: SubgraphCalls): Promise<FastifyInstance> {
  const { config, log, auth, database, documents } = platform;
  const supergraph = await readFile(SUPERGRAPH, 'utf8');
  const authenticate = createAuthenticator(database.db, auth);
  const trustedDocuments = await readTrustedDocuments();
  const executor = createExecutor({ supergraph, calls: subgraphs.calls, log });
  const front = createFront({
    executor,
    trustedDocuments,
    authenticate,
    limits: DEFAULT_LIMITS,
    introspection: config.introspection,
    isReady: () => answers(database.db),
    log,
    metrics: new Registry(),
    supergraph,
    explorer: true,
    publicUrl: config.publicUrl,
  });
  front.register(identityRoutes(auth, config.publicUrl));
  front.register(
    documentRoutes({ db: database.db, store: documents, authenticate, publicUrl: config.publicUrl }),
  );
  // Not waited for: planning goes on beside the first requests.
  front.addHook('onListen', () => void executor.warm(trustedDocuments.map(({ body }) => body)));
  front.addHook('onClose', () => subgraphs.close());
  return front;
}
