import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

/** How long, in seconds, the answer to an operation may be kept, and for whom. */
export interface CachePolicy {
  readonly maxAge: number;
  readonly scope: 'PUBLIC' | 'PRIVATE';
}

/** The policy of everything that says nothing else. */
export const NOT_CACHED: CachePolicy = { maxAge: 0, scope: 'PRIVATE' };

interface Hint {
  maxAge?: number;
  scope?: 'PUBLIC' | 'PRIVATE';
  inheritMaxAge?: boolean;
}

/**
 * Gives the policy of an operation by the rule of Apollo's documentation: the least of all selected fields. A root
 * field and a field that gives objects count as 0 and PRIVATE unless they, or their type, have a `@cacheControl`
 * hint; `inheritMaxAge` and fields that give no objects are as their parent. A hint without a scope is PUBLIC.
 * Mutations, subscriptions and introspection are never cached. Variables are coerced: they decide `@skip` and
 * `@include`. The document is valid for the schema.
 */
export function policyOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): CachePolicy {
  const root = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || !root) return NOT_CACHED;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);

  let least = Number.POSITIVE_INFINITY;
  let isPrivate = false;
  const restrict = ({ maxAge, scope }: Hint) => {
    if (maxAge !== undefined) least = Math.min(least, maxAge);
    if (scope === 'PRIVATE') isPrivate = true;
  };

  // Every selection counts once for each type that it stands on, or a document could make this walk grow without end.
  const seen = new Map<SelectionSetNode, Set<GraphQLCompositeType>>();
  const visitSet = (set: SelectionSetNode, type: GraphQLCompositeType): void => {
    const types = seen.get(set) ?? new Set();
    if (types.has(type)) return;
    seen.set(set, types.add(type));
    for (const selection of set.selections) {
      if (least === 0) return;
      if (!isIncluded(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) visitField(selection, type);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        visitFragment(selection.selectionSet, selection.typeCondition?.name.value ?? type.name);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment) visitFragment(fragment.selectionSet, fragment.typeCondition.name.value);
      }
    }
  };
  const visitFragment = (set: SelectionSetNode, condition: string) => {
    const type = schema.getType(condition);
    if (isCompositeType(type)) visitSet(set, type);
  };
  const visitField = (node: FieldNode, parent: GraphQLCompositeType) => {
    const name = node.name.value;
    if (name === '__typename') return;
    const definitions = definitionsOf(schema, parent, name);
    if (definitions.length === 0) restrict(NOT_CACHED);
    for (const definition of definitions) {
      restrict(effectiveHint(definition, parent === root));
      const type = getNamedType(definition.type);
      if (node.selectionSet && isCompositeType(type)) visitSet(node.selectionSet, type);
    }
  };
  visitSet(operation.selectionSet, root);
  return Number.isFinite(least) && least > 0
    ? { maxAge: least, scope: isPrivate ? 'PRIVATE' : 'PUBLIC' }
    : NOT_CACHED;
}

function isIncluded(
  node: { readonly directives?: readonly DirectiveNode[] },
  variables: Readonly<Record<string, unknown>>,
): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}

/** The field as every object that can stand here has it, and as the interface says it; introspection has none. */
function definitionsOf(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown>[] {
  const objects = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [];
  const owners = [...(isObjectType(parent) || isInterfaceType(parent) ? [parent] : []), ...objects];
  return owners.flatMap((owner) => owner.getFields()[name] ?? []);
}

const hints = new WeakMap<GraphQLField<unknown, unknown>, { root: Hint; nested: Hint }>();

function effectiveHint(field: GraphQLField<unknown, unknown>, atRoot: boolean): Hint {
  const known = hints.get(field) ?? {
    root: readEffectiveHint(field, true),
    nested: readEffectiveHint(field, false),
  };
  hints.set(field, known);
  return atRoot ? known.root : known.nested;
}

function readEffectiveHint(field: GraphQLField<unknown, unknown>, atRoot: boolean): Hint {
  const type = getNamedType(field.type);
  const givesObjects = isCompositeType(type);
  const ofType = givesObjects ? hintOn(type.astNode?.directives) : {};
  const ofField = hintOn(field.astNode?.directives);
  const hint: Hint = { ...ofType, ...ofField };
  const inherits = hint.maxAge === undefined && (hint.inheritMaxAge === true || !givesObjects);
  if (hint.maxAge === undefined && (atRoot || !inherits)) return { ...NOT_CACHED, ...hint, maxAge: 0 };
  return hint;
}

function hintOn(directives: readonly DirectiveNode[] | undefined): Hint {
  const node = directives?.find(({ name }) => name.value === 'cacheControl');
  return Object.fromEntries(
    (node?.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}
