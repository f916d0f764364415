import type { Pool } from 'undici';

export interface PostRequest {
  path: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
}

export interface AnswerListener {
  onStatus(status: number): void;
  onData(chunk: Buffer): void;
}

/**
 * Posts a text, tells of the answer as it comes and resolves when all of it has come, or fails when the time is over;
 * what waits in line by then is not sent any more. It listens to the connection itself: a stream and a signal for each
 * call would cost more than the call.
 */
export function exchange(
  pool: Pool,
  { path, headers, body, timeoutMs }: PostRequest,
  { onStatus, onData }: AnswerListener,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let late: Error | null = null;
  let abort: ((reason: Error) => void) | null = null;
  const timer = setTimeout(() => {
    late = new Error(`no whole answer in ${timeoutMs} ms`);
    abort?.(late);
    reject(late);
  }, timeoutMs);
  pool.dispatch(
    { path, method: 'POST', headers, body },
    {
      onRequestStart: (controller) => {
        if (late) controller.abort(late);
        else abort = (reason) => controller.abort(reason);
      },
      onResponseStart: (_, status) => onStatus(status),
      onResponseData: (_, chunk) => onData(chunk),
      onResponseEnd: () => {
        clearTimeout(timer);
        resolve();
      },
      onResponseError: (_, error) => {
        clearTimeout(timer);
        reject(error);
      },
    },
  );
  return promise;
}

/** Posts a text and reads the whole answer. */
export async function post(pool: Pool, request: PostRequest): Promise<{ statusCode: number; text: string }> {
  let statusCode = 0;
  const chunks: Buffer[] = [];
  await exchange(pool, request, {
    onStatus: (status) => {
      statusCode = status;
    },
    onData: (chunk) => {
      chunks.push(chunk);
    },
  });
  return { statusCode, text: Buffer.concat(chunks).toString() };
}
