import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type NameNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { PathKey } from './failure.ts';
import type { Data } from './merge.ts';

// In the merged data a client's alias, and a field that takes arguments, carry this prefix, so that none hides a key
// or a field that a subgraph requires.
const CLIENT_PREFIX = '_c_';

const name = (value: string): NameNode => ({ kind: Kind.NAME, value });
const TYPE_NAME: FieldNode = { kind: Kind.FIELD, name: name('__typename') };

/** Reads what the client asked for with this field from an object of the merged data. */
export function readField(source: Data, field: FieldNode): unknown {
  const prefixed = source[CLIENT_PREFIX + responseKey(field)];
  return prefixed === undefined && responseKey(field) === field.name.value
    ? source[field.name.value]
    : prefixed;
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
 * Rewrites an operation for the planner: names get their prefix, abstract types tell their `__typename`, which the
 * planner does not ask for by itself, and introspection, which it does not know, becomes `__typename` as well.
 * `@skip` and `@include` are decided here, because the planner loses some of them, and a mutation must not run then.
 */
export function plannableDocument(
  document: DocumentNode,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field(field) {
        if (isExcluded(field, variables)) return null;
        if (field.name.value === '__schema' || field.name.value === '__type') return TYPE_NAME;
        const takesArguments = (types.getFieldDef()?.args.length ?? 0) > 0;
        const key = responseKey(field);
        if (key === field.name.value && !takesArguments) return undefined;
        return { ...field, alias: name(CLIENT_PREFIX + key) };
      },
      InlineFragment: (fragment) => (isExcluded(fragment, variables) ? null : undefined),
      FragmentSpread: (spread) => (isExcluded(spread, variables) ? null : undefined),
      Directive: (directive) => (isCondition(directive) ? null : undefined),
      SelectionSet: {
        enter(set) {
          if (!isAbstractType(types.getParentType())) return undefined;
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

function isExcluded(
  node: { readonly directives?: readonly DirectiveNode[] },
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  if (skip?.if === true) return true;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false;
}

function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
