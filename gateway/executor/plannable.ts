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
import type { PathKey } from './failure.ts';
import { narrows, type Operation, responseKey } from './fields.ts';
import type { Data } from './merge.ts';

// In the merged data a client's alias, and a field that takes arguments, carry this prefix, so that none hides a key
// or a field that a subgraph requires.
const CLIENT_PREFIX = '_c_';

const name = (value: string): NameNode => ({ kind: Kind.NAME, value });
const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: name('__typename') };

/** The key in the merged data under which the client's own name of a field stands. */
export const clientKey = (key: string): string => CLIENT_PREFIX + key;

/** Gives the reader of what the client asked for with this field from an object of the merged data. */
export function readerOf(field: FieldNode): (source: Data) => unknown {
  const key = responseKey(field);
  const own = clientKey(key);
  if (key !== field.name.value) return (source) => source[own];
  return (source) => {
    const value = source[key];
    const asked = source[own];
    return asked === undefined ? value : asked;
  };
}

/** Turns a path in the merged data into the client's path. */
export function clientPath(path: readonly PathKey[]): PathKey[] {
  return path.map((key) =>
    typeof key === 'string' && key.startsWith(CLIENT_PREFIX) ? key.slice(CLIENT_PREFIX.length) : key,
  );
}

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
        return { ...field, alias: name(clientKey(key)) };
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
