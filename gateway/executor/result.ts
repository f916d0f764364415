import {
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { type FailureDetail, FieldFailure, INTERNAL_MESSAGE } from './failure.ts';
import type { Data } from './merge.ts';
import { clientPath, readField } from './plannable.ts';
import type { Run } from './steps.ts';
import type { ExecutorLog } from './subgraph.ts';

export interface ResultInput {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | null | undefined;
  variables: Record<string, unknown>;
  run: Run;
  log: ExecutorLog;
}

const readData: GraphQLFieldResolver<Data, unknown> = (source, _arguments, _context, info) =>
  readField(source, info.fieldNodes[0]!);

/**
 * Projects the merged data by the client's operation. graphql-js does it, so that order, null propagation, abstract
 * types and introspection are as the specification says.
 */
export function projectResult({ schema, document, operationName, variables, run, log }: ResultInput) {
  const result: ExecutionResult = executeSync({
    schema,
    document,
    operationName,
    variableValues: variables,
    rootValue: run.data,
    fieldResolver: readData,
  });
  const errors = [
    ...run.placeless.map((detail) => new GraphQLError(detail.message, { extensions: { code: detail.code } })),
    ...(result.errors ?? []).flatMap((error) => expand(error, run, log)),
  ];
  return errors.length > 0 ? { ...result, errors: distinct(errors) } : result;
}

function expand(error: GraphQLError, run: Run, log: ExecutorLog): GraphQLError[] {
  if (error.originalError instanceof FieldFailure) {
    return error.originalError.details.map((detail) => relocated(error, detail));
  }
  if (error.path === undefined) return [error];
  log.error({ err: error, requestId: run.context.requestId }, 'the merged data does not fit the schema');
  const hidden: FailureDetail = { message: INTERNAL_MESSAGE, code: 'INTERNAL_SERVER_ERROR', up: 0, tail: [] };
  return [relocated(error, hidden)];
}

function relocated(error: GraphQLError, { message, code, up, tail }: FailureDetail): GraphQLError {
  const surfaced = error.path ?? [];
  const path = [...surfaced.slice(0, surfaced.length - up), ...clientPath(tail)];
  const here = up === 0 && tail.length === 0;
  return new GraphQLError(message, { nodes: here ? error.nodes : undefined, path, extensions: { code } });
}

function distinct(errors: readonly GraphQLError[]): GraphQLError[] {
  const seen = new Map(
    errors.map((error) => [JSON.stringify([error.path, error.message, error.extensions]), error]),
  );
  return [...seen.values()];
}
