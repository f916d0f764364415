import type { IncomingHttpHeaders } from 'node:http';
import { openAlertIntake } from '@zgt/operations/incident-alert/intake.ts';
import { MOST_ALERTS, readPayload } from '@zgt/operations/incident-alert/payload.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import type { FastifyInstance } from 'fastify';
import { INTERNAL_MESSAGE } from '../executor/failure.ts';
import { bearerToken, programOf } from './resource-server.ts';

const MAX_BODY = 2 * 1024 * 1024;
const SENDERS: readonly unknown[] = ['PROJECT_COMPANY', 'INFRASTRUCTURE_PROVIDER'];

/**
 * POST /incident-alerts takes what Prometheus Alertmanager sends to a webhook, as it is, with a program's credential as
 * its bearer token (article 60). The answer comes once the alerts are kept; suspected incidents follow, one for a group.
 */
export function incidentAlertRoutes(options: {
  runtime: Runtime;
  authenticate(headers: IncomingHttpHeaders): Promise<Viewer>;
}) {
  return async (app: FastifyInstance): Promise<void> => {
    const intake = openAlertIntake(options.runtime);
    app.addHook('onClose', () => intake.idle());
    app.setErrorHandler((error, request, reply) => {
      const status = (error as { statusCode?: number }).statusCode ?? 500;
      if (status >= 500) {
        request.log.error({ err: error }, 'request failed');
        return reply.code(500).send({ errors: [{ message: INTERNAL_MESSAGE }] });
      }
      const message = `请求体：应为不超过 ${MAX_BODY} 字节的 JSON，格式与 Alertmanager webhook 第 4 版相同`;
      return reply.code(status).send({ refusal: refuse('VALIDATION', { details: [{ path: '', message }] }) });
    });
    app.post('/incident-alerts', { bodyLimit: MAX_BODY }, async (request, reply) => {
      const refused = (status: number, refusal: Refusal) => reply.code(status).send({ refusal });
      const token = bearerToken(request.headers);
      const viewer = token && (await programOf(options.authenticate, token));
      if (!viewer) return refused(401, refuse('UNAUTHENTICATED'));
      if (viewer.via !== 'MACHINE' || !SENDERS.includes(viewer.party))
        return refused(
          403,
          refuse('FORBIDDEN_ROLE', {
            message: '告警只能由项目公司或公共服务应用基础设施提供方的程序发送。',
            articles: [60],
            remedy: '请以本单位的程序凭证（zgt_ 开头）作为 Bearer 令牌发送。',
          }),
        );
      const read = readPayload(request.body);
      if ('faults' in read)
        return refused(
          422,
          refuse('VALIDATION', {
            details: read.faults,
            remedy: `请按 Alertmanager 的 webhook_config 发送，一次最多 ${MOST_ALERTS} 条告警（max_alerts）。`,
          }),
        );
      await intake.take(viewer.organizationId!, read.alerts);
      return reply.code(202).send({ received: read.alerts.length });
    });
  };
}
