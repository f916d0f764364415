import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

export interface SubgraphSource {
  name: string;
  url: string;
  sdl: string;
}

/** Gives the supergraph SDL of the subgraphs, or throws one Error that lists every composition error. */
export function composeSupergraph(subgraphs: readonly SubgraphSource[]): string {
  const result = composeServices(
    subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl, { noLocation: true }) })),
  );
  if (result.supergraphSdl !== undefined) return result.supergraphSdl;
  const lines = (result.errors ?? []).map((error) => {
    const code = error.extensions?.code;
    return `- ${typeof code === 'string' ? `[${code}] ` : ''}${error.message}`;
  });
  throw new Error(`The subgraphs do not compose (${lines.length} errors):\n${lines.join('\n')}`);
}
