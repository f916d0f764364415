import type { IncomingHttpHeaders } from 'node:http';
import {
  activeToken,
  issueToken,
  publicKeys,
  readToken,
  TOKEN_SECONDS,
} from '@zgt/apps/capability-access/access-token.ts';
import { authenticateClient, closedBecause, grantedFields } from '@zgt/apps/capability-access/client.ts';
import { revokeToken } from '@zgt/apps/capability-access/store.ts';
import { now } from '@zgt/runtime/clock.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isResourceServer, resourceServer } from '../resource-server.ts';
import { clientCredentials, formOf, invalidClient, OauthError, required } from './client-authentication.ts';

const MAX_BODY = 20_000;
const METHODS = ['client_secret_basic', 'client_secret_post'];

export interface OauthRoutesOptions {
  /** The apps subgraph's, which keeps the capability requests. */
  runtime: Runtime;
  authenticate(headers: IncomingHttpHeaders): Promise<Viewer>;
}

/** What the server offers, for clients that configure themselves (RFC 8414). */
function metadata(issuer: string) {
  return {
    issuer,
    token_endpoint: `${issuer}/oauth/token`,
    token_endpoint_auth_methods_supported: METHODS,
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    jwks_uri: `${issuer}/oauth/jwks`,
    introspection_endpoint: `${issuer}/oauth/introspect`,
    introspection_endpoint_auth_methods_supported: METHODS,
    revocation_endpoint: `${issuer}/oauth/revoke`,
    revocation_endpoint_auth_methods_supported: METHODS,
    service_documentation: `${issuer}/api-docs`,
  };
}

/**
 * Provisioned capability requests as OAuth 2.0 clients (article 38): POST /oauth/token (RFC 6749, client_credentials),
 * /oauth/introspect (RFC 7662), /oauth/revoke (RFC 7009), GET /oauth/jwks and /.well-known/oauth-authorization-server.
 */
export function oauthRoutes({ runtime, authenticate }: OauthRoutesOptions) {
  const clientOf = async (request: FastifyRequest, form: ReadonlyMap<string, string>) => {
    const { id, secret } = clientCredentials(request, form);
    const authenticated = await authenticateClient(runtime.db, id, secret);
    if (authenticated.client) return authenticated;
    if (authenticated.retryAfterSeconds === null) throw invalidClient('Unknown client or wrong secret.');
    throw new OauthError(
      429,
      'temporarily_unavailable',
      'Too many failures: wait, then use the right secret.',
      {
        'retry-after': String(authenticated.retryAfterSeconds),
      },
    );
  };

  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MAX_BODY },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    app.addContentTypeParser('*', (_request, _payload, done) => done(null, null));
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    app.setErrorHandler((error, request, reply) => {
      const known =
        error instanceof OauthError
          ? error
          : (error as { statusCode?: number }).statusCode === 413
            ? new OauthError(413, 'invalid_request', 'The body is too large.')
            : new OauthError(500, 'server_error', 'Something failed here: try again later.');
      if (known.status === 500) request.log.error({ err: error }, 'request failed');
      return reply
        .code(known.status)
        .headers(known.headers)
        .send({ error: known.code, error_description: known.message });
    });

    app.get('/.well-known/oauth-authorization-server', async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').send(metadata(runtime.publicUrl)),
    );
    app.get('/oauth/jwks', async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').send(await publicKeys(runtime)),
    );
    app.post('/oauth/token', async (request) => {
      const form = formOf(request);
      const { client, usedHash } = await clientOf(request, form);
      if (required(form, 'grant_type') !== 'client_credentials')
        throw new OauthError(400, 'unsupported_grant_type', 'Use grant_type=client_credentials.');
      const asked = form.get('scope')?.split(' ') ?? [];
      if (asked.some((scope) => scope !== client.capabilityCode))
        throw new OauthError(
          400,
          'invalid_scope',
          `This client has the scope ${client.capabilityCode} only.`,
        );
      const closed = closedBecause(client, now());
      if (closed) throw new OauthError(400, 'unauthorized_client', `No token: ${closed}.`);
      return {
        access_token: await issueToken(runtime, client, usedHash),
        token_type: 'Bearer',
        expires_in: TOKEN_SECONDS,
        scope: client.capabilityCode,
      };
    });
    app.post('/oauth/introspect', async (request) => {
      const form = formOf(request);
      const viewer = await resourceServer(authenticate, request, form);
      if (!viewer || !isResourceServer(viewer))
        throw invalidClient(
          'Only programs of the project company and the infrastructure provider may ask: use a machine credential.',
        );
      const active = await activeToken(runtime, required(form, 'token'));
      if (!active) return { active: false };
      const { claims, client } = active;
      return {
        active: true,
        token_type: 'Bearer',
        scope: claims.scope,
        client_id: claims.client_id,
        sub: claims.client_id,
        iss: runtime.publicUrl,
        iat: claims.iat,
        exp: claims.exp,
        jti: claims.jti,
        environment: client.environment,
        daily_quota: client.dailyQuota,
        fields: grantedFields(client),
      };
    });
    app.post('/oauth/revoke', async (request, reply) => {
      const form = formOf(request);
      const { client } = await clientOf(request, form);
      const claims = await readToken(runtime, required(form, 'token'));
      if (claims && claims.client_id !== client.clientId)
        throw new OauthError(400, 'invalid_request', 'The token was given to another client.');
      if (claims) await revokeToken(runtime.db, claims.jti, new Date(claims.exp * 1000), now());
      return reply.code(200).send();
    });
  };
}
