import { readFile } from 'node:fs/promises';
import { answers } from '@zgt/runtime/database/open.ts';
import { recentWrites } from '@zgt/runtime/database/recent-writes.ts';
import { createAuthenticator } from '@zgt/runtime/identity/authenticate.ts';
import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import { createFront } from '../front.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { withReadPreference } from '../read-preference.ts';
import { auditRoutes } from '../routes/audit.ts';
import { calendarRoutes } from '../routes/calendar.ts';
import { capabilityCallRoutes } from '../routes/capability-calls.ts';
import { capabilityUsageRoutes } from '../routes/capability-usage.ts';
import { dataOperationRoutes } from '../routes/data-operations.ts';
import { documentRoutes } from '../routes/documents.ts';
import { hotlineRoutes } from '../routes/hotline.ts';
import { identityRoutes } from '../routes/identity.ts';
import { incidentAlertRoutes } from '../routes/incident-alerts.ts';
import { oauthRoutes } from '../routes/oauth/routes.ts';
import { refuseOtherMethods } from '../routes/other-methods.ts';
import { localClient } from '../routes/portal.ts';
import { readTrustedDocuments } from '../trusted-documents.ts';
import type { Backend } from './backend.ts';
import type { Platform } from './platform.ts';

const SUPERGRAPH = new URL('../../schema/graphql/supergraph.graphql', import.meta.url);

/** The gateway over what answers behind it: API, identity, documents, health and metrics. */
export async function createGateway(platform: Platform, backend: Backend): Promise<FastifyInstance> {
  const { config, log, auth, database, documents } = platform;
  const supergraph = await readFile(SUPERGRAPH, 'utf8');
  const authenticate = createAuthenticator(database.db, auth);
  const trustedDocuments = await readTrustedDocuments();
  const executor = backend.createExecutor(supergraph, log);
  const front = createFront({
    executor: config.databaseReplicaUrl ? withReadPreference(executor, recentWrites(database.db)) : executor,
    trustedDocuments,
    authenticate,
    limits: DEFAULT_LIMITS,
    introspection: config.introspection,
    // One subgraph that is down is answered in part; a gateway that reaches none of them is no use to anyone.
    isReady: async () => (await answers(database.db)) && (await backend.isReachable()),
    drainMs: config.drainMs,
    log,
    metrics: new Registry(),
    supergraph,
    explorer: true,
    publicUrl: config.publicUrl,
  });
  const otherMethods = refuseOtherMethods(front);
  front.register(identityRoutes(auth, config.publicUrl));
  front.register(
    documentRoutes({ db: database.db, store: documents, authenticate, publicUrl: config.publicUrl }),
  );
  // Capability requests are the apps subgraph's: these routes stand on its rights, not on the gateway's.
  const runtime = await platform.runtimeOf('apps');
  const operations = await platform.runtimeOf('operations');
  front.register(auditRoutes({ runtime: operations, authenticate }));
  front.register(oauthRoutes({ runtime, authenticate }));
  front.register(capabilityUsageRoutes({ runtime, authenticate }));
  front.register(dataOperationRoutes({ runtime: operations, authenticate }));
  front.register(incidentAlertRoutes({ runtime: operations, authenticate }));
  front.register(capabilityCallRoutes({ runtime, api: localClient(front) }));
  front.register(calendarRoutes({ runtime: operations }));
  if (config.hotline) front.register(hotlineRoutes({ runtime: operations, connector: config.hotline }));
  front.register(otherMethods);
  // Not waited for: planning goes on beside the first requests.
  front.addHook('onListen', () => void executor.warm(trustedDocuments.map(({ body }) => body)));
  front.addHook('onClose', () => backend.close());
  return front;
}
