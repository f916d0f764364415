import { Gauge, type Registry } from 'prom-client';
import type { ResponseCache } from './response-cache.ts';

const PARTS = {
  hits: 'answers given from the cache',
  joined: 'requests that waited for the same answer already under way',
  misses: 'cacheable answers that had to be made',
  entries: 'answers that are kept',
  bytes: 'size of the answers that are kept',
} as const;

/** Shows at /metrics what the response cache of this process does. */
export function registerCacheMetrics(register: Registry, cache: ResponseCache): void {
  for (const [part, meaning] of Object.entries(PARTS) as [keyof typeof PARTS, string][]) {
    new Gauge({
      name: `graphql_response_cache_${part}`,
      help: `Response cache: ${meaning}, in this process`,
      registers: [register],
      collect() {
        this.set(cache.statistics()[part]);
      },
    });
  }
}
