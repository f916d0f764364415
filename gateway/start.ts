import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ConfigurationError, readConfig } from '@zgt/runtime/config.ts';

// What one start has compiled, the next one loads; where the folder cannot be written, each compiles for itself.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)));

/** What running work is given after the drain, before the process ends all the same. */
const GRACE_MS = 10_000;

/** The database that does not answer, said in one line; null for any other failure. */
function whyUnreachable(error: unknown): string | null {
  const { code, address, port } = error as { code?: string; address?: string; port?: number };
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT'
    ? `连不上数据库 ${address ?? ''}:${port ?? ''}（${code}）。请检查 DATABASE_URL，并确认 PostgreSQL 已启动。`
    : null;
}

try {
  const config = readConfig();
  // The program is loaded only once its configuration is found right: what is wrong there is said at once.
  const [{ startShape }, { startTracing }] = await Promise.all([
    import('./shapes/shape.ts'),
    import('./tracing.ts'),
  ]);
  const stopTracing = await startTracing(`zgt-${config.role}`);
  const shape = await startShape(config);
  console.log(shape.welcome);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), config.drainMs + GRACE_MS).unref();
    await shape.stop();
    await stopTracing();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : (whyUnreachable(error) ?? error));
  process.exit(1);
}
