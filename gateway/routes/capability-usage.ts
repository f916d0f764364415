import type { IncomingHttpHeaders } from 'node:http';
import { MOST_EVENTS, reportUsage } from '@zgt/apps/capability-usage/report.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import type { FastifyInstance } from 'fastify';
import { INTERNAL_MESSAGE } from '../executor/failure.ts';
import { bearerToken, isResourceServer, programOf } from './resource-server.ts';

const MAX_BODY = 4 * 1024 * 1024;

/** POST /capability-usage takes what gateways and the infrastructure base saw called; each event counts once (article 18). */
export function capabilityUsageRoutes(options: {
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
      const message = `请求体：应为不超过 ${MAX_BODY} 字节的 JSON 对象 {"events": […]}`;
      return reply.code(status).send({ refusal: refuse('VALIDATION', { details: [{ path: '', message }] }) });
    });
    app.post('/capability-usage', { bodyLimit: MAX_BODY }, async (request, reply) => {
      const refused = (status: number, refusal: Refusal) => reply.code(status).send({ refusal });
      const token = bearerToken(request.headers);
      const viewer = token && (await programOf(options.authenticate, token));
      if (!viewer) return refused(401, refuse('UNAUTHENTICATED'));
      if (!isResourceServer(viewer))
        return refused(
          403,
          refuse('FORBIDDEN_ROLE', {
            message: '调用量只能由项目公司或公共服务应用基础设施提供方的程序上报。',
            articles: [18],
            remedy: '请以本单位的程序凭证（zgt_ 开头）上报。',
          }),
        );
      const events = (request.body as { events?: unknown } | null)?.events;
      if (!Array.isArray(events) || events.length === 0 || events.length > MOST_EVENTS) {
        const message = `events：应为 1 到 ${MOST_EVENTS} 个事件的列表`;
        return refused(422, refuse('VALIDATION', { details: [{ path: 'events', message }] }));
      }
      return reportUsage(options.runtime, viewer.organizationId!, events);
    });
  };
}
