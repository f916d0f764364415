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

/** Answers what failed outside GraphQL in the shape of a GraphQL error, with the request id and no internals. */
export function answerErrors(limits: Limits, metrics: Metrics) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const refusal = refusalOf(error, limits);
    if (refusal.status >= 500) request.log.error({ err: error }, 'request failed');
    metrics.error(refusal.code);
    return reply
      .code(refusal.status)
      .type('application/json; charset=utf-8')
      .send({
        errors: [{ message: refusal.message, extensions: { code: refusal.code, requestId: request.id } }],
      });
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
