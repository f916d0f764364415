import type {
  FetchRewrite,
  FlattenNodePathSegment,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { Positions } from '@zgt/runtime/positions.ts';
import { FieldFailure } from './failure.ts';
import { copyTree, type Data, isContainer, mergeInto } from './merge.ts';
import { applyRewrites, requirementsOf } from './rewrites.ts';
import type { Selected } from './selected.ts';
import type { TypeMatch } from './types.ts';

/** Finds the objects in the merged data that a flatten path leads to. */
export function collect(
  value: unknown,
  path: readonly FlattenNodePathSegment[],
  match: TypeMatch,
  found: Data[],
  depth = 0,
): void {
  if (!isContainer(value)) return;
  const segment = path[depth];
  if (Array.isArray(value)) {
    const next = segment === '@' ? depth + 1 : depth;
    for (const item of value) collect(item, path, match, found, next);
  } else if (segment === undefined) {
    found.push(value);
  } else if (segment === '@') {
    collect(value, path, match, found, depth + 1);
  } else if ('Field' in segment) {
    collect(value[segment.Field], path, match, found, depth + 1);
  } else {
    const typename = value.__typename;
    if (typename === undefined || segment.TypeCondition.some((condition) => match(typename, condition))) {
      collect(value, path, match, found, depth + 1);
    }
  }
}

/**
 * Gives what the subgraph needs to know of an entity: null when there is nothing to ask for, the failure when a
 * needed value could not be had.
 */
export function represent(
  requires: readonly RequiresSelection[],
  entity: Data,
  match: TypeMatch,
): Data | FieldFailure | null {
  const result: Data = {};
  const failure = select(requires, entity, match, result);
  if (failure) return failure;
  const usable = Object.keys(result).some((key) => key !== '__typename' && result[key] !== null);
  if (!usable) return null;
  if (result.__typename === undefined) result.__typename = entity.__typename;
  return typeof result.__typename === 'string' ? result : null;
}

function select(
  selections: readonly RequiresSelection[],
  source: Data,
  match: TypeMatch,
  into: Data,
): FieldFailure | undefined {
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      if (source.__typename !== undefined && !match(source.__typename, selection.typeCondition)) continue;
      const failure = select(selection.selections, source, match, into);
      if (failure) return failure;
    } else if (selection.kind === 'Field') {
      const key = selection.alias ?? selection.name;
      const value = source[selection.name] === undefined ? source[key] : source[selection.name];
      if (value === undefined) continue;
      const chosen = selection.selections?.length ? selectNested(selection.selections, value, match) : value;
      if (chosen instanceof FieldFailure) return chosen;
      into[key] = isContainer(into[key]) && isContainer(chosen) ? merged(into[key], chosen) : chosen;
    }
  }
  return undefined;
}

function selectNested(selections: readonly RequiresSelection[], value: unknown, match: TypeMatch): unknown {
  if (!isContainer(value)) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => selectNested(selections, item, match));
    return items.find((item) => item instanceof FieldFailure) ?? items;
  }
  const into: Data = {};
  return select(selections, value, match, into) ?? into;
}

function merged(first: Data, second: Data): Data {
  mergeInto(first, second);
  return first;
}

/** What a fetch needs to know of its entities, and how the subgraph calls it. */
export interface Requirements {
  selections: readonly RequiresSelection[];
  rewrites: readonly FetchRewrite[];
  /** Set when it is no more than the name of a type and one key, as it nearly always is. */
  plain: Plain | null;
}

/** Entities of this very type whose key is text are told apart by the key, without writing anything down first. */
interface Plain {
  type: string;
  key: string;
}

export function readRequirements(
  requires: readonly RequiresSelection[] | undefined,
  rewrites: readonly FetchRewrite[] = [],
  match: TypeMatch,
): Requirements {
  const selections = requirementsOf(requires, rewrites, match);
  return { selections, rewrites, plain: rewrites.length === 0 ? plainOf(selections) : null };
}

function plainOf([only, ...others]: readonly RequiresSelection[]): Plain | null {
  if (only?.kind !== 'InlineFragment' || others.length > 0) return null;
  const names = only.selections.flatMap((selection) =>
    selection.kind === 'Field' && !selection.alias && !selection.selections?.length ? [selection.name] : [],
  );
  const keys = names.filter((name) => name !== '__typename');
  const isPlain = only.selections.length === 2 && names.length === 2 && keys.length === 1;
  return isPlain ? { type: only.typeCondition, key: keys[0]! } : null;
}

/** Collects the objects to complete and the distinct representations to ask for. */
export class EntityBatch {
  readonly representations: Data[] = [];
  private readonly slots = new Map<string, number>();
  private keys: Positions | null = null;
  private readonly slotsOfKeys: number[] = [];
  private readonly targets: { entity: Data; slot: number }[] = [];
  private readonly selected: Selected;
  private readonly requirements: Requirements;
  private readonly match: TypeMatch;

  constructor(selected: Selected, requirements: Requirements, match: TypeMatch) {
    this.selected = selected;
    this.requirements = requirements;
    this.match = match;
  }

  add(entities: readonly Data[]): void {
    const { selections, rewrites, plain } = this.requirements;
    this.keys ??= new Positions(entities.length);
    const { keys } = this;
    for (const entity of entities) {
      const value = plain && entity.__typename === plain.type ? entity[plain.key] : null;
      if (plain && typeof value === 'string') {
        this.targets.push({ entity, slot: this.slotOfKey(keys, plain, value) });
        continue;
      }
      const representation = represent(selections, entity, this.match);
      if (representation instanceof FieldFailure) {
        this.mark(entity, withoutPlace(representation));
      } else if (representation) {
        applyRewrites(representation, rewrites, this.match);
        this.targets.push({ entity, slot: this.slotOf(representation) });
      }
    }
  }

  /** Writes the subgraph's entities, or the failures in their place, into the merged data. */
  complete(answers: readonly unknown[]): void {
    const used = new Set<number>();
    for (const { entity, slot } of this.targets) {
      const answer = answers[slot];
      if (answer instanceof FieldFailure) this.mark(entity, fromParent(answer));
      else if (isContainer(answer)) mergeInto(entity, used.has(slot) ? copyTree(answer) : answer);
      used.add(slot);
    }
  }

  fail(failure: FieldFailure): void {
    for (const { entity } of this.targets) this.mark(entity, failure);
  }

  private ask(representation: Data): number {
    return this.representations.push(representation) - 1;
  }

  private slotOf(representation: Data): number {
    const identity = JSON.stringify(representation);
    const slot = this.slots.get(identity) ?? this.ask(representation);
    this.slots.set(identity, slot);
    return slot;
  }

  private slotOfKey(keys: Positions, { type, key }: Plain, value: string): number {
    const position = keys.add(value);
    if (position === this.slotsOfKeys.length)
      this.slotsOfKeys.push(this.ask({ __typename: type, [key]: value }));
    return this.slotsOfKeys[position]!;
  }

  private mark(entity: Data, failure: FieldFailure): void {
    markMissing(entity, this.selected, failure, this.match);
  }
}

function markMissing(value: Data, selected: Selected, failure: FieldFailure, match: TypeMatch): void {
  if (Array.isArray(value)) {
    for (const item of value) if (isContainer(item)) markMissing(item, selected, failure, match);
    return;
  }
  for (const { condition, fields } of selected) {
    if (condition !== null && value.__typename !== undefined && !match(value.__typename, condition)) continue;
    for (const { key, children } of fields) {
      const present = value[key];
      if (present === undefined) value[key] = failure;
      else if (isContainer(present)) markMissing(present, children, failure, match);
    }
  }
}

/** A failure that stands elsewhere than where it arose keeps its message and loses its place. */
function withoutPlace(failure: FieldFailure): FieldFailure {
  return new FieldFailure(failure.details.map((detail) => ({ ...detail, up: 0 as const, tail: [] })));
}

/** A failure inside an entity that became null is told of each of its fields, but placed where it arose. */
function fromParent(failure: FieldFailure): FieldFailure {
  return new FieldFailure(
    failure.details.map((detail) => ({
      ...detail,
      up: detail.tail.length > 0 ? (1 as const) : (0 as const),
    })),
  );
}
