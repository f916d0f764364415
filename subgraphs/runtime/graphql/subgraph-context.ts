import type { Runtime } from '../runtime.ts';
import type { RequestContext } from '../viewer.ts';
import type { SubgraphContext } from './builder.ts';
import { createLoaders } from './loaders.ts';

/** What the resolvers of one request are given; its loaders must not outlive it. */
export function subgraphContext(runtime: Runtime, context: RequestContext): SubgraphContext {
  const reading = runtime.forReading(context);
  return { ...context, runtime: reading, loaders: createLoaders(reading, context) };
}
