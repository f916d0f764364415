import { EVERY_SUBGRAPH, signContext, VIEWER_HEADER } from '@zgt/runtime/viewer-token.ts';
import type { Logger } from 'pino';
import { createExecutor, type Executor } from '../executor/executor.ts';
import { routerExecutor } from '../executor/router-call.ts';
import type { SubgraphCalls } from './subgraphs.ts';

/** What stands behind the gateway's front: the subgraphs, planned for here or by a router. */
export interface Backend {
  createExecutor(supergraph: string, log: Logger): Executor;
  /** Whether anything behind the gateway could answer. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

/** The gateway plans and calls each subgraph itself. */
export function planningBackend(subgraphs: SubgraphCalls): Backend {
  return {
    createExecutor: (supergraph, log) => createExecutor({ supergraph, calls: subgraphs.calls, log }),
    isReachable: () => subgraphs.isReachable(),
    close: () => subgraphs.close(),
  };
}

const CONNECT_MS = 1000;

/** Any answer will do: each router has its own path for its health. */
async function demandAnswer(url: string): Promise<void> {
  await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(CONNECT_MS) });
}

/** A router plans and calls the subgraphs; it carries one signed viewer that each of them accepts. */
export function routerBackend(urls: readonly string[], secret: string): Backend {
  const closers: (() => Promise<void>)[] = [];
  return {
    createExecutor: (supergraph, log) => {
      const executor = routerExecutor({
        supergraph,
        urls,
        log,
        headers: async (context) => ({ [VIEWER_HEADER]: await signContext(secret, EVERY_SUBGRAPH, context) }),
      });
      closers.push(() => executor.close());
      return executor;
    },
    isReachable: () =>
      Promise.any(urls.map(demandAnswer)).then(
        () => true,
        () => false,
      ),
    close: async () => {
      await Promise.all(closers.map((close) => close()));
    },
  };
}
