import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import { awaitingColumns } from '../lifecycle/declaration.ts';
import type { Noun } from '../lifecycle/noun.ts';
import type { Wanted } from '../lifecycle/read.ts';

/** For fields that do not read the column of their own name: the columns that they read instead. */
export type Reads = Readonly<Record<string, readonly string[]>>;

/** Fields that every noun has and that read nothing but what every row brings along. */
const FREE = new Set([
  '__typename',
  'id',
  'number',
  'status',
  'statusLabel',
  'statusTone',
  'awaits',
  'version',
  'createdAt',
  'updatedAt',
  'organization',
  'history',
  'deadlines',
  'documents',
]);

/** Guards may judge by anything. */
const WHOLE_ROW = new Set(['availableActions']);

const declared = new WeakMap<Noun, Reads>();
const known = new WeakMap<FieldNode, WeakMap<Noun, Wanted>>();

/** Keeps what the fields of a noun read. */
export function declareReads(noun: Noun, reads: Reads): void {
  declared.set(noun, reads);
}

function* fieldsOf(
  set: SelectionSetNode,
  info: GraphQLResolveInfo,
  type: string | null,
): Generator<FieldNode> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      yield selection;
      continue;
    }
    const part = selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value]! : selection;
    const on = part.typeCondition?.name.value;
    if (type === null || on === undefined || on === type) yield* fieldsOf(part.selectionSet, info, type);
  }
}

function find(noun: Noun, info: GraphQLResolveInfo, path: readonly string[]): Wanted {
  let nodes: FieldNode[] = [...info.fieldNodes];
  for (const name of path)
    nodes = nodes.flatMap((node) =>
      [...fieldsOf(node.selectionSet!, info, null)].filter((field) => field.name.value === name),
    );
  const reads = declared.get(noun) ?? {};
  const columns = new Set<string>();
  for (const node of nodes)
    for (const { name } of fieldsOf(node.selectionSet!, info, noun.lifecycle.noun)) {
      if (WHOLE_ROW.has(name.value)) return null;
      if (name.value === 'awaits') for (const column of awaitingColumns(noun.lifecycle)) columns.add(column);
      if (FREE.has(name.value)) continue;
      for (const column of reads[name.value] ?? [name.value]) columns.add(column);
    }
  return [...columns].sort();
}

/**
 * The columns that a selection of a noun's fields reads: a field reads the column of its own name unless the noun
 * declared others. `path` leads from the resolved field to the noun. What `@skip` leaves out is read all the same.
 */
export function wantedColumns(noun: Noun, info: GraphQLResolveInfo, path: readonly string[] = []): Wanted {
  if (info.fieldNodes.length > 1) return find(noun, info, path);
  const node = info.fieldNodes[0]!;
  const byNoun = known.get(node) ?? new WeakMap<Noun, Wanted>();
  known.set(node, byNoun);
  const before = byNoun.get(noun);
  if (before !== undefined) return before;
  const wanted = find(noun, info, path);
  byNoun.set(noun, wanted);
  return wanted;
}
