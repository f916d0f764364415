import type { AddressInfo } from 'node:net';
import { composeSupergraph } from '@zgt/gateway/compose.ts';
import { createExample, SUBGRAPHS } from '@zgt/gateway/executor/example.ts';
import { createExecutor } from '@zgt/gateway/executor/executor.ts';
import { createFront } from '@zgt/gateway/front.ts';
import { DEFAULT_LIMITS } from '@zgt/gateway/limits.ts';
import { createLogger } from '@zgt/gateway/logging.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { serverAudits } from 'graphql-http';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, test } from 'vitest';

const supergraph = composeSupergraph(SUBGRAPHS);
const log = createLogger({ level: 'silent' });
const front = createFront({
  executor: createExecutor({ supergraph, calls: createExample().calls, log }),
  authenticate: async () => ANONYMOUS,
  limits: DEFAULT_LIMITS,
  introspection: true,
  isReady: async () => true,
  log,
  metrics: new Registry(),
  supergraph,
  explorer: false,
});
beforeAll(async () => {
  await front.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => front.close());

const url = () => `http://127.0.0.1:${(front.server.address() as AddressInfo).port}/graphql`;

// A GET that a form or an image of another site could send is refused: its answer's size and timing tell secrets.
const OPTIONAL_AND_REFUSED = new Set(['5A70', 'D6D5', '6A70']);

for (const audit of serverAudits({ url })) {
  const expected = OPTIONAL_AND_REFUSED.has(audit.id) ? 'notice: Response status code is not 200' : 'ok';
  test(`GraphQL over HTTP ${audit.id}: ${audit.name}`, async () => {
    const result = await audit.fn();
    expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe(expected);
  });
}
