import type { GraphQLFormattedError } from 'graphql';
import { DeadlinePassed } from './deadline.ts';
import { SubgraphUnavailable } from './subgraph.ts';

export type PathKey = string | number;

/** One public error. Its place is the field where it surfaces, `up` steps back, then down the `tail`. */
export interface FailureDetail {
  message: string;
  code: string;
  up: 0 | 1;
  tail: readonly PathKey[];
}

/**
 * Stands in the merged data where a value could not be had. It is an Error, so that graphql-js itself locates it,
 * nulls the field and propagates the null as the specification says.
 */
export class FieldFailure extends Error {
  readonly details: FailureDetail[];

  constructor(details: FailureDetail[]) {
    super(details[0]?.message ?? INTERNAL_MESSAGE);
    this.details = details;
  }
}

export const INTERNAL_MESSAGE = '内部错误，请凭请求编号联系平台';
export const UNAVAILABLE_MESSAGE = '部分服务暂时不可用，请稍后重试';
const TIMEOUT_MESSAGE = '查询超时，已返回其余部分；请缩小查询范围后再试';
export const UNKNOWN_OUTCOME_MESSAGE =
  '服务没有及时答复，这次办理可能已经生效；请以同一 Idempotency-Key 重试，或刷新后查看';

/** The codes whose message was written for the client; every other message stays inside. */
export const PUBLIC_CODES: ReadonlySet<string> = new Set([
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'LOG_WRITE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
]);

/** Turns a subgraph's error into what a client may read; `hidden` says that the original must be logged. */
export function publicDetail(error: GraphQLFormattedError): FailureDetail & { hidden: boolean } {
  const code = error.extensions?.code;
  if (typeof code === 'string' && PUBLIC_CODES.has(code)) {
    return { message: error.message, code, up: 0, tail: [], hidden: false };
  }
  return { message: INTERNAL_MESSAGE, code: 'INTERNAL_SERVER_ERROR', up: 0, tail: [], hidden: true };
}

/** Gives the public failure for a call that threw instead of answering. */
export function thrownFailure(error: unknown, wasMutation: boolean): FieldFailure {
  const unanswered = error instanceof DeadlinePassed || error instanceof SubgraphUnavailable;
  const code =
    error instanceof DeadlinePassed
      ? 'TIMEOUT'
      : error instanceof SubgraphUnavailable
        ? 'SUBGRAPH_UNAVAILABLE'
        : 'INTERNAL_SERVER_ERROR';
  const message = !unanswered
    ? INTERNAL_MESSAGE
    : wasMutation
      ? UNKNOWN_OUTCOME_MESSAGE
      : error instanceof DeadlinePassed
        ? TIMEOUT_MESSAGE
        : UNAVAILABLE_MESSAGE;
  return new FieldFailure([{ message, code, up: 0, tail: [] }]);
}
