import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * Splits a mutation into one document for each response key of its root, in order, so that what the first one asks
 * for is read before the second one acts. The planner alone would read some of it later.
 */
export function serialDocuments(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode[] {
  if (operation.operation !== 'mutation') return [document];
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const groups = Map.groupBy(rootFields(operation.selectionSet, byName), responseKey);
  return [...groups.values()].map((selections) => ({
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } }, ...fragments],
  }));
}

function rootFields(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection;
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet, fragments);
    const fragment = fragments.get(selection.name.value);
    return fragment ? rootFields(fragment.selectionSet, fragments) : [];
  });
}

function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
