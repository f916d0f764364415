import { expect, test } from 'vitest';
import { createLogger } from './logging.ts';

function written(write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(createLogger({ destination: { write: (line: string) => void lines.push(line) } }));
  return JSON.parse(lines[0]!) as Record<string, unknown>;
}

test('secrets are masked at every depth, in bindings too', () => {
  const line = written((log) =>
    log.child({ sessionToken: 's1' }).info(
      {
        requestId: 'r1',
        headers: { authorization: 'Bearer s2', cookie: 's3', accept: '*/*' },
        input: [{ newPassword: 's4', clientSecret: 's5', nested: { accessToken: 's6', title: '应用' } }],
      },
      'request',
    ),
  );
  expect(JSON.stringify(line)).not.toMatch(/s[1-6]"/);
  expect(line).toMatchObject({
    level: 'info',
    requestId: 'r1',
    sessionToken: '[redacted]',
    headers: { authorization: '[redacted]', cookie: '[redacted]', accept: '*/*' },
    input: [{ newPassword: '[redacted]', nested: { title: '应用' } }],
    msg: 'request',
  });
});

test('errors keep their message and stack', () => {
  const line = written((log) => log.error({ err: new Error('boom') }, 'failed'));
  expect(line.err).toMatchObject({ type: 'Error', message: 'boom' });
});
