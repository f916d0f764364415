import {
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';

type Resolver = GraphQLFieldResolver<unknown, unknown, { representations: readonly Reference[] }>;
type ReferenceResolver = (reference: Reference, context: any, info: any) => unknown;

interface Reference {
  __typename: string;
}

/** Finds what identifiers name, in their order; null for what is none, is not there or may not be seen. */
export type Find = (
  ids: readonly unknown[],
  context: any,
  info: GraphQLResolveInfo,
) => Promise<readonly unknown[]>;

const finds = new WeakMap<ReferenceResolver, Find>();

/** The reference resolver of a type whose key is `id`; one call finds all that an operation refers to. */
export function foundById(find: Find): ReferenceResolver {
  const resolve: ReferenceResolver = async (reference, context, info) => {
    const [found] = await find([idOf(reference)], context, info);
    return found;
  };
  finds.set(resolve, find);
  return resolve;
}

const idOf = (reference: Reference) => (reference as { id?: unknown }).id;

/**
 * Resolves `_entities` as the library does, without the costs of its generality: of object types, which nearly all
 * are, each entity is given its type's name, and those that are found by their `id` are found together. Whatever else
 * is asked for is left to the library.
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
    const type = representations[0]?.__typename ?? '';
    const find = finds.get(resolvers.get(type)!);
    if (find && representations.every(({ __typename }) => __typename === type))
      return findAll(find, type, representations, context, info);
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

/** All of them together; when that fails, each fails for itself, as if it had been looked for alone. */
async function findAll(
  find: Find,
  type: string,
  references: readonly Reference[],
  context: unknown,
  info: GraphQLResolveInfo,
): Promise<unknown[]> {
  try {
    const found = await find(references.map(idOf), context, info);
    return found.map((entity) => named(entity, type));
  } catch (error) {
    return references.map(() => error);
  }
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
