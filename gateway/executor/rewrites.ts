import type {
  FetchNodePathSegment,
  FetchRewrite,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { type Data, isContainer } from './merge.ts';
import type { TypeMatch } from './types.ts';

/**
 * Gives what a fetch requires of its entities. Where the subgraph knows an interface as an object, every type of the
 * interface may be asked for: the planner, when it merges two such fetches, keeps only one of their types.
 */
export function requirementsOf(
  requires: readonly RequiresSelection[] | undefined,
  rewrites: readonly FetchRewrite[] | undefined,
  match: TypeMatch,
): RequiresSelection[] {
  const asked = (rewrites ?? []).flatMap((rewrite) => {
    if ('KeyRenamer' in rewrite) return [];
    const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
    const last = path.at(-1);
    return last && 'Key' in last && last.Key === '__typename' ? [setValueTo] : [];
  });
  return (requires ?? []).map((selection) => {
    if (selection.kind !== 'InlineFragment') return selection;
    const whole = asked.find((type) => match(selection.typeCondition, type));
    return whole ? { ...selection, typeCondition: whole } : selection;
  });
}

/** Applies the planner's renames and replaced values to a representation or an answer, in place. */
export function applyRewrites(
  root: unknown,
  rewrites: readonly FetchRewrite[] | undefined,
  match: TypeMatch,
) {
  for (const rewrite of rewrites ?? []) {
    if ('KeyRenamer' in rewrite) {
      const { path, renameKeyTo } = rewrite.KeyRenamer;
      atLast(root, path, match, (parent, key) => {
        if (!(key in parent)) return;
        parent[renameKeyTo] = parent[key];
        if (key !== renameKeyTo) delete parent[key];
      });
    } else {
      const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
      atLast(root, path, match, (parent, key) => {
        parent[key] = setValueTo;
      });
    }
  }
}

function atLast(
  value: unknown,
  path: readonly FetchNodePathSegment[],
  match: TypeMatch,
  change: (parent: Data, key: string) => void,
): void {
  if (!isContainer(value)) return;
  if (Array.isArray(value)) {
    for (const item of value) atLast(item, path, match, change);
    return;
  }
  const [segment, ...rest] = path;
  if (segment === undefined) return;
  if ('TypenameEquals' in segment) {
    const conditions = segment.TypenameEquals;
    const typename = value.__typename;
    if (typename === undefined || [conditions].flat().some((condition) => match(typename, condition))) {
      atLast(value, rest, match, change);
    }
  } else if (rest.length === 0) {
    change(value, segment.Key);
  } else {
    atLast(value[segment.Key], rest, match, change);
  }
}
