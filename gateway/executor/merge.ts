import { type FailureDetail, FieldFailure, type PathKey } from './failure.ts';

export type Data = Record<string, unknown>;

/** True for JSON objects and arrays, never for a failure mark. */
export function isContainer(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !(value instanceof FieldFailure);
}

/** Merges fetched data into the tree in place; a failure never replaces a value, a value replaces a failure. */
export function mergeInto(target: Data, source: Data): void {
  for (const key in source) {
    const before = target[key];
    const after = source[key];
    if (before === undefined || before === null || before instanceof FieldFailure) {
      if (after !== null || before === undefined) target[key] = after;
    } else if (isContainer(before) && isContainer(after)) {
      mergeInto(before, after);
    } else if (after !== null && !(after instanceof FieldFailure)) {
      target[key] = after;
    }
  }
}

/** Copies a JSON tree, so that two places that share an entity can be filled differently later. */
export function copyTree<T>(value: T): T {
  if (!isContainer(value)) return value;
  if (Array.isArray(value)) return value.map(copyTree) as T;
  const copy: Data = { ...value };
  for (const key in copy) if (isContainer(copy[key])) copy[key] = copyTree(copy[key]);
  return copy as T;
}

/** Puts an error where its path leads: at the first null on the way. False when the path ends at a value. */
export function placeFailure(root: Data, path: readonly PathKey[], detail: FailureDetail): boolean {
  let node: Data = root;
  for (const [depth, key] of path.entries()) {
    const child = node[key];
    const placed = { ...detail, tail: path.slice(depth + 1) };
    if (child instanceof FieldFailure) {
      child.details.push(placed);
      return true;
    }
    if (child === null || child === undefined) {
      node[key] = new FieldFailure([placed]);
      return true;
    }
    if (!isContainer(child)) return false;
    node = child;
  }
  return false;
}
