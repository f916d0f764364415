import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingHttpHeaders } from 'node:http';
import { ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { RequestContext } from '@zgt/runtime/viewer.ts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { measureCost } from './cost.ts';
import type { Executor } from './executor/executor.ts';
import { INTERNAL_MESSAGE } from './executor/failure.ts';
import { beyondLimit, type Limits, limitRules } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { createRepeatedQueries } from './repeated-queries.ts';
import type { TrustedDocument } from './trusted-documents.ts';

export interface GraphqlServerOptions {
  executor: Executor;
  supergraph: string;
  limits: Limits;
  introspection: boolean;
  log: Logger;
  metrics: Metrics;
  trustedDocuments?: readonly TrustedDocument[];
}

/** A request as it came by HTTP; `search` begins with its question mark, `body` is what was read from its JSON. */
export interface GraphqlRequest {
  method: string;
  headers: IncomingHttpHeaders;
  search: string;
  body: unknown;
}

export interface GraphqlAnswer {
  status: number;
  headers: Iterable<[string, string]>;
  /** In UTF-8: the socket's own encoding of long Chinese text is slow. */
  body: Buffer;
}

export interface GraphqlServer {
  start(): Promise<void>;
  stop(): Promise<void>;
  answer(request: GraphqlRequest, context: RequestContext): Promise<GraphqlAnswer>;
}

/**
 * Speaks GraphQL over HTTP through Apollo Server, whose gateway interface carries our executor. What it let through once
 * is answered without it when it comes again.
 */
export function createGraphqlServer(options: GraphqlServerOptions): GraphqlServer {
  const { executor, supergraph, limits, introspection, log, metrics } = options;
  const trusted = new Map((options.trustedDocuments ?? []).map(({ id, body }) => [id, body]));
  const current = new AsyncLocalStorage<{ requestId: string }>();
  const repeated = createRepeatedQueries({
    executor,
    maximumCost: limits.cost,
    metrics,
    publicError: withRequestId,
  });

  const server = new ApolloServer<RequestContext>({
    gateway: {
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: executor.apiSchema, coreSupergraphSdl: supergraph });
        return () => {};
      },
      load: async () => ({
        executor: ({ document, source, request, operationName, context }) =>
          executor.execute({
            document,
            source,
            operationName: operationName ?? request.operationName,
            variables: request.variables ?? {},
            context: context as RequestContext,
          }) as Promise<{ data?: Record<string, unknown> | null; errors?: readonly GraphQLError[] }>,
      }),
      stop: async () => {},
    },
    apollo: {},
    nodeEnv: 'production',
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    csrfPrevention: true,
    persistedQueries: trusted.size > 0 && { cache: trustedCache(trusted) },
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: limitRules(limits),
    logger: apolloLog(log),
    formatError: withRequestId,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      {
        async requestDidStart() {
          const startedAt = performance.now();
          return {
            async didResolveOperation({ schema, document, operation, request, source }) {
              if (!operation) return;
              const cost = measureCost(schema, document, operation, request.variables ?? {});
              if (cost > limits.cost) throw costRefusal(limits.cost, cost);
              repeated.remember(source, document);
            },
            async willSendResponse({ operation, operationName, errors }) {
              const seconds = (performance.now() - startedAt) / 1000;
              if (operation) metrics.operation(operationName, operation.operation, seconds);
              for (const error of errors ?? []) metrics.error(String(error.extensions.code ?? 'none'));
            },
          };
        },
      },
    ],
  });

  function withRequestId(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
    return publicError(formatted, error, current.getStore()?.requestId);
  }

  function publicError(
    formatted: GraphQLFormattedError,
    error: unknown,
    requestId: string | undefined,
  ): GraphQLFormattedError {
    const extensions = { ...formatted.extensions, requestId };
    if (formatted.extensions?.code === 'INTERNAL_SERVER_ERROR') {
      // The executor has logged what it replaced itself; anything else that comes here is a fault of the front.
      if (formatted.message !== INTERNAL_MESSAGE)
        log.error({ err: unwrapResolverError(error), requestId }, 'fault');
      return {
        ...formatted,
        message: INTERNAL_MESSAGE,
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
      };
    }
    if (/more tha[nt] \d+ tokens/.test(formatted.message)) {
      const message = `查询过长：上限 ${limits.tokens} 个词法单元。请删减字段，或拆成几次查询。`;
      return { message, extensions: { ...extensions, limit: 'tokens', maximum: limits.tokens } };
    }
    if (formatted.message.includes('potential Cross-Site Request Forgery'))
      return {
        message:
          '请求的 Content-Type 应为 application/json；以 GET 查询须另带 apollo-require-preflight 请求头。',
        extensions,
      };
    return { ...formatted, extensions };
  }

  return {
    start: () => server.start(),
    stop: () => server.stop(),
    answer: (request, context) =>
      current.run({ requestId: context.requestId }, async () => {
        const again = await repeated.answer(request, context);
        if (again) return again;
        const {
          status = 200,
          headers,
          body,
        } = await server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: forApollo(request),
          context: async () => context,
        });
        if (body.kind !== 'complete') throw new Error('Incremental delivery is not offered');
        const wellFormed =
          status === 400 && isPlainJson(headers.get('content-type')) && failedInGraphql(body.string);
        return { status: wellFormed ? 200 : status, headers, body: Buffer.from(body.string) };
      }),
  };
}

function forApollo({ headers, ...request }: GraphqlRequest): HTTPGraphQLRequest {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return { ...request, headers: map };
}

function costRefusal(limit: number, found: number): GraphQLError {
  const refusal = beyondLimit('cost', limit, found);
  return new GraphQLError(refusal.message, { extensions: { ...refusal.extensions, http: { status: 400 } } });
}

/** Trusted documents may be asked for by hash alone; what a client sends under its own hash is not kept. */
function trustedCache(trusted: ReadonlyMap<string, string>) {
  return {
    get: async (key: string) => trusted.get(key.replace(/^apq:/, '')),
    set: async () => undefined,
    delete: async () => undefined,
  };
}

const IN_GRAPHQL = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** GraphQL over HTTP, 6.4.1: under application/json a well-formed request is answered 200 whatever GraphQL says. */
function failedInGraphql(body: string): boolean {
  const { errors } = JSON.parse(body) as { errors?: readonly GraphQLFormattedError[] };
  return errors?.every((error) => IN_GRAPHQL.has(String(error.extensions?.code))) ?? false;
}

function isPlainJson(contentType: string | undefined): boolean {
  return contentType?.startsWith('application/json') ?? false;
}

function apolloLog(log: Logger) {
  const write = (level: 'debug' | 'info' | 'warn' | 'error') => (message?: unknown) =>
    log[level](String(message));
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
