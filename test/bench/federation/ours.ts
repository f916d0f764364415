import { createExecutor, type Executor } from '@zgt/gateway/executor/executor.ts';
import { gatheredCall } from '@zgt/gateway/executor/gathered-call.ts';
import type { SubgraphCall } from '@zgt/gateway/executor/subgraph.ts';
import { httpCall } from '@zgt/gateway/executor/subgraph-http.ts';
import { createFront } from '@zgt/gateway/front.ts';
import { DEFAULT_LIMITS } from '@zgt/gateway/limits.ts';
import { createLogger } from '@zgt/gateway/logging.ts';
import { ANONYMOUS, type RequestContext } from '@zgt/runtime/viewer.ts';
import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import type { Setup } from '../measure/target.ts';
import { openLocalCalls } from './local.ts';
import { SECRET } from './subgraphs.ts';

// All that the bench knows of the product's gateway stands in this file.
const log = createLogger({ level: 'error', name: 'bench' });
const CONTEXT: RequestContext = { viewer: ANONYMOUS, requestId: 'bench', idempotencyKey: null };

function callsOf({
  databaseUrl,
  subgraphs,
  inProcess,
  connections,
  form,
}: Setup): Record<string, SubgraphCall> {
  if (!inProcess)
    return Object.fromEntries(
      subgraphs.map(({ name, url }) => [
        name,
        form === 'single'
          ? httpCall({ name, url, headers: () => ({}) }).call
          : gatheredCall({ name, url: new URL(url).origin, secret: SECRET }).call,
      ]),
    );
  const local = openLocalCalls(databaseUrl, connections);
  return Object.fromEntries(
    subgraphs.map(({ name }) => {
      const call: SubgraphCall = ({ query, variables }) =>
        local[name](query, variables) as ReturnType<SubgraphCall>;
      return [name, call];
    }),
  );
}

/** The product's executor over the subgraphs of the comparison. */
export function openExecutor(setup: Setup): Executor {
  return createExecutor({ supergraph: setup.supergraph, calls: callsOf(setup), log });
}

/** What `openExecutor` is asked with: the viewer is the same for all. */
export const executeWith = (
  executor: Executor,
  request: Omit<Parameters<Executor['execute']>[0], 'context'>,
) => executor.execute({ ...request, context: CONTEXT });

/** The product's whole gateway over the subgraphs of the comparison: front, limits and all. */
export function openGateway(setup: Setup): FastifyInstance {
  return createFront({
    executor: openExecutor(setup),
    authenticate: async () => ANONYMOUS,
    limits: DEFAULT_LIMITS,
    introspection: true,
    isReady: async () => true,
    log,
    metrics: new Registry(),
    supergraph: setup.supergraph,
    explorer: false,
  });
}
