import { appsSchema } from '@zgt/apps/schema.ts';
import { ecosystemSchema } from '@zgt/ecosystem/schema.ts';
import { operationsSchema } from '@zgt/operations/schema.ts';
import { SUBGRAPHS, type SubgraphName } from '@zgt/runtime/database/roles.ts';
import { localCall } from '@zgt/runtime/graphql/local-call.ts';
import { signContext, VIEWER_HEADER } from '@zgt/runtime/viewer-token.ts';
import type { GraphQLSchema } from 'graphql';
import type { SubgraphCall } from '../executor/subgraph.ts';
import { httpCall } from '../executor/subgraph-http.ts';
import type { Platform } from './platform.ts';

/** How each subgraph's schema is made. */
export const SCHEMAS: Record<SubgraphName, () => GraphQLSchema> = {
  ecosystem: ecosystemSchema,
  apps: appsSchema,
  operations: operationsSchema,
};

export interface SubgraphCalls {
  calls: Record<string, SubgraphCall>;
  close(): Promise<void>;
}

/** The subgraphs in this process, called as functions. */
export async function localSubgraphs(platform: Platform): Promise<SubgraphCalls> {
  const calls: Record<string, SubgraphCall> = {};
  for (const name of SUBGRAPHS) calls[name] = localCall(SCHEMAS[name](), await platform.runtimeOf(name));
  return { calls, close: async () => undefined };
}

/** The subgraphs as servers of their own; each request carries the viewer that the gateway vouches for. */
export function remoteSubgraphs(urls: Record<SubgraphName, string>, secret: string): SubgraphCalls {
  const remotes = SUBGRAPHS.map((name) => {
    const url = `${urls[name]}/graphql`;
    const headers = async (context: Parameters<typeof signContext>[2]) => ({
      [VIEWER_HEADER]: await signContext(secret, name, context),
    });
    return [name, httpCall({ name, url, headers })] as const;
  });
  return {
    calls: Object.fromEntries(remotes.map(([name, remote]) => [name, remote.call])),
    close: async () => {
      await Promise.all(remotes.map(([, remote]) => remote.close()));
    },
  };
}
