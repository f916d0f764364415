import { type ConstDirectiveNode, Kind, parse } from 'graphql';

/** Lists the subgraphs that a supergraph names, with the addresses written in it ("" where there is none). */
export function subgraphsOf(supergraph: string): { name: string; url: string }[] {
  for (const definition of parse(supergraph, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    return (definition.values ?? []).flatMap(({ directives }) => {
      const graph = directives?.find(({ name }) => name.value === 'join__graph');
      return graph ? [{ name: textOf(graph, 'name'), url: textOf(graph, 'url') }] : [];
    });
  }
  throw new Error(
    'This is no federation 2 supergraph: it has no enum join__Graph. Compose the subgraphs first.',
  );
}

function textOf(directive: ConstDirectiveNode, argument: string): string {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}
