import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

export interface ReadinessOptions {
  isReady(): Promise<boolean>;
  /** How long /readyz says 503 before the server stops accepting. */
  drainMs: number;
}

/** A connection that is kept for ever would keep new processes of a role without work. */
const REQUESTS_PER_CONNECTION = 5000;

/**
 * Adds /readyz to a role's server and makes its closing lose nothing: first it says that it is not ready and lets go of
 * kept connections, then it stops accepting and finishes what is running.
 */
export function serveReadiness(server: FastifyInstance, { isReady, drainMs }: ReadinessOptions): void {
  let draining = false;
  server.server.maxRequestsPerSocket = REQUESTS_PER_CONNECTION;
  server.addHook('onRequest', async (_request, reply) => {
    if (draining) reply.header('connection', 'close');
  });
  server.get('/readyz', async (_request, reply) => {
    const ready = !draining && (await isReady().catch(() => false));
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : draining ? 'draining' : 'not ready' });
  });
  const close = server.close.bind(server);
  server.close = (async () => {
    if (!draining) {
      draining = true;
      await delay(drainMs);
    }
    return close();
  }) as FastifyInstance['close'];
}
