import { type Attributes, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';

let tracer: Tracer | null = null;

/** From now on spans are written down; until then none is made. */
export function writeSpans(): void {
  tracer = trace.getTracer('zgt-gateway');
}

/** Does some work as a span of its own, which ends with it. */
export async function inSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  if (!tracer) return work();
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } finally {
      span.end();
    }
  });
}

/** Marks the span that the present work stands in as failed. */
export function failSpan(): void {
  trace.getActiveSpan()?.setStatus({ code: SpanStatusCode.ERROR });
}
