import type { IncomingHttpHeaders } from 'node:http';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { RequestContext, Viewer } from '@zgt/runtime/viewer.ts';
import type { FastifyInstance } from 'fastify';
import { INTERNAL_MESSAGE } from '../executor/failure.ts';
import { bearerToken, isResourceServer, programOf } from './resource-server.ts';

export interface ReportRouteOptions {
  path: string;
  /** The field of the body that holds the list. */
  field: string;
  /** How many the list may hold, and what they are called after a number. */
  most: number;
  counted: string;
  bodyBytes: number;
  /** What is reported, as a refusal names it, and the article that it is reported under. */
  subject: string;
  article: number;
  authenticate(headers: IncomingHttpHeaders): Promise<Viewer>;
  /** Takes the list; what it answers goes back, a refusal with the status of its code. */
  take(items: unknown[], context: RequestContext): Promise<object & { refusal?: Refusal | null }>;
}

/** A route that takes lists from programs of the company and of the infrastructure base alone, as JSON. */
export function reportRoute(options: ReportRouteOptions) {
  const { path, field, most, counted, bodyBytes, subject, article } = options;
  const wrong = (at: string, message: string) => refuse('VALIDATION', { details: [{ path: at, message }] });
  return async (app: FastifyInstance): Promise<void> => {
    app.setErrorHandler((error, request, reply) => {
      const status = (error as { statusCode?: number }).statusCode ?? 500;
      if (status >= 500) {
        request.log.error({ err: error }, 'request failed');
        return reply.code(500).send({ errors: [{ message: INTERNAL_MESSAGE }] });
      }
      const refusal = wrong('', `请求体：应为不超过 ${bodyBytes} 字节的 JSON 对象 {"${field}": […]}`);
      return reply.code(status).send({ refusal });
    });
    app.post(path, { bodyLimit: bodyBytes }, async (request, reply) => {
      const refused = (status: number, refusal: Refusal) => reply.code(status).send({ refusal });
      const token = bearerToken(request.headers);
      const viewer = token && (await programOf(options.authenticate, token));
      if (!viewer) return refused(401, refuse('UNAUTHENTICATED'));
      if (!isResourceServer(viewer))
        return refused(
          403,
          refuse('FORBIDDEN_ROLE', {
            message: `${subject}只能由项目公司或公共服务应用基础设施提供方的程序上报。`,
            articles: [article],
            remedy: '请以本单位的程序凭证（zgt_ 开头）上报。',
          }),
        );
      const items = (request.body as Record<string, unknown> | null)?.[field];
      if (!Array.isArray(items) || items.length === 0 || items.length > most)
        return refused(422, wrong(field, `${field}：应为 1 到 ${most} ${counted}的列表`));
      const context = { viewer, requestId: request.id, idempotencyKey: null };
      const { refusal, ...told } = await options.take(items, context);
      return refusal ? refused(refusal.code === 'LOG_WRITE_FAILED' ? 503 : 422, refusal) : told;
    });
  };
}
