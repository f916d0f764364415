import type { IncomingHttpHeaders } from 'node:http';
import multipart from '@fastify/multipart';
import type { Db } from '@zgt/runtime/database/open.ts';
import type { DocumentStore } from '@zgt/runtime/documents/document-store.ts';
import { downloadDocument, uploadDocument } from '@zgt/runtime/documents/service.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireSameOrigin } from '../request-guard.ts';

const MAX_FILE_BYTES = 20 * 1024 * 1024;

const STATUS: Partial<Record<Refusal['code'], number>> = {
  UNAUTHENTICATED: 401,
  DOCUMENT_TOO_LARGE: 413,
  DOCUMENT_TYPE_NOT_ALLOWED: 415,
  DOCUMENT_NOT_FOUND: 404,
};

export interface DocumentRoutesOptions {
  db: Db;
  store: DocumentStore;
  authenticate(headers: IncomingHttpHeaders): Promise<Viewer>;
  publicUrl: string;
}

function disposition(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/** POST /documents takes one file (multipart field `file`); GET /documents/:id gives it to those who may read it. */
export function documentRoutes(options: DocumentRoutesOptions) {
  const { db, store, authenticate, publicUrl } = options;
  const contextOf = async (request: FastifyRequest) => ({
    viewer: await authenticate(request.headers),
    requestId: request.id,
    idempotencyKey: null,
  });
  return async (app: FastifyInstance): Promise<void> => {
    await app.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 0 } });
    app.post('/documents', async (request, reply) => {
      const context = await contextOf(request);
      if (context.viewer.via === 'SESSION') requireSameOrigin(request.headers, publicUrl);
      const refused = (refusal: Refusal) => reply.code(STATUS[refusal.code] ?? 422).send({ refusal });
      if (context.viewer.via === 'ANONYMOUS') return refused(refuse('UNAUTHENTICATED'));
      const part = request.isMultipart() ? await request.file() : undefined;
      if (!part)
        return refused(
          refuse('VALIDATION', {
            details: [{ path: 'file', message: '请以 multipart/form-data 的 file 字段上传一个文件' }],
          }),
        );
      const bytes = await part.toBuffer().catch(() => null);
      if (!bytes) return refused(refuse('DOCUMENT_TOO_LARGE'));
      const outcome = await uploadDocument(db, store, context, bytes, part.filename);
      return 'refusal' in outcome
        ? refused(outcome.refusal)
        : reply.code(201).send({ document: outcome.document });
    });
    app.get<{ Params: { id: string } }>('/documents/:id', async (request, reply) => {
      const outcome = await downloadDocument(db, store, await contextOf(request), request.params.id);
      if ('refusal' in outcome) return reply.code(404).send({ refusal: outcome.refusal });
      return reply
        .header('content-type', outcome.mime)
        .header('content-disposition', disposition(outcome.name))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(outcome.bytes));
    });
  };
}
