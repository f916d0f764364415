import type { RequestContext, Viewer } from '@zgt/runtime/viewer.ts';
import type { ExecutionResult } from 'graphql';
import { CircuitBreaker } from './circuit-breaker.ts';
import { type SubgraphCall, SubgraphUnavailable } from './subgraph.ts';

/** Sends a GraphQL request, which is JSON text, for whoever asks; gives the text of the answer. */
export type Send = (request: string, context: RequestContext) => Promise<string>;

/** What stands in front of a subgraph says so when the subgraph itself did not get the request. */
export class NotServed extends Error {}
export const NOT_SERVED: ReadonlySet<number> = new Set([502, 503, 504]);

const CONNECTION_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
]);

// Counts the writes of this process: a read joins only a read that no write has overtaken.
let writes = 0;

/**
 * Makes a call of what only sends. It throws SubgraphUnavailable on timeout, refused connection, or no GraphQL answer;
 * tries a read once more when it did not get through, a write never. The same read by the same viewer that is already
 * under way is joined, not sent again.
 */
export function reliableCall(name: string, send: Send): SubgraphCall {
  const breaker = new CircuitBreaker({ failures: 5, openMs: 2000 });
  const underWay = new Map<string, Promise<string>>();

  async function ask(request: string, context: RequestContext, isRead: boolean): Promise<string> {
    if (!breaker.allows())
      throw new SubgraphUnavailable(`subgraph ${name}: circuit open after repeated failures`);
    try {
      const answer = await send(request, context).catch((error: unknown) => {
        if (!isRead || !mayBeRepeated(error)) throw error;
        return send(request, context);
      });
      breaker.succeeded();
      return answer;
    } catch (error) {
      breaker.failed();
      throw new SubgraphUnavailable(`subgraph ${name}: ${messageOf(error)}`, { cause: error });
    }
  }

  function read(request: string, context: RequestContext): Promise<string> {
    const reader = `${context.toleratesLag ?? false} ${viewerText(context.viewer)}`;
    const key = `${writes}\n${reader}\n${request}`;
    const known = underWay.get(key);
    if (known) return known;
    const asked = ask(request, context, true).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  }

  async function write(request: string, context: RequestContext): Promise<string> {
    writes += 1;
    return ask(request, context, false).finally(() => {
      writes += 1;
    });
  }

  return async ({ isRead, ...operation }, context) => {
    const request = JSON.stringify(operation);
    return readResult(await (isRead ? read : write)(request, context), name);
  };
}

const texts = new WeakMap<Viewer, string>();

/** The viewer as JSON text, written once for each viewer object. */
export function viewerText(viewer: Viewer): string {
  const known = texts.get(viewer) ?? JSON.stringify(viewer);
  texts.set(viewer, known);
  return known;
}

/** Each caller gets an answer of its own, which it may change. */
function readResult(text: string, name: string): ExecutionResult {
  try {
    const answer: unknown = JSON.parse(text);
    if (isResult(answer)) return answer;
  } catch {}
  throw new SubgraphUnavailable(`subgraph ${name}: no GraphQL answer`, {
    cause: new Error(text.slice(0, 200)),
  });
}

function isResult(value: unknown): value is ExecutionResult {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
}

function mayBeRepeated(error: unknown): boolean {
  if (error instanceof NotServed) return true;
  return error instanceof Error && 'code' in error && CONNECTION_ERRORS.has(String(error.code));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
