import type { IncomingHttpHeaders } from 'node:http';
import type { Auth } from '@zgt/runtime/identity/auth.ts';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const MAX_BODY = 20_000;

/**
 * A request with neither cookie nor Origin comes from a program: browsers name the origin of every cross-site POST.
 * Some programs mark their requests as a browser's, which the library would refuse for want of an origin.
 */
function withoutFetchMarks(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  if (headers.cookie !== undefined || headers.origin !== undefined) return headers;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('sec-fetch-')));
}

/** What sessions are made from: the address that a proxy tells, or that of the connection (article 68). */
function withAddress({ headers, ip }: FastifyRequest): IncomingHttpHeaders {
  return { 'x-forwarded-for': ip, ...withoutFetchMarks(headers) };
}

/** Hands /api/auth/* to the identity library, as it speaks the web's own Request and Response. */
export function identityRoutes(auth: Auth, publicUrl: string) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY }, (_request, body, done) =>
      done(null, body),
    );
    app.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) => {
        const answer = await auth.handler(
          new Request(new URL(request.url, publicUrl), {
            method: request.method,
            headers: fromNodeHeaders(withAddress(request)),
            ...(request.method === 'POST' && { body: request.body as Buffer<ArrayBuffer> }),
          }),
        );
        reply.code(answer.status);
        for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value);
        const cookies = answer.headers.getSetCookie();
        if (cookies.length > 0) reply.header('set-cookie', cookies);
        reply.header('cache-control', 'no-store');
        return reply.send(Buffer.from(await answer.arrayBuffer()));
      },
    });
  };
}
