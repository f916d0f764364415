import { Kind, parse } from 'graphql';

/** Answers whether an object of type `typename` satisfies the condition `... on condition`. */
export type TypeMatch = (typename: unknown, condition: string) => boolean;

/** Reads the supergraph's interfaces and unions, the inaccessible ones too, which the API schema does not know. */
export function readTypeMatch(supergraph: string): TypeMatch {
  const members = new Map<string, Set<string>>();
  const add = (abstract: string, member: string) => {
    const known = members.get(abstract);
    if (known) known.add(member);
    else members.set(abstract, new Set([member]));
  };
  for (const definition of parse(supergraph, { noLocation: true }).definitions) {
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const member of definition.types ?? []) add(definition.name.value, member.name.value);
    } else if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
    ) {
      for (const parent of definition.interfaces ?? []) add(parent.name.value, definition.name.value);
    }
  }
  return (typename, condition) =>
    typename === condition ||
    (typeof typename === 'string' && (members.get(condition)?.has(typename) ?? false));
}
