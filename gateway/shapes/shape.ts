import { startClockAt } from '@zgt/runtime/clock.ts';
import type { Config } from '@zgt/runtime/config.ts';
import { answers } from '@zgt/runtime/database/open.ts';
import { createSubgraphServer } from '@zgt/runtime/graphql/serve.ts';
import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import type { Logger } from 'pino';
import { createLogger } from '../logging.ts';
import { localClient, portalRoutes, remoteClient } from '../routes/portal.ts';
import { proxyRoutes } from '../routes/proxy.ts';
import { planningBackend, routerBackend } from './backend.ts';
import { createGateway } from './gateway.ts';
import { openPlatform } from './platform.ts';
import { serveReadiness } from './readiness.ts';
import { localSubgraphs, remoteSubgraphs, SCHEMAS } from './subgraphs.ts';
import { welcome } from './welcome.ts';
import { startWorker } from './worker.ts';

export interface Shape {
  /** What the operator reads when it is ready. */
  welcome: string;
  /** Finishes what is running, then closes in the order that loses nothing. */
  stop(): Promise<void>;
}

async function listen(server: FastifyInstance, config: Config): Promise<void> {
  try {
    await server.listen({ host: config.host, port: config.port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`端口 ${config.port} 已被占用。请停止占用它的程序，或用 PORT 指定另一个端口。`);
  }
}

/** A server that can be asked whether it is alive. */
function plainServer(log: Logger): FastifyInstance {
  const server = Fastify({
    loggerInstance: log as never,
    requestIdHeader: 'x-request-id',
  }) as unknown as FastifyInstance;
  server.get('/healthz', async () => ({ status: 'ok' }));
  return server;
}

const siteOf = (config: Config) => ({ publicUrl: config.publicUrl, externalIdentity: config.oidc !== null });

async function everything(config: Config): Promise<Shape> {
  const { ensurePortalBuilt } = await import('@zgt/portal/build.ts');
  const [platform] = await Promise.all([openPlatform(config, true), ensurePortalBuilt()]);
  const { createPortal } = await import('@zgt/portal/serve.ts');
  const gateway = await createGateway(platform, planningBackend(await localSubgraphs(platform)));
  gateway.register(portalRoutes(await createPortal(), localClient(gateway), siteOf(config)));
  if (config.demo) {
    const { seedDemonstration } = await import('@zgt/demo/seed.ts');
    await seedDemonstration(platform);
  }
  await listen(gateway, config);
  const worker = await startWorker(platform);
  return {
    welcome: welcome(config),
    stop: async () => {
      await gateway.close();
      await worker.stop();
      await platform.close();
    },
  };
}

async function gatewayOnly(config: Config): Promise<Shape> {
  const platform = await openPlatform(config, false);
  const secret = config.subgraphSecret!;
  const backend =
    config.routerUrls.length > 0
      ? routerBackend(config.routerUrls, secret)
      : planningBackend(remoteSubgraphs(config.urls, secret));
  const gateway = await createGateway(platform, backend);
  gateway.register(proxyRoutes(config.urls.portal));
  await listen(gateway, config);
  return {
    welcome: welcome(config),
    stop: async () => {
      await gateway.close();
      await platform.close();
    },
  };
}

async function subgraphOnly(config: Config, role: 'ecosystem' | 'apps' | 'operations'): Promise<Shape> {
  const platform = await openPlatform(config, false);
  const runtime = await platform.runtimeOf(role);
  const server = createSubgraphServer(role, SCHEMAS[role](), runtime, config.subgraphSecret!);
  serveReadiness(server, { isReady: () => answers(runtime.db), drainMs: config.drainMs });
  await listen(server, config);
  return {
    welcome: welcome(config),
    stop: async () => {
      await server.close();
      await platform.close();
    },
  };
}

async function portalOnly(config: Config): Promise<Shape> {
  if (config.clockStart) startClockAt(config.clockStart);
  const { ensurePortalBuilt } = await import('@zgt/portal/build.ts');
  await ensurePortalBuilt();
  const { createPortal } = await import('@zgt/portal/serve.ts');
  const log = createLogger({ level: config.logLevel, name: config.role });
  const server = plainServer(log);
  // It can say itself that the API is down: a page with words is better than no page.
  serveReadiness(server, { isReady: async () => true, drainMs: config.drainMs });
  server.register(portalRoutes(await createPortal(), remoteClient(config.urls.gateway), siteOf(config)));
  await listen(server, config);
  return { welcome: welcome(config), stop: () => server.close() };
}

async function workerOnly(config: Config): Promise<Shape> {
  const platform = await openPlatform(config, true);
  if (config.demo) {
    const { seedDemonstration } = await import('@zgt/demo/seed.ts');
    await seedDemonstration(platform);
  }
  const worker = await startWorker(platform);
  const server = plainServer(platform.log);
  // Nobody sends a worker requests, so there is nothing to wait for: what it works on is finished by the queue.
  serveReadiness(server, { isReady: () => answers(platform.database.db), drainMs: 0 });
  await listen(server, config);
  return {
    welcome: welcome(config),
    stop: async () => {
      await server.close();
      await worker.stop();
      await platform.close();
    },
  };
}

/** Starts what ROLE names: all in one process, or one role of many. */
export function startShape(config: Config): Promise<Shape> {
  switch (config.role) {
    case 'all':
      return everything(config);
    case 'gateway':
      return gatewayOnly(config);
    case 'portal':
      return portalOnly(config);
    case 'worker':
      return workerOnly(config);
    default:
      return subgraphOnly(config, config.role);
  }
}
