import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  isInterfaceType,
  Kind,
  type NameNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { narrows, type Operation, responseKey } from './fields.ts';

const name = (value: string): NameNode => ({ kind: Kind.NAME, value });
const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: name('__typename') };

/** Lists the variables that decide what `@skip` and `@include` leave of a document. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const value = isCondition(directive) ? directive.arguments?.[0]?.value : undefined;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

/**
 * Rewrites a document for the planner: names get their prefix, and where the answer depends on an object's type
 * without a fragment that says so, `__typename` is asked for. `@skip` and `@include` are decided here, because the
 * planner loses some of them, and a mutation must not run then.
 */
export function plannableDocument(
  document: DocumentNode,
  schema: GraphQLSchema,
  operation: Operation,
): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field(field) {
        if (operation.isExcluded(field)) return null;
        const takesArguments = (types.getFieldDef()?.args.length ?? 0) > 0;
        const key = responseKey(field);
        if (key === field.name.value && !takesArguments) return undefined;
        return { ...field, alias: name(operation.keys.of(field)) };
      },
      InlineFragment: (fragment) => (operation.isExcluded(fragment) ? null : undefined),
      FragmentSpread: (spread) => (operation.isExcluded(spread) ? null : undefined),
      Directive: (directive) => (isCondition(directive) ? null : undefined),
      SelectionSet: {
        enter(set) {
          const type = types.getParentType();
          if (!isInterfaceType(type) || !narrows(schema, operation, type, [set])) return undefined;
          return { ...set, selections: [...set.selections, TYPE_NAME] };
        },
        leave: (set) => (set.selections.length === 0 ? { ...set, selections: [TYPE_NAME] } : undefined),
      },
    }),
  );
}

function isCondition(directive: DirectiveNode): boolean {
  return directive.name.value === 'skip' || directive.name.value === 'include';
}
