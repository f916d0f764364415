import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';

const counting = new AsyncLocalStorage<{ count: number }>();
const watched = new WeakSet<pg.PoolClient>();

function watch(client: pg.PoolClient): void {
  if (watched.has(client)) return;
  watched.add(client);
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((...given: unknown[]) => {
    const own = counting.getStore();
    if (own) own.count += 1;
    return query(...given);
  }) as typeof client.query;
}

/**
 * How many statements of the work went to the database, each of which waits for its answer; those of timers and queues
 * that run beside it are not counted.
 */
export async function roundTrips(pool: pg.Pool, work: () => Promise<unknown>): Promise<number> {
  pool.on('acquire', watch);
  try {
    return await counting.run({ count: 0 }, async () => {
      await work();
      return counting.getStore()!.count;
    });
  } finally {
    pool.off('acquire', watch);
  }
}
