import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  isEnumType,
  parse,
} from 'graphql';
import { type CompilerOptions, compileQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Runtime } from '../runtime.ts';
import type { RequestContext } from '../viewer.ts';
import type { SubgraphContext } from './builder.ts';
import { subgraphContext } from './subgraph-context.ts';

const KEPT_DOCUMENTS = 2000;

type Run = (context: SubgraphContext, variables: Record<string, unknown>) => Promise<ExecutionResult>;

/**
 * Calls a subgraph in this process. Its documents come from the gateway's planner, which validated them. A document
 * that comes again is compiled: most are asked for often, and one that is asked for once is not worth compiling.
 */
export function localCall(schema: GraphQLSchema, runtime: Runtime) {
  const options = { disableLeafSerialization: hasPlainEnums(schema) };
  const runs = new LRUCache<string, { document: DocumentNode; run: Run | null }>({ max: KEPT_DOCUMENTS });

  function runOf(query: string): Run {
    const known = runs.get(query);
    if (!known) {
      const document = parse(query, { noLocation: true });
      runs.set(query, { document, run: null });
      return interpreted(schema, document);
    }
    known.run ??= compiled(schema, known.document, options);
    return known.run;
  }

  return async (
    request: { query: string; variables?: Record<string, unknown> },
    context: RequestContext,
  ): Promise<ExecutionResult> =>
    runOf(request.query)(subgraphContext(runtime, context), request.variables ?? {});
}

/** True when each enum's values are their names: then the gateway can write all leaves of the specification's types. */
const hasPlainEnums = (schema: GraphQLSchema): boolean =>
  Object.values(schema.getTypeMap()).every(
    (type) => !isEnumType(type) || type.getValues().every(({ name, value }) => name === value),
  );

function interpreted(schema: GraphQLSchema, document: DocumentNode): Run {
  return async (contextValue, variableValues) => execute({ schema, document, variableValues, contextValue });
}

function compiled(schema: GraphQLSchema, document: DocumentNode, options: Partial<CompilerOptions>): Run {
  const result = compileQuery(schema, document, '', options);
  // Documents that cannot be compiled answer with their errors, as they would when interpreted.
  if (!('query' in result)) return interpreted(schema, document);
  return async (context, variables) => result.query({}, context, variables) as Promise<ExecutionResult>;
}
