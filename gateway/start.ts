import { ConfigurationError, readConfig } from '@zgt/runtime/config.ts';
import { startShape } from './shapes/shape.ts';
import { startTracing } from './tracing.ts';

const GRACE_MS = 10_000;

try {
  const config = readConfig();
  const stopTracing = await startTracing(`zgt-${config.role}`);
  const shape = await startShape(config);
  console.log(shape.welcome);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    await shape.stop();
    await stopTracing();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
}
