import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client';
import type { Executor } from './executor/executor.ts';

export interface Metrics {
  request(labels: { method: string; route: string; status: number }, seconds: number): void;
  operation(name: string | null | undefined, kind: string, seconds: number): void;
  error(code: string): void;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const ERROR_CODE = /^[A-Z][A-Z0-9_]{1,40}$/;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const MOST_ERROR_CODES = 100;

/** Registers the front's metrics. Label values are bounded: an operation's own name counts only when it is known. */
export function createMetrics(register: Registry, executor: Executor, known: readonly string[]): Metrics {
  if (!register.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics({ register });
  const registers = [register];
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from receiving a request to sending the last byte',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const operations = new Histogram({
    name: 'graphql_operation_duration_seconds',
    help: 'Time of executing a GraphQL operation',
    labelNames: ['operation', 'kind'],
    buckets: SECONDS,
    registers,
  });
  const errors = new Counter({
    name: 'graphql_errors_total',
    help: 'GraphQL errors sent to clients, by code',
    labelNames: ['code'],
    registers,
  });
  for (const part of ['hits', 'misses', 'size'] as const) {
    new Gauge({
      name: `graphql_plan_cache_${part}`,
      help: `Query plan cache: ${part} of this process`,
      registers,
      collect() {
        this.set(executor.planCache()[part]);
      },
    });
  }
  const names = new Set(known);
  const codes = new Set<string>();
  return {
    request({ method, route, status }, seconds) {
      requests.observe({ method: METHODS.has(method) ? method : 'other', route, status }, seconds);
    },
    operation(name, kind, seconds) {
      const operation = name ? (names.has(name) ? name : 'other') : 'anonymous';
      operations.observe({ operation, kind }, seconds);
    },
    error(code) {
      if (ERROR_CODE.test(code) && codes.size < MOST_ERROR_CODES) codes.add(code);
      errors.inc({ code: codes.has(code) ? code : 'other' });
    },
  };
}
