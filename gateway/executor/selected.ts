import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** The response keys that a fetch selects, by the type condition that they stand under. */
export type Selected = readonly {
  condition: string | null;
  fields: readonly { key: string; name: string; children: Selected }[];
}[];

/** Reads what a fetch operation of the plan selects at its root. */
export function readSelected(operation: string): Selected {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let root: OperationDefinitionNode | undefined;
  for (const definition of parse(operation, { noLocation: true }).definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION) root ??= definition;
  }
  return root ? readSet(root.selectionSet, null, fragments) : [];
}

function readSet(
  set: SelectionSetNode,
  condition: string | null,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Selected {
  const fields: { key: string; name: string; children: Selected }[] = [];
  const nested: Selected[number][] = [];
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const children = selection.selectionSet ? readSet(selection.selectionSet, null, fragments) : [];
      fields.push({
        key: selection.alias?.value ?? selection.name.value,
        name: selection.name.value,
        children,
      });
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const inner = selection.typeCondition?.name.value ?? condition;
      nested.push(...readSet(selection.selectionSet, inner, fragments));
    } else {
      const fragment = fragments.get(selection.name.value);
      if (fragment)
        nested.push(...readSet(fragment.selectionSet, fragment.typeCondition.name.value, fragments));
    }
  }
  return [{ condition, fields }, ...nested];
}
