import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { INTERNAL_MESSAGE } from './executor/failure.ts';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { RequestRefused } from './request-guard.ts';

interface Refusal {
  status: number;
  code: string;
  message: string;
}

/** So much of a body that is too large is still taken off the wire, for so long. */
const MOST_DISCARDED_BYTES = 20_000_000;
const LONGEST_DISCARD_MS = 5_000;

/**
 * Takes in what is left of a body that is too large: a client that is cut off while it sends sees a broken connection
 * in place of the answer. What is announced as larger still is cut off.
 */
async function discardRest({ raw, headers }: FastifyRequest): Promise<void> {
  if (raw.readableEnded || Number(headers['content-length'] ?? 0) > MOST_DISCARDED_BYTES) return;
  let bytes = 0;
  raw.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_DISCARDED_BYTES) raw.pause();
  });
  raw.resume();
  const given = new AbortController();
  await Promise.race([
    once(raw, 'end', { signal: given.signal }).catch(() => undefined),
    delay(LONGEST_DISCARD_MS, undefined, { signal: given.signal }).catch(() => undefined),
  ]);
  given.abort();
}

/** The shape of a GraphQL error, for what never came to GraphQL. */
export function errorBody({ message, code }: Pick<Refusal, 'message' | 'code'>, requestId: string) {
  return { errors: [{ message, extensions: { code, requestId } }] };
}

/** Answers what failed outside GraphQL in the shape of a GraphQL error, with the request id and no internals. */
export function answerErrors(limits: Limits, metrics: Metrics) {
  return async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const refusal = refusalOf(error, limits);
    if (refusal.code === 'BODY_TOO_LARGE') await discardRest(request);
    if (refusal.status >= 500) request.log.error({ err: error }, 'request failed');
    metrics.error(refusal.code);
    return reply
      .code(refusal.status)
      .type('application/json; charset=utf-8')
      .send(errorBody(refusal, request.id));
  };
}

function refusalOf(error: unknown, limits: Limits): Refusal {
  if (error instanceof RequestRefused) {
    return { status: error.statusCode, code: error.code, message: error.message };
  }
  const { code, statusCode, message } = error as { code?: unknown; statusCode?: unknown; message?: unknown };
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return {
        status: 413,
        code: 'BODY_TOO_LARGE',
        message: `请求体过大：上限 ${limits.bodyBytes} 字节。请删减查询或变量；文件请用上传接口。`,
      };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { status: 415, code: 'BAD_REQUEST', message: '请求的 Content-Type 应为 application/json。' };
    case 'UNAUTHENTICATED':
      return { status: 401, code, message: String(message) };
  }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return {
      status: statusCode,
      code: 'BAD_REQUEST',
      message: '请求体不是合格的 JSON 对象。请检查请求内容。',
    };
  }
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message: INTERNAL_MESSAGE };
}
