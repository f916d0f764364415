import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import type { RequestContext } from '@zgt/runtime/viewer.ts';
import {
  buildASTSchema,
  type DocumentNode,
  type ExecutionResult,
  execute as executeLocally,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from 'graphql';
import { requireKnownFeatures } from '../supergraph.ts';
import { startDeadline } from './deadline.ts';
import { joinEntities } from './joined-entities.ts';
import { createPlans, type PlanCacheStatistics } from './plan.ts';
import { inSpan } from './spans.ts';
import type { Environment, Run } from './steps.ts';
import type { ExecutorLog, SubgraphCall } from './subgraph.ts';
import { readTypeMatch } from './types.ts';

export interface ExecutorOptions {
  supergraph: string;
  calls: Readonly<Record<string, SubgraphCall>>;
  /** The largest number of plans kept; 1000 unless told. */
  cacheSize?: number;
  /** How long one operation may take; 5000 unless told. */
  timeoutMs?: number;
  log: ExecutorLog;
}

export interface ExecutorRequest {
  /** Parsed and validated against `apiSchema`. */
  document: DocumentNode;
  source: string;
  operationName?: string | null;
  variables: Record<string, unknown>;
  context: RequestContext;
}

export interface Executor {
  apiSchema: GraphQLSchema;
  execute(request: ExecutorRequest): Promise<ExecutionResult>;
  /** Plans these documents ahead, one after another; what the schema does not allow is left out. */
  warm(sources: readonly string[]): Promise<void>;
  planCache(): PlanCacheStatistics;
}

const unplannable = () =>
  new GraphQLError('这个查询暂时无法执行，请拆成几个较小的查询再试', {
    extensions: { code: 'QUERY_PLANNING_FAILED' },
  });

/** Runs validated operations over the subgraphs; the answer is what one server with the API schema would give. */
export function createExecutor({
  supergraph,
  calls,
  cacheSize = 1000,
  timeoutMs = 5000,
  log,
}: ExecutorOptions): Executor {
  requireKnownFeatures(supergraph);
  const schema = buildASTSchema(transformSupergraphToPublicSchema(parse(supergraph, { noLocation: true })));
  const entityCalls = Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [name, joinEntities(call)]),
  );
  const environment: Environment = { calls, entityCalls, schema, match: readTypeMatch(supergraph), log };
  const plans = createPlans(supergraph, cacheSize, environment);

  async function execute({ document, operationName, variables, context }: ExecutorRequest) {
    const operation = getOperationAST(document, operationName);
    if (!operation) return executeLocally({ schema, document, operationName });
    const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (values.errors) return { errors: values.errors };
    const prepared = await plans.prepare(document, operation, values.coerced).catch((error: unknown) => {
      log.error({ err: error, requestId: context.requestId }, 'the operation could not be planned');
      return null;
    });
    if (!prepared) return { errors: [unplannable()] };
    const run: Run = {
      data: {},
      placeless: [],
      variables: values.coerced,
      context,
      deadline: startDeadline(timeoutMs),
      halted: false,
      mutations: 0,
    };
    await prepared.step(run).finally(run.deadline.stop);
    Object.assign(run.data, prepared.introspect(variables));
    const { data, errors, faults } = prepared.project(run.data);
    for (const fault of faults)
      log.error({ fault, requestId: context.requestId }, 'the merged data does not fit the schema');
    const placeless = run.placeless.map(
      ({ message, code }) => new GraphQLError(message, { extensions: { code } }),
    );
    const all = [...placeless, ...errors];
    return all.length > 0 ? { data, errors: distinct(all) } : { data };
  }

  return {
    apiSchema: schema,
    planCache: plans.statistics,
    async warm(sources) {
      for (const source of sources) {
        const document = parse(source, { noLocation: true });
        const operation = getOperationAST(document);
        if (!operation || validate(schema, document).length > 0) continue;
        await plans.prepare(document, operation, {}).catch((error: unknown) => {
          log.error({ err: error }, 'a trusted document could not be planned');
        });
      }
    },
    execute: (request) => {
      const name = request.operationName;
      return inSpan('graphql operation', name ? { 'graphql.operation.name': name } : {}, () =>
        execute(request),
      );
    },
  };
}

function distinct(errors: readonly GraphQLError[]): GraphQLError[] {
  const seen = new Map(
    errors.map((error) => [JSON.stringify([error.path, error.message, error.extensions]), error]),
  );
  return [...seen.values()];
}
