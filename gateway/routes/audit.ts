import type { IncomingHttpHeaders } from 'node:http';
import { exportAudit } from '@zgt/operations/audit-entry/export.ts';
import { publicKeyText } from '@zgt/runtime/audit/export.ts';
import { MOST_CHECKPOINTS, publishedCheckpoints } from '@zgt/runtime/audit/published.ts';
import type { Refusal } from '@zgt/runtime/refusal.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { checkInstant } from '@zgt/runtime/validation/date.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import type { FastifyInstance } from 'fastify';

const STATUS: Partial<Record<Refusal['code'], number>> = { UNAUTHENTICATED: 401, FORBIDDEN_ROLE: 403 };

/**
 * GET /audit-export gives entries of the audit log with their proofs, as a file to be checked offline. For everyone:
 * GET /audit-checkpoints, the signed checkpoints (JSON lines, oldest first), and GET /audit-key, the key that signs
 * them. Whoever keeps a copy of these can show that the log was cut or rewritten.
 */
export function auditRoutes(options: {
  runtime: Runtime;
  authenticate(headers: IncomingHttpHeaders): Promise<Viewer>;
}) {
  const { runtime, authenticate } = options;
  return async (app: FastifyInstance): Promise<void> => {
    app.get('/audit-export', async (request, reply) => {
      const viewer = await authenticate(request.headers);
      const context = { viewer, requestId: request.id, idempotencyKey: null };
      // A form sends what was left empty too.
      const given = Object.entries(request.query as object).filter(([, value]) => value !== '');
      const { exported, refusal } = await exportAudit(runtime, context, Object.fromEntries(given));
      reply.header('cache-control', 'private, no-store');
      if (refusal) return reply.code(STATUS[refusal.code] ?? 422).send({ refusal });
      const name = `审计日志-${exported.at.slice(0, 10)}.json`;
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .type('application/json; charset=utf-8')
        .send(`${JSON.stringify(exported, null, 1)}\n`);
    });
    app.get<{ Querystring: { after?: string } }>('/audit-checkpoints', async (request, reply) => {
      const { after } = request.query;
      if (after !== undefined && !checkInstant(after).ok)
        return reply.code(422).send({
          error: `after 应为上一批最后一个检查点的 at（ISO 8601 时刻）；每批最多 ${MOST_CHECKPOINTS} 个。`,
        });
      const lines = await publishedCheckpoints(runtime.db, after ?? null);
      return reply
        .header('cache-control', 'public, max-age=30')
        .type('application/x-ndjson; charset=utf-8')
        .send(lines.map((line) => `${line}\n`).join(''));
    });
    app.get('/audit-key', async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').send({
        keyId: runtime.keys.checkpoint.keyId,
        algorithm: 'Ed25519',
        publicKey: publicKeyText(runtime.keys),
      }),
    );
  };
}
