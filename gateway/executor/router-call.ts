import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  type DocumentNode,
  type ExecutionResult,
  execute as executeLocally,
  GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  separateOperations,
} from 'graphql';
import type { Executor, ExecutorRequest } from './executor.ts';
import { type FailureDetail, publicDetail, thrownFailure } from './failure.ts';
import { type ExecutorLog, SubgraphUnavailable } from './subgraph.ts';
import { type HttpCallOptions, httpCall } from './subgraph-http.ts';
import { subgraphPool } from './subgraph-pool.ts';

export interface RouterExecutorOptions {
  supergraph: string;
  /** GraphQL endpoints of equal routers over the same supergraph. */
  urls: readonly string[];
  /** Headers that tell the subgraphs, through the router, who asks. */
  headers: HttpCallOptions['headers'];
  /** Whole time for one operation; 4500 unless told. */
  timeoutMs?: number;
  log: ExecutorLog;
}

export interface RouterExecutor extends Executor {
  close(): Promise<void>;
}

/** What routers say when a subgraph gave no answer; Hive Router's and Apollo Router's codes. */
const UNAVAILABLE_CODES = new Set([
  'SUBREQUEST_HTTP_ERROR',
  'SUBREQUEST_MALFORMED_RESPONSE',
  'SUBGRAPH_REQUEST_TIMEOUT',
  'SUBGRAPH_RESPONSE_FAILURE',
  'SUBGRAPH_RESPONSE_BODY_READ_FAILURE',
  'SUBGRAPH_CIRCUIT_BREAKER_REJECTED',
  'GATEWAY_TIMEOUT',
  'REQUEST_TIMEOUT',
]);

/**
 * Leaves planning and execution to a router in front of the same subgraphs. Clients see only the errors that were
 * written for them: what the router says of addresses, plans and faults goes to the log.
 */
export function routerExecutor(options: RouterExecutorOptions): RouterExecutor {
  const { supergraph, urls, headers, timeoutMs = 4500, log } = options;
  const schema = buildASTSchema(transformSupergraphToPublicSchema(parse(supergraph, { noLocation: true })));
  const router = subgraphPool(urls.map((url) => httpCall({ name: 'router', url, timeoutMs, headers })));

  async function execute(request: ExecutorRequest): Promise<ExecutionResult> {
    const { document, source, operationName, variables, context } = request;
    const operation = getOperationAST(document, operationName);
    if (!operation) return executeLocally({ schema, document, operationName });
    const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (values.errors) return { errors: values.errors };
    const asksSchema = introspection(document, operation);
    if (asksSchema === 'ALL')
      return executeLocally({ schema, document, operationName, variableValues: variables });
    if (asksSchema === 'SOME') return { errors: [mixedIntrospection()] };
    const isRead = operation.operation === 'query';
    try {
      const query = onlyOperation(document, source, operation);
      const answer = await router.call({ query, variables, isRead, ...named(operation) }, context);
      return {
        data: answer.data ?? null,
        ...(answer.errors && {
          errors: answer.errors.map((error) => clientError(error, isRead, context.requestId, log)),
        }),
      };
    } catch (error) {
      if (!(error instanceof SubgraphUnavailable)) throw error;
      log.error({ err: error, requestId: context.requestId }, 'the router gave no answer');
      const { details } = thrownFailure(error, !isRead);
      return { data: null, errors: details.map((detail) => toError(detail, undefined)) };
    }
  }

  return {
    apiSchema: schema,
    // The router plans, and keeps its plans.
    warm: async () => undefined,
    planCache: () => ({ hits: 0, misses: 0, size: 0 }),
    execute,
    close: () => router.close(),
  };
}

function clientError(
  error: GraphQLFormattedError,
  isRead: boolean,
  requestId: string,
  log: ExecutorLog,
): GraphQLError {
  if (UNAVAILABLE_CODES.has(String(error.extensions?.code))) {
    log.warn({ error, requestId }, 'the router had no answer of a subgraph');
    const [detail] = thrownFailure(new SubgraphUnavailable(error.message), !isRead).details;
    return toError(detail!, error.path);
  }
  const { hidden, ...detail } = publicDetail(error);
  if (hidden) log.error({ error, requestId }, 'an error of the router or a subgraph was replaced');
  return toError(detail, error.path);
}

function toError({ message, code }: FailureDetail, path: GraphQLFormattedError['path']): GraphQLError {
  return new GraphQLError(message, { path, extensions: { code } });
}

const mixedIntrospection = () =>
  new GraphQLError('自省（__schema、__type）请与数据查询分开发送。', {
    extensions: { code: 'BAD_USER_INPUT' },
  });

const named = ({ name }: OperationDefinitionNode) => (name ? { operationName: name.value } : {});

/** The source with the one operation that is meant: whether it may be repeated is read from how it begins. */
function onlyOperation(document: DocumentNode, source: string, operation: OperationDefinitionNode): string {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operations.length === 1) return source;
  return print(separateOperations(document)[operation.name!.value]!);
}

/** How much of an operation asks about the schema itself, which the gateway answers: routers have that switched off. */
function introspection(document: DocumentNode, operation: OperationDefinitionNode): 'ALL' | 'SOME' | 'NONE' {
  const names = rootFields(document, operation.selectionSet);
  const asked = names.filter((name) => name === '__schema' || name === '__type').length;
  const others = names.filter((name) => !name.startsWith('__')).length;
  if (asked === 0) return 'NONE';
  return others === 0 ? 'ALL' : 'SOME';
}

function rootFields(document: DocumentNode, { selections }: SelectionSetNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet);
    const fragment = document.definitions.find(
      (definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(document, fragment.selectionSet) : [];
  });
}
