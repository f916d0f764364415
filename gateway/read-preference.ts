import type { RecentWrites } from '@zgt/runtime/database/recent-writes.ts';
import { getOperationAST } from 'graphql';
import type { Executor } from './executor/executor.ts';

/**
 * Says of each query whether its lists may come from a replica: not if its author has just written, so that nobody's
 * reads go back behind their own writes. A mutation is noted before it is sent on; all that it reads is the primary's.
 */
export function withReadPreference(executor: Executor, writes: RecentWrites): Executor {
  return {
    ...executor,
    execute: async (request) => {
      const { document, operationName, context } = request;
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== 'query') {
        await writes.note(context.viewer);
        return executor.execute(request);
      }
      const toleratesLag = !(await writes.has(context.viewer));
      return executor.execute({ ...request, context: { ...context, toleratesLag } });
    },
  };
}
