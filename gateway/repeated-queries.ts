import type { IncomingHttpHeaders } from 'node:http';
import type { RequestContext } from '@zgt/runtime/viewer.ts';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
  OperationTypeNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { measureCost } from './cost.ts';
import type { Executor } from './executor/executor.ts';
import type { GraphqlAnswer, GraphqlRequest } from './graphql-server.ts';
import type { Metrics } from './metrics.ts';

export interface RepeatedQueriesOptions {
  executor: Executor;
  maximumCost: number;
  metrics: Metrics;
  publicError(formatted: GraphQLFormattedError, error: GraphQLError): GraphQLFormattedError;
}

export interface RepeatedQueries {
  /** Remembers a document that was parsed, validated and found within the limits. */
  remember(source: string, document: DocumentNode): void;
  /** Answers a query that comes again; null for everything else, which nothing was done for. */
  answer(request: GraphqlRequest, context: RequestContext): Promise<GraphqlAnswer | null>;
}

const KEPT_DOCUMENTS = 2000;
const JSON_TYPES = new Set([
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=utf-8',
]);
const ACCEPTED = new Set([undefined, '*/*', 'application/json', 'application/json, text/plain, */*']);
const ANSWERED: [string, string][] = [['content-type', 'application/json; charset=utf-8']];

/**
 * Answers queries whose text was let through before as Apollo Server answers them, without its work of reading them:
 * same bytes, same limits. Whatever is unusual about a request (a hash, other media types, a mutation, variables that
 * do not fit) is left to Apollo Server.
 */
export function createRepeatedQueries(options: RepeatedQueriesOptions): RepeatedQueries {
  const { executor, maximumCost, metrics, publicError } = options;
  const known = new LRUCache<string, DocumentNode>({ max: KEPT_DOCUMENTS });

  return {
    remember: (source, document) => known.set(source, document),
    async answer(request, context) {
      const asked = readUsual(request);
      const document = asked && known.get(asked.query);
      const operation = document && getOperationAST(document, asked.operationName);
      if (!operation || operation.operation !== OperationTypeNode.QUERY) return null;
      const { query: source, operationName, variables } = asked;
      if (measureCost(executor.apiSchema, document, operation, variables) > maximumCost) return null;
      const startedAt = performance.now();
      const name = operation.name?.value ?? null;
      const result = await executor
        .execute({ document, source, operationName: operationName ?? name, variables, context })
        .catch(() => null);
      // What could not be begun is said by Apollo Server, and what broke is logged there: a query may be asked again.
      if (result?.data === undefined) return null;
      const { data, errors } = result;
      metrics.operation(name, operation.operation, (performance.now() - startedAt) / 1000);
      for (const error of errors ?? []) metrics.error(String(error.extensions.code ?? 'none'));
      const answer = errors
        ? { errors: errors.map((error) => publicError(error.toJSON(), error)), data }
        : { data };
      return { status: 200, headers: ANSWERED, body: lineOf(JSON.stringify(answer)) };
    },
  };
}

const LINE_FEED = 10;

/** A text and a line feed in UTF-8, without putting the two together as text first. */
function lineOf(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const line = Buffer.allocUnsafe(length + 1);
  line.write(text);
  line[length] = LINE_FEED;
  return line;
}

interface Usual {
  query: string;
  operationName: string | null;
  variables: Record<string, unknown>;
}

/** What a request asks by text, when it is a POST of JSON as nearly all are. */
function readUsual({ method, headers, body }: GraphqlRequest): Usual | null {
  if (method !== 'POST' || !speaksJson(headers) || !isObject(body)) return null;
  const { query, operationName = null, variables, extensions } = body;
  if (typeof query !== 'string' || extensions != null) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  if (variables != null && !isObject(variables)) return null;
  return { query, operationName, variables: variables ?? {} };
}

function speaksJson(headers: IncomingHttpHeaders): boolean {
  return JSON_TYPES.has(headers['content-type'] ?? '') && ACCEPTED.has(headers.accept);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
