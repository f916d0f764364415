import type { RequestContext } from '@zgt/runtime/viewer.ts';
import type { ExecutionResult } from 'graphql';

export interface SubgraphRequest {
  query: string;
  variables: Record<string, unknown>;
  /** For documents of more than one operation. */
  operationName?: string;
  /** True when the request changes nothing, so that it may be asked again or shared. */
  isRead: boolean;
}

/** One subgraph as the gateway sees it, in process or over HTTP. Throws SubgraphUnavailable when it gave no answer. */
export type SubgraphCall = (request: SubgraphRequest, context: RequestContext) => Promise<ExecutionResult>;

/** Says that a subgraph gave no answer in time; its message may name addresses and goes to the log only. */
export class SubgraphUnavailable extends Error {
  override readonly name = 'SubgraphUnavailable';
}

/** The part of a pino logger that the executor writes to. */
export interface ExecutorLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
