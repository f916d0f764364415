import type { Pool } from 'undici';

export interface PostRequest {
  path: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
}

/**
 * Posts a text and reads the whole answer, or fails when the time is over; what waits in line by then is not sent any
 * more. It listens to the connection itself: a stream and a signal for each call would cost more than the call.
 */
export function post(
  pool: Pool,
  { path, headers, body, timeoutMs }: PostRequest,
): Promise<{ statusCode: number; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ statusCode: number; text: string }>();
  let statusCode = 0;
  const chunks: Buffer[] = [];
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
      onResponseStart: (_, status) => {
        statusCode = status;
      },
      onResponseData: (_, chunk) => {
        chunks.push(chunk);
      },
      onResponseEnd: () => {
        clearTimeout(timer);
        resolve({ statusCode, text: Buffer.concat(chunks).toString() });
      },
      onResponseError: (_, error) => {
        clearTimeout(timer);
        reject(error);
      },
    },
  );
  return promise;
}
