import { createExecutor } from '@zgt/gateway/executor/executor.ts';
import { gatheredCall } from '@zgt/gateway/executor/gathered-call.ts';
import type { SubgraphCall } from '@zgt/gateway/executor/subgraph.ts';
import { createFront } from '@zgt/gateway/front.ts';
import { DEFAULT_LIMITS } from '@zgt/gateway/limits.ts';
import { createLogger } from '@zgt/gateway/logging.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import type { Setup } from '../measure/target.ts';
import { openLocalCalls } from './local.ts';
import { SECRET } from './subgraphs.ts';

// All that the bench knows of the product's gateway stands in this file.
const log = createLogger({ level: 'error', name: 'bench' });

function callsOf({ databaseUrl, subgraphs, inProcess, connections }: Setup): Record<string, SubgraphCall> {
  if (!inProcess)
    return Object.fromEntries(
      subgraphs.map(({ name, url }) => [
        name,
        gatheredCall({ name, url: new URL(url).origin, secret: SECRET }).call,
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

let visitors = 0;

/** Somebody else at each request, so that nothing is asked together for two of them. */
const somebodyElse = (): Viewer => ({ ...ANONYMOUS, via: 'SESSION', accountId: `account-${visitors++}` });

/** The product's whole gateway over the subgraphs of the comparison: front, limits and all. */
export function openGateway(setup: Setup): FastifyInstance {
  return createFront({
    executor: createExecutor({ supergraph: setup.supergraph, calls: callsOf(setup), log }),
    authenticate: async () => (setup.form === 'signed in' ? somebodyElse() : ANONYMOUS),
    limits: DEFAULT_LIMITS,
    introspection: true,
    isReady: async () => true,
    log,
    metrics: new Registry(),
    supergraph: setup.supergraph,
    explorer: false,
  });
}
