import { type DestinationStream, type Logger, pino } from 'pino';

const SECRET_KEY = /authorization|cookie|password|secret|token|apikey|api_key/i;
const MASK = '[redacted]';
const DEEPEST = 8;
// The bindings of child loggers pass no formatter, so the names that may stand there are listed.
const BINDINGS = ['authorization', 'cookie', 'password', 'secret', 'token', 'sessionToken', 'accessToken'];

/** Gives a structured logger that never writes the value of a key whose name speaks of a secret, however deep. */
export function createLogger(
  options: { level?: string; name?: string; destination?: DestinationStream } = {},
): Logger {
  const settings = {
    level: options.level ?? 'info',
    name: options.name,
    redact: { paths: BINDINGS, censor: MASK },
    formatters: { level: (label: string) => ({ level: label }), log: redacted },
    serializers: { err: (error: Error) => redacted({ ...pino.stdSerializers.err(error) }) },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

function redacted(details: Record<string, unknown>): Record<string, unknown> {
  return redactAt(details, 0) as Record<string, unknown>;
}

function redactAt(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => redactAt(item, depth + 1));
  const prototype = Object.getPrototypeOf(value);
  // Errors, requests and the like have serializers of their own, which name what they write.
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      SECRET_KEY.test(key) ? MASK : redactAt(item, depth + 1),
    ]),
  );
}
