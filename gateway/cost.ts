import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromAST,
} from 'graphql';

/** A list without a page size is counted as this many items. */
export const ASSUMED_ITEMS = 10;

/**
 * Estimates how many fields an answer may hold: a field costs one, and what stands under a list, or under a field
 * with `first` or `last`, counts once for each item. Unlike a count of the text it knows variables and the schema.
 */
export function measureCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, number>();
  const costOfSet = (set: SelectionSetNode, type: GraphQLCompositeType, paged: boolean): number => {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        cost += costOfField(selection, type, paged);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
        if (isCompositeType(condition)) cost += costOfSet(selection.selectionSet, condition, paged);
      } else {
        cost += costOfSpread(selection.name.value, paged);
      }
    }
    return cost;
  };
  const costOfSpread = (name: string, paged: boolean): number => {
    const key = `${name} ${paged}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, 0);
    const fragment = fragments.get(name);
    const condition = fragment && schema.getType(fragment.typeCondition.name.value);
    const cost =
      fragment && isCompositeType(condition) ? costOfSet(fragment.selectionSet, condition, paged) : 0;
    known.set(key, cost);
    return cost;
  };
  const costOfField = (node: FieldNode, parent: GraphQLCompositeType, paged: boolean): number => {
    const field = fieldOf(schema, parent, node.name.value);
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return 1;
    const size = pageSize(field, node, variables);
    const isList = isListType(getNullableType(field.type));
    // The list inside a page (edges, nodes) was counted by the page's own size.
    const times = size ?? (isList && !paged ? ASSUMED_ITEMS : 1);
    return 1 + times * costOfSet(node.selectionSet, type, size !== undefined && !isList);
  };
  const root = schema.getRootType(operation.operation);
  return root ? costOfSet(operation.selectionSet, root, false) : 0;
}

function fieldOf(schema: GraphQLSchema, parent: GraphQLCompositeType, name: string) {
  if (isObjectType(parent)) return parent.getFields()[name];
  if (!isAbstractType(parent) || !('getFields' in parent)) return undefined;
  return schema.getType(parent.name) === parent ? parent.getFields()[name] : undefined;
}

function pageSize(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number | undefined {
  const sizes = field.args
    .filter(({ name }) => name === 'first' || name === 'last')
    .map((argument) => {
      const given = node.arguments?.find(({ name }) => name.value === argument.name);
      const value = given ? valueFromAST(given.value, argument.type, variables) : argument.defaultValue;
      return value === null ? undefined : (value ?? argument.defaultValue);
    })
    .filter((value) => typeof value === 'number');
  if (sizes.length > 0) return Math.max(0, ...sizes);
  return field.args.some(({ name }) => name === 'first' || name === 'last') ? ASSUMED_ITEMS : undefined;
}
