import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestContext } from '@zgt/runtime/viewer.ts';
import {
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { Executor, ExecutorRequest } from '../executor/executor.ts';
import { type AnswersOptions, type AnswersStatistics, createAnswers, type Made } from './answers.ts';
import { operationKey } from './operation-key.ts';
import { policyOf } from './policy.ts';

/** What HTTP may say of an answer that everyone without an account may share. */
export interface Shared {
  /** Seconds for which it may be used, counted from when the work on it began. */
  maxAge: number;
  /** Whole seconds that have gone of these, rounded up so that the promise is kept; null for a fresh answer. */
  age: number | null;
}

export interface ResponseCache {
  /** Runs operations by the executor, or answers public queries of anonymous viewers without it. */
  execute: Executor['execute'];
  /** Does some work, and tells what of the operation within it may be shared; null when nothing may. */
  watch<T>(work: () => Promise<T>): Promise<{ value: T; shared: Shared | null }>;
  statistics(): AnswersStatistics;
}

const DEFAULT_BYTES = 32 * 1024 * 1024;

/**
 * Keeps the answers that are the same for everyone without an account, by the `@cacheControl` hints of the API schema.
 * A signed-in viewer's answers and mutations never enter or leave it. A mutation through this process empties it:
 * whoever acted here finds the consequence at once; what others did shows when an answer's age is over.
 */
export function createResponseCache(
  executor: Executor,
  { bytes = DEFAULT_BYTES, ...more }: Partial<AnswersOptions> = {},
): ResponseCache {
  const { apiSchema } = executor;
  const answers = createAnswers<ExecutionResult>({ bytes, ...more });
  const current = new AsyncLocalStorage<{ shared: Shared | null }>();

  /** The key and the seconds of an operation whose answer may be shared. */
  function shareable({ document, variables, context }: ExecutorRequest, operation: OperationDefinitionNode) {
    if (!mayShare(context)) return null;
    const { coerced } = getVariableValues(apiSchema, operation.variableDefinitions ?? [], variables);
    if (!coerced) return null;
    const { maxAge, scope } = policyOf(apiSchema, document, operation, coerced);
    if (scope !== 'PUBLIC' || maxAge <= 0) return null;
    return { maxAge, key: operationKey(document, operation.name?.value, coerced) };
  }

  async function execute(request: ExecutorRequest): Promise<ExecutionResult> {
    const operation = getOperationAST(request.document, request.operationName);
    if (!operation) return executor.execute(request);
    if (operation.operation === OperationTypeNode.MUTATION)
      return executor.execute(request).finally(answers.forget);
    const found = shareable(request, operation);
    if (!found) return executor.execute(request);
    const { value, how, ageMs } = await answers.get(found.key, found.maxAge * 1000, async () =>
      made(await executor.execute(request)),
    );
    const watched = current.getStore();
    if (watched && isWhole(value))
      watched.shared = { maxAge: found.maxAge, age: how === 'MISS' ? null : Math.ceil(ageMs / 1000) };
    return value;
  }

  return {
    execute,
    watch: (work) => {
      const outcome: { shared: Shared | null } = { shared: null };
      return current.run(outcome, async () => ({ value: await work(), shared: outcome.shared }));
    },
    statistics: answers.statistics,
  };
}

function mayShare({ viewer, idempotencyKey }: RequestContext): boolean {
  return viewer.via === 'ANONYMOUS' && idempotencyKey === null;
}

const isWhole = ({ data, errors }: ExecutionResult) => data != null && !errors?.length;

/** Measured: an entry takes about 400 bytes beside its answer, and an answer at most twice its JSON text. */
function made(value: ExecutionResult): Made<ExecutionResult> {
  return { value, bytes: isWhole(value) ? 400 + 2 * Buffer.byteLength(JSON.stringify(value)) : null };
}
