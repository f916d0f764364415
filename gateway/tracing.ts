import { writeSpans } from './executor/spans.ts';

/** Starts OpenTelemetry when OTEL_EXPORTER_OTLP_ENDPOINT is set, else does nothing and loads nothing; gives the stop. */
export async function startTracing(
  serviceName: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<() => Promise<void>> {
  if (!environment.OTEL_EXPORTER_OTLP_ENDPOINT) return async () => {};
  const { NodeSDK } = await import('@opentelemetry/sdk-node');
  const sdk = new NodeSDK({ serviceName, instrumentations: [] });
  sdk.start();
  writeSpans();
  return () => sdk.shutdown();
}
