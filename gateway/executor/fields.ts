import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { createDataKeys, type DataKeys } from './data-keys.ts';

/** A client's operation with the values that decide its conditions. */
export interface Operation {
  rootType: GraphQLObjectType;
  selectionSet: SelectionSetNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  keys: DataKeys;
  isExcluded(selection: SelectionNode): boolean;
}

/** The selections that share a response key: one value answers them all. */
export interface FieldGroup {
  nodes: FieldNode[];
  sets: SelectionSetNode[];
}

/** Reads an operation of a validated document; what `@skip` and `@include` leave out by these variables is not in it. */
export function readOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Operation {
  const rootType = schema.getRootType(operation);
  if (!rootType) throw new Error(`The schema has no ${operation} type`);
  return {
    rootType,
    selectionSet,
    fragments: fragmentsOf(document),
    keys: createDataKeys(),
    isExcluded: (selection) => isExcluded(selection, variables),
  };
}

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

/** True for a selection that `@skip` or `@include` leaves out by these variables. */
export function isExcluded(
  node: { readonly directives?: readonly DirectiveNode[] },
  variables: Readonly<Record<string, unknown>>,
): boolean {
  if (!node.directives?.length) return false;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  if (skip?.if === true) return true;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false;
}

/** The name under which a field's value stands in the answer. */
export function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

/** Collects the fields that the selections ask of an object of this type, in the order of the specification. */
export function fieldsOf(
  schema: GraphQLSchema,
  operation: Operation,
  type: GraphQLObjectType | GraphQLInterfaceType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldGroup> {
  const groups = new Map<string, FieldGroup>();
  const visited = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (operation.isExcluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = responseKey(selection);
        const group = groups.get(key) ?? { nodes: [], sets: [] };
        groups.set(key, group);
        group.nodes.push(selection);
        if (selection.selectionSet) group.sets.push(selection.selectionSet);
        continue;
      }
      const name = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : null;
      if (name !== null && visited.has(name)) continue;
      if (name !== null) visited.add(name);
      const fragment = name === null ? selection : operation.fragments.get(name);
      if (!fragment || !('selectionSet' in fragment)) continue;
      const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      if (!condition || satisfies(schema, type, condition)) collect(fragment.selectionSet);
    }
  };
  for (const set of sets) collect(set);
  return groups;
}

function satisfies(
  schema: GraphQLSchema,
  type: GraphQLObjectType | GraphQLInterfaceType,
  condition: GraphQLNamedType,
): boolean {
  return type === condition || (isAbstractType(condition) && schema.isSubType(condition, type));
}

/** True when a type says more of a selected field than the interface does: then the answer depends on the type. */
export function narrows(
  schema: GraphQLSchema,
  operation: Operation,
  type: GraphQLInterfaceType,
  sets: readonly SelectionSetNode[],
): boolean {
  const names = [...fieldsOf(schema, operation, type, sets).values()].map(
    ({ nodes }) => nodes[0]!.name.value,
  );
  const asInterface = type.getFields();
  return schema.getPossibleTypes(type).some((possible) => {
    const fields = possible.getFields();
    return names.some((name) => String(fields[name]?.type) !== String(asInterface[name]?.type));
  });
}

/** True when every object of an interface is read alike, so that the answer does not depend on its type. */
export function selectsAlike(
  schema: GraphQLSchema,
  operation: Operation,
  type: GraphQLInterfaceType,
  sets: readonly SelectionSetNode[],
): boolean {
  const keysOf = (one: GraphQLObjectType | GraphQLInterfaceType) =>
    [...fieldsOf(schema, operation, one, sets)].map(([key, { nodes }]) => [key, nodes.length]).join();
  const keys = keysOf(type);
  return (
    !narrows(schema, operation, type, sets) &&
    schema.getPossibleTypes(type).every((possible) => keysOf(possible) === keys)
  );
}
