import type { RequestContext } from '@zgt/runtime/viewer.ts';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { SubgraphCall, SubgraphRequest } from './subgraph.ts';

interface Asked {
  request: SubgraphRequest;
  context: RequestContext;
  representations: readonly unknown[];
  resolve(result: Promise<ExecutionResult> | ExecutionResult): void;
  reject(error: unknown): void;
}

/** So many entities go in one request: of more, each waits long for the work that is for others. */
const MOST_ENTITIES = 80;

/**
 * Joins what different requests of the public ask a subgraph of its entities in one turn of the event loop: one
 * operation, and in the subgraph one statement, answers all of them. Whoever is signed in asks alone, because what
 * they read may be logged under their own request.
 */
export function joinEntities(call: SubgraphCall): SubgraphCall {
  /** By the operation and by what it is asked with: the text of an operation is not put together with anything anew. */
  const waiting = new Map<string, Map<string, Asked[]>>();

  function flush(): void {
    for (const groups of waiting.values())
      for (const group of groups.values()) for (const part of partsOf(group)) void ask(call, part);
    waiting.clear();
  }

  return (request, context) => {
    const { representations, ...others } = request.variables;
    if (!isPublic(context) || !Array.isArray(representations)) return call(request, context);
    const { promise, resolve, reject } = Promise.withResolvers<ExecutionResult>();
    const asked: Asked = { request, context, representations, resolve, reject };
    if (waiting.size === 0) setImmediate(flush);
    const groups = waiting.get(request.query) ?? new Map<string, Asked[]>();
    waiting.set(request.query, groups);
    const key = `${context.toleratesLag ?? false} ${JSON.stringify(others)}`;
    const group = groups.get(key);
    if (group) group.push(asked);
    else groups.set(key, [asked]);
    return promise;
  };
}

function isPublic({ viewer, idempotencyKey }: RequestContext): boolean {
  return viewer.via === 'ANONYMOUS' && idempotencyKey === null;
}

function partsOf(group: readonly Asked[]): Asked[][] {
  const parts: Asked[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const asked of group) {
    size += asked.representations.length;
    if (size <= MOST_ENTITIES) parts.at(-1)!.push(asked);
    else {
      parts.push([asked]);
      size = asked.representations.length;
    }
  }
  return parts;
}

async function ask(call: SubgraphCall, part: readonly Asked[]): Promise<void> {
  const [first, ...others] = part;
  if (!first) return;
  if (others.length === 0) return first.resolve(call(first.request, first.context));
  const representations = part.flatMap((asked) => asked.representations);
  const { request, context } = first;
  try {
    const result = await call({ ...request, variables: { ...request.variables, representations } }, context);
    const entities = entitiesOf(result, representations.length);
    let end = 0;
    for (const asked of part) {
      const start = end;
      end += asked.representations.length;
      asked.resolve(
        entities ? sliceOf(entities, result.errors, start, end) : call(asked.request, asked.context),
      );
    }
  } catch (error) {
    for (const { reject } of part) reject(error);
  }
}

/** The entities of an answer all of whose errors say which entity they are of; null for any other. */
function entitiesOf({ data, errors = [] }: ExecutionResult, length: number): unknown[] | null {
  const entities: unknown = data?._entities;
  if (!Array.isArray(entities) || entities.length !== length) return null;
  return errors.every(({ path }) => typeof path?.[1] === 'number') ? entities : null;
}

function sliceOf(
  entities: readonly unknown[],
  errors: readonly GraphQLError[] | undefined,
  start: number,
  end: number,
): ExecutionResult {
  const own = (errors ?? []).flatMap(({ message, path = [], extensions }) => {
    const [root, index, ...rest] = path as [string, number];
    if (index < start || index >= end) return [];
    return [new GraphQLError(message, { path: [root, index - start, ...rest], extensions })];
  });
  return {
    data: { _entities: entities.slice(start, end) },
    ...(own.length > 0 && { errors: own }),
  };
}
