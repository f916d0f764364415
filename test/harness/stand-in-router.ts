import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createExecutor } from '@zgt/gateway/executor/executor.ts';
import { httpCall } from '@zgt/gateway/executor/subgraph-http.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { parse } from 'graphql';
import { pino } from 'pino';
import { parse as parseYaml } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../..');

export interface StandInRouter {
  url: string;
  /** Names of the headers of each request that came in. */
  received: string[][];
  close(): Promise<void>;
}

/** The headers that the routers' configurations let through to subgraphs; throws when the two differ. */
export async function propagatedHeaders(): Promise<string[]> {
  const lists = await Promise.all(
    ['hive-router.config.yaml', 'apollo-router.yaml'].map(async (name) => {
      const config = parseYaml(await readFile(resolve(ROOT, 'deploy/router', name), 'utf8'));
      const rules: { propagate: { named: string } }[] = config.headers.all.request;
      return rules.map((rule) => rule.propagate.named);
    }),
  );
  const [hive, apollo] = lists as [string[], string[]];
  if (hive.join() !== apollo.join())
    throw new Error(`the routers propagate differently: ${hive} and ${apollo}`);
  return hive;
}

/**
 * Stands where a Rust router would: plans over the supergraph by itself, keeps nothing but the headers that the
 * routers' configurations name, and answers with the subgraphs' errors as they are.
 */
export async function startStandInRouter(subgraphs: Record<string, string>): Promise<StandInRouter> {
  const names = await propagatedHeaders();
  const carried = new AsyncLocalStorage<Record<string, string>>();
  const carriedBy = (incoming: IncomingHttpHeaders) =>
    Object.fromEntries(
      names.flatMap((name) => (typeof incoming[name] === 'string' ? [[name, incoming[name]]] : [])),
    ) as Record<string, string>;
  const remotes = Object.entries(subgraphs).map(
    ([name, url]) =>
      [
        name,
        httpCall({
          name,
          url: `${url}/graphql`,
          headers: () => ({ 'x-zgt-viewer': carried.getStore()!['x-zgt-viewer'] ?? '' }),
        }),
      ] as const,
  );
  const executor = createExecutor({
    supergraph: await readFile(resolve(ROOT, 'schema/graphql/supergraph.graphql'), 'utf8'),
    calls: Object.fromEntries(remotes.map(([name, { call }]) => [name, call])),
    log: pino({ level: 'silent' }),
  });
  const received: string[][] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      received.push(Object.keys(request.headers));
      if (request.method !== 'POST') return response.writeHead(405).end();
      const { query, variables = {}, operationName } = JSON.parse(Buffer.concat(chunks).toString());
      const headers = carriedBy(request.headers);
      const context = {
        viewer: ANONYMOUS,
        requestId: headers['x-request-id'] ?? 'none',
        idempotencyKey: headers['idempotency-key'] ?? null,
      };
      const result = await carried.run(headers, () =>
        executor.execute({ document: parse(query), source: query, operationName, variables, context }),
      );
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  let closing: Promise<unknown> | null = null;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await Promise.all(remotes.map(([, remote]) => remote.close()));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    received,
    close: async () => {
      closing ??= stop();
      await closing;
    },
  };
}
