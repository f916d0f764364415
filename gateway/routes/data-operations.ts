import type { IncomingHttpHeaders } from 'node:http';
import { MOST_OPERATIONS, reportDataOperations } from '@zgt/operations/data-operation/report.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import type { FastifyInstance } from 'fastify';
import { INTERNAL_MESSAGE } from '../executor/failure.ts';
import { bearerToken, isResourceServer, programOf } from './resource-server.ts';

const MAX_BODY = 2 * 1024 * 1024;

/** POST /data-operations takes what data platforms did with public data into the log, all of a report or none (article 69). */
export function dataOperationRoutes(options: {
  runtime: Runtime;
  authenticate(headers: IncomingHttpHeaders): Promise<Viewer>;
}) {
  return async (app: FastifyInstance): Promise<void> => {
    app.setErrorHandler((error, request, reply) => {
      const status = (error as { statusCode?: number }).statusCode ?? 500;
      if (status >= 500) {
        request.log.error({ err: error }, 'request failed');
        return reply.code(500).send({ errors: [{ message: INTERNAL_MESSAGE }] });
      }
      const message = `请求体：应为不超过 ${MAX_BODY} 字节的 JSON 对象 {"operations": […]}`;
      return reply.code(status).send({ refusal: refuse('VALIDATION', { details: [{ path: '', message }] }) });
    });
    app.post('/data-operations', { bodyLimit: MAX_BODY }, async (request, reply) => {
      const refused = (status: number, refusal: Refusal) => reply.code(status).send({ refusal });
      const token = bearerToken(request.headers);
      const viewer = token && (await programOf(options.authenticate, token));
      if (!viewer) return refused(401, refuse('UNAUTHENTICATED'));
      if (!isResourceServer(viewer))
        return refused(
          403,
          refuse('FORBIDDEN_ROLE', {
            message: '数据操作只能由项目公司或公共服务应用基础设施提供方的程序上报。',
            articles: [69],
            remedy: '请以本单位的程序凭证（zgt_ 开头）上报。',
          }),
        );
      const operations = (request.body as { operations?: unknown } | null)?.operations;
      if (!Array.isArray(operations) || operations.length === 0 || operations.length > MOST_OPERATIONS) {
        const message = `operations：应为 1 到 ${MOST_OPERATIONS} 条操作的列表`;
        return refused(422, refuse('VALIDATION', { details: [{ path: 'operations', message }] }));
      }
      const context = { viewer, requestId: request.id, idempotencyKey: null };
      const { refusal, ...counts } = await reportDataOperations(options.runtime, context, operations);
      if (refusal) return refused(refusal.code === 'LOG_WRITE_FAILED' ? 503 : 422, refusal);
      return counts;
    });
  };
}
