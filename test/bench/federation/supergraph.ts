import { printSubgraphSchema } from '@apollo/subgraph';
import { composeSupergraph } from '@zgt/gateway/compose.ts';
import { SUBGRAPH_NAMES, SUBGRAPHS, type SubgraphName } from './subgraphs.ts';

/** The SDL of each subgraph, as it would publish it itself. */
export function subgraphSdl(name: SubgraphName): string {
  return printSubgraphSchema(SUBGRAPHS[name]());
}

/** The supergraph that every gateway of the comparison is given. */
export function supergraphOf(urls: Record<SubgraphName, string>): string {
  return composeSupergraph(SUBGRAPH_NAMES.map((name) => ({ name, url: urls[name], sdl: subgraphSdl(name) })));
}
