import { brokeOff, neverSent } from '../connection-errors.ts';
import { Spread } from '../spread.ts';
import { SubgraphUnavailable } from './subgraph.ts';
import type { HttpSubgraphCall } from './subgraph-http.ts';

/**
 * Several processes of one subgraph as one. A query whose connection broke is tried once more on another process;
 * a mutation is, only if nothing of it was sent: whoever sent it repeats it by its idempotency key.
 */
export function subgraphPool(processes: readonly HttpSubgraphCall[]): HttpSubgraphCall {
  if (processes.length === 1) return processes[0]!;
  const spread = new Spread(processes);
  return {
    call: (request, context) =>
      spread.run((process) => process.call(request, context), {
        isOutage: (error) => error instanceof SubgraphUnavailable,
        mayRepeat: (error) =>
          neverSent(error) || refusedUnasked(error) || (request.isRead && brokeOff(error)),
      }),
    close: async () => {
      await Promise.all(processes.map((process) => process.close()));
    },
  };
}

/** An open circuit refuses before anything is sent, and so has no cause. */
function refusedUnasked(error: unknown): boolean {
  return error instanceof SubgraphUnavailable && error.cause === undefined;
}
