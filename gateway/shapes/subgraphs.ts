import { appsSchema } from '@zgt/apps/schema.ts';
import { ecosystemSchema } from '@zgt/ecosystem/schema.ts';
import { operationsSchema } from '@zgt/operations/schema.ts';
import { SUBGRAPHS, type SubgraphName } from '@zgt/runtime/database/roles.ts';
import { localCall } from '@zgt/runtime/graphql/local-call.ts';
import type { GraphQLSchema } from 'graphql';
import { gatheredCall } from '../executor/gathered-call.ts';
import type { SubgraphCall } from '../executor/subgraph.ts';
import { subgraphPool } from '../executor/subgraph-pool.ts';
import type { Platform } from './platform.ts';

/** How each subgraph's schema is made. */
export const SCHEMAS: Record<SubgraphName, () => GraphQLSchema> = {
  ecosystem: ecosystemSchema,
  apps: appsSchema,
  operations: operationsSchema,
};

export interface SubgraphCalls {
  calls: Record<string, SubgraphCall>;
  /** Whether any of them says that it is ready. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

/** The subgraphs in this process, called as functions. */
export async function localSubgraphs(platform: Platform): Promise<SubgraphCalls> {
  const calls: Record<string, SubgraphCall> = {};
  for (const name of SUBGRAPHS) calls[name] = localCall(SCHEMAS[name](), await platform.runtimeOf(name));
  return { calls, isReachable: async () => true, close: async () => undefined };
}

const READY_MS = 1000;

async function demandReady(url: string): Promise<void> {
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(READY_MS) });
  if (!answer.ok) throw new Error(`${url} is not ready`);
}

/** The subgraphs as servers of their own; each operation carries the viewer that the gateway vouches for. */
export function remoteSubgraphs(
  urls: Record<SubgraphName, readonly string[]>,
  secret: string,
): SubgraphCalls {
  const remotes = SUBGRAPHS.map((name) => {
    const processes = urls[name].map((url) => gatheredCall({ name, url, secret }));
    return [name, subgraphPool(processes)] as const;
  });
  const everyUrl = SUBGRAPHS.flatMap((name) => urls[name]);
  return {
    calls: Object.fromEntries(remotes.map(([name, remote]) => [name, remote.call])),
    isReachable: () =>
      Promise.any(everyUrl.map(demandReady)).then(
        () => true,
        () => false,
      ),
    close: async () => {
      await Promise.all(remotes.map(([, remote]) => remote.close()));
    },
  };
}
