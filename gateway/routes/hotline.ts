import { type Received, receiveAnswer, receiveTicket } from '@zgt/operations/hotline-ticket/receive.ts';
import {
  type HotlineConnector,
  SIGNATURE_HEADER,
  signatureFault,
  TIMESTAMP_HEADER,
} from '@zgt/operations/hotline-ticket/signature.ts';
import { now } from '@zgt/runtime/clock.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { INTERNAL_MESSAGE } from '../executor/failure.ts';

const MAX_BODY = 64 * 1024;

const STATUS: Partial<Record<Refusal['code'], number>> = { NOT_FOUND: 404, ILLEGAL_TRANSITION: 409 };

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** The object that a signed body holds, or what is wrong with it. */
function objectOf(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/**
 * POST /hotline/12345/answers and /hotline/12345/tickets: what the 12345 platform sends, signed with the secret that
 * both sides share (article 59). Sent again, a message changes nothing.
 */
export function hotlineRoutes({ runtime, connector }: { runtime: Runtime; connector: HotlineConnector }) {
  const take =
    (receive: (runtime: Runtime, message: Record<string, unknown>) => Promise<Received>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const body = String(request.body ?? '');
      const message = {
        timestamp: header(request, TIMESTAMP_HEADER),
        signature: header(request, SIGNATURE_HEADER),
        body,
      };
      const fault = signatureFault(connector.secret, message, now());
      if (fault !== null)
        return reply.code(401).send({
          refusal: refuse('UNAUTHENTICATED', {
            message: `消息没有通过核对。${fault}。`,
            remedy: `请以双方约定的密钥对“${TIMESTAMP_HEADER} 的值.请求体”作 HMAC-SHA256，以十六进制放在 ${SIGNATURE_HEADER}。`,
          }),
        });
      const given = objectOf(body);
      if (!given)
        return reply.code(422).send({
          refusal: refuse('VALIDATION', { details: [{ path: '', message: '请求体：应为 JSON 对象' }] }),
        });
      const outcome = await receive(runtime, given);
      return 'refusal' in outcome
        ? reply.code(STATUS[outcome.refusal.code] ?? 422).send(outcome)
        : reply.send(outcome);
    };

  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    // The signature is over the bytes as they came.
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    app.setErrorHandler((error, request, reply) => {
      const status = (error as { statusCode?: number }).statusCode ?? 500;
      if (status < 500)
        return reply.code(status).send({
          refusal: refuse('VALIDATION', {
            details: [{ path: '', message: `请求体：应为不超过 ${MAX_BODY} 字节的 JSON 对象` }],
          }),
        });
      request.log.error({ err: error }, 'request failed');
      return reply.code(500).send({ errors: [{ message: INTERNAL_MESSAGE }] });
    });
    app.post('/hotline/12345/answers', { bodyLimit: MAX_BODY }, take(receiveAnswer));
    app.post('/hotline/12345/tickets', { bodyLimit: MAX_BODY }, take(receiveTicket));
  };
}
