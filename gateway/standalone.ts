import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { Registry } from 'prom-client';
import { createExecutor } from './executor/executor.ts';
import { httpCall } from './executor/subgraph-http.ts';
import { createFront } from './front.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { createLogger } from './logging.ts';
import { subgraphsOf } from './supergraph.ts';

const USAGE = `用法：pnpm gateway --supergraph 文件 [--port 4000] [--host 127.0.0.1]
在任何联邦 2 超图前运行网关：子图地址取自超图，访问者一律匿名。`;

/** Serves any federation 2 supergraph over HTTP with the product's own front and executor. */
async function serveSupergraph(file: string, host: string, port: number): Promise<void> {
  const supergraph = await readFile(file, 'utf8');
  const log = createLogger({ level: 'warn', name: 'gateway' });
  const remotes = subgraphsOf(supergraph).map(({ name, url }) => {
    if (!URL.canParse(url)) throw new Error(`超图里子图 ${name} 的地址“${url}”不是网址，请在组合时写明。`);
    return [name, httpCall({ name, url, headers: () => ({}) })] as const;
  });
  const calls = Object.fromEntries(remotes.map(([name, remote]) => [name, remote.call]));
  const front = createFront({
    executor: createExecutor({ supergraph, calls, log }),
    authenticate: async () => ANONYMOUS,
    limits: DEFAULT_LIMITS,
    introspection: true,
    isReady: async () => true,
    log,
    metrics: new Registry(),
    supergraph,
    explorer: false,
  });
  front.addHook('onClose', async () => {
    await Promise.all(remotes.map(([, remote]) => remote.close()));
  });
  await front.listen({ host, port });
  console.log(`网关已就绪：http://${host}:${port}/graphql`);
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => void front.close());
}

const { values } = parseArgs({
  options: {
    supergraph: { type: 'string' },
    port: { type: 'string', default: '4000' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});
const port = Number(values.port);
if (!values.supergraph || !Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  await serveSupergraph(values.supergraph, values.host, port).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
