import { type DefinitionNode, type DirectiveNode, Kind, parse } from 'graphql';

/** What supergraphs may ask of whoever executes them, and this gateway carries out. */
const CARRIED_OUT = new Set(['link', 'join', 'inaccessible', 'core']);

/** Lists the subgraphs that a supergraph names, with the addresses written in it ("" where there is none). */
export function subgraphsOf(supergraph: string): { name: string; url: string }[] {
  for (const definition of definitionsOf(supergraph)) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    return (definition.values ?? []).flatMap(({ directives }) => {
      const graph = directives?.find(({ name }) => name.value === 'join__graph');
      return graph ? [{ name: textOf(graph, 'name'), url: textOf(graph, 'url') }] : [];
    });
  }
  throw new Error('这不是联邦 2 的超图：其中没有枚举 join__Graph。请先组合子图，再以组合的结果启动。');
}

/**
 * Throws when a supergraph needs something for security or execution that this gateway does not carry out, as the
 * specification of @link demands: to go on would answer wrongly, or show what is to be protected.
 */
export function requireKnownFeatures(supergraph: string): void {
  const links = definitionsOf(supergraph)
    .filter(({ kind }) => kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION)
    .flatMap((definition) => ('directives' in definition ? (definition.directives ?? []) : []))
    .filter(({ name }) => name.value === 'link');
  const needed = links
    .filter((link) => textOf(link, 'for') !== '')
    .map((link) => textOf(link, 'url'))
    .filter((url) => !CARRIED_OUT.has(featureOf(url)));
  if (needed.length > 0)
    throw new Error(`超图要求网关不具备的功能：${needed.join('、')}。请从子图中去掉它们，再重新组合。`);
}

function featureOf(url: string): string {
  return /([^/]+)\/v\d[^/]*$/.exec(url)?.[1] ?? url;
}

function definitionsOf(supergraph: string): readonly DefinitionNode[] {
  return parse(supergraph, { noLocation: true }).definitions;
}

function textOf(directive: DirectiveNode, argument: string): string {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : '';
}
