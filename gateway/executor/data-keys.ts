import { type FieldNode, print } from 'graphql';
import type { PathKey } from './failure.ts';
import { responseKey } from './fields.ts';

const OWN_KEY = /^_c\d*_/;

/**
 * The names that a client's fields have in the merged data. A client's alias, and a field that takes arguments, get a
 * key of their own, so that none hides a key or a field that a subgraph requires. Where a client gives different
 * fields one name under different types, each has its own key: the planner cannot merge them.
 */
export interface DataKeys {
  of(field: FieldNode): string;
}

export function createDataKeys(): DataKeys {
  const known = new Map<string, string[]>();
  return {
    of(field) {
      const key = responseKey(field);
      const asked = [field.name.value, ...(field.arguments ?? []).map(print).sort()].join(' ');
      const others = known.get(key) ?? [];
      known.set(key, others);
      const index = others.includes(asked) ? others.indexOf(asked) : others.push(asked) - 1;
      return `_c${index === 0 ? '' : index}_${key}`;
    },
  };
}

/** Turns a path in the merged data into the client's path. */
export function clientPath(path: readonly PathKey[]): PathKey[] {
  return path.map((key) => (typeof key === 'string' ? key.replace(OWN_KEY, '') : key));
}
