import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';

type Resolver = GraphQLFieldResolver<unknown, unknown, { representations: { __typename: string }[] }>;
type ReferenceResolver = (reference: object, context: unknown, info: unknown) => unknown;

/**
 * Resolves `_entities` as the library does, without the costs of its generality: of object types, which nearly all
 * are, each entity is one lookup and is given its type's name. Whatever else is asked for is left to the library.
 */
export function resolveEntitiesDirectly(schema: GraphQLSchema): GraphQLSchema {
  const field = schema.getQueryType()?.getFields()._entities;
  if (!field?.resolve) return schema;
  const resolveOthers = field.resolve as Resolver;
  const resolvers = new Map<string, ReferenceResolver>();
  for (const type of Object.values(schema.getTypeMap())) {
    const subgraph = (type.extensions as { apollo?: { subgraph?: { resolveReference?: ReferenceResolver } } })
      .apollo?.subgraph;
    if (isObjectType(type) && subgraph?.resolveReference) resolvers.set(type.name, subgraph.resolveReference);
  }
  const resolve: Resolver = (source, args, context, info) => {
    const { representations } = args;
    if (!representations.every(({ __typename }) => resolvers.has(__typename)))
      return resolveOthers(source, args, context, info);
    return representations.map((reference) => {
      const { __typename } = reference;
      const found = resolvers.get(__typename)!(reference, context, info);
      return isPromise(found) ? found.then((entity) => named(entity, __typename)) : named(found, __typename);
    });
  };
  field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
  return schema;
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as PromiseLike<unknown> | null)?.then === 'function';

/** A record with the name of its type, by which the union of all entities tells them apart. */
function named(entity: unknown, typename: string): unknown {
  if (typeof entity !== 'object' || entity === null) return entity;
  const record = entity as { __typename?: string };
  if (record.__typename === undefined) record.__typename = typename;
  return record.__typename === typename ? record : { ...record, __typename: typename };
}
