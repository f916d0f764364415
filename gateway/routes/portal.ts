import type { Portal } from '@zgt/portal/serve.ts';
import { now } from '@zgt/runtime/clock.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { entityTag, hasTag } from '../cache/entity-tag.ts';
import { brokeOff, neverSent } from '../connection-errors.ts';
import { Spread } from '../spread.ts';

export interface ApiAnswer {
  status: number;
  body: string;
  setCookie: string[];
  /** Seconds since the answer was made; 0 for one made now. */
  age: number;
}

/** One request to the gateway, made on a visitor's behalf. */
export type ApiClient = (request: {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}) => Promise<ApiAnswer>;

/** The gateway in this process, without a socket but through all of its checks. */
export function localClient(gateway: FastifyInstance): ApiClient {
  return async ({ method, path, headers, body }) => {
    const answer = await gateway.inject({ method, url: path, headers, payload: body });
    return {
      status: answer.statusCode,
      body: answer.body,
      setCookie: [answer.headers['set-cookie'] ?? []].flat(),
      age: Number(answer.headers.age ?? 0),
    };
  };
}

/** Whether a request may be made again when its connection broke: it changes nothing, or carries a key. */
function isRepeatable({ method, headers, body }: Parameters<ApiClient>[0]): boolean {
  if (method === 'GET' || 'idempotency-key' in headers) return true;
  return typeof body === 'string' && /^\{"query":"(?:\s|\\n)*(?:query\b|\{)/.test(body);
}

/** The gateway in other processes. */
export function remoteClient(gatewayUrls: readonly string[]): ApiClient {
  const spread = new Spread(gatewayUrls);
  return (request) =>
    spread.run(
      async (gatewayUrl) => {
        const answer = await fetch(new URL(request.path, gatewayUrl), {
          method: request.method,
          headers: request.headers,
          body: request.body as BodyInit | undefined,
          redirect: 'manual',
          signal: AbortSignal.timeout(10_000),
        });
        return {
          status: answer.status,
          body: await answer.text(),
          setCookie: answer.headers.getSetCookie(),
          age: Number(answer.headers.get('age') ?? 0),
        };
      },
      {
        isOutage: () => true,
        mayRepeat: (error) => neverSent(error) || (isRepeatable(request) && brokeOff(error)),
      },
    );
}

/** Headers of the visitor that the gateway judges by; the portal adds its own origin, it has checked the visitor's. */
function headersFor(
  { headers: incoming, ip, id: requestId }: Pick<FastifyRequest, 'headers' | 'ip' | 'id'>,
  publicUrl: string,
): Record<string, string> {
  return {
    origin: publicUrl,
    'x-request-id': requestId,
    'x-forwarded-for': String(incoming['x-forwarded-for'] ?? ip),
    ...(incoming.cookie && { cookie: incoming.cookie }),
    ...(incoming['user-agent'] && { 'user-agent': incoming['user-agent'] }),
  };
}

/** What pages know of the installation. */
export interface PortalSite {
  publicUrl: string;
  externalIdentity: boolean;
}

/** What every page may call, bound to one visitor. */
export function portalLocals(client: ApiClient, request: FastifyRequest, site: PortalSite) {
  const base = headersFor(request, site.publicUrl);
  const json = { ...base, 'content-type': 'application/json' };
  const asked = { any: false, failed: false, oldestSeconds: 0 };
  return {
    asked,
    entityTag,
    hasTag,
    requestId: request.id,
    publicUrl: site.publicUrl,
    externalIdentity: site.externalIdentity ? '统一身份认证' : null,
    now,
    graphql: async (
      query: string,
      variables?: Record<string, unknown>,
      options?: { idempotencyKey?: string },
    ) => {
      const headers = {
        ...json,
        ...(options?.idempotencyKey && { 'idempotency-key': options.idempotencyKey }),
      };
      const answer = await client({
        method: 'POST',
        path: '/graphql',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      const said = JSON.parse(answer.body);
      asked.any = true;
      asked.failed ||= said.errors !== undefined;
      asked.oldestSeconds = Math.max(asked.oldestSeconds, answer.age);
      return said;
    },
    upload: async (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      const encoded = new Response(form);
      const answer = await client({
        method: 'POST',
        path: '/documents',
        headers: { ...base, 'content-type': encoded.headers.get('content-type')! },
        body: Buffer.from(await encoded.arrayBuffer()),
      });
      const said = JSON.parse(answer.body);
      return said.document ? { id: said.document.id as string } : { refusal: said.refusal };
    },
    auth: async (path: string, body?: unknown) => {
      const answer = await client({
        method: body === undefined ? 'GET' : 'POST',
        path: `/api/auth/${path}`,
        headers: json,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return {
        status: answer.status,
        body: answer.body ? JSON.parse(answer.body) : null,
        setCookie: answer.setCookie,
      };
    },
  };
}

/** Everything that is not the API is a page of the portal. */
export function portalRoutes(portal: Portal, client: ApiClient, site: PortalSite) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, done) => done(null));
    app.route({
      method: ['GET', 'HEAD', 'POST'],
      url: '/*',
      handler: async (request, reply) => {
        reply.hijack();
        for (const [name, value] of Object.entries(reply.getHeaders()))
          if (value !== undefined) reply.raw.setHeader(name, value as string);
        await portal.servePortal(request.raw, reply.raw, portalLocals(client, request, site));
      },
    });
  };
}
