import type { IncomingHttpHeaders } from 'node:http';
import { MACHINE_TOKEN_PREFIX } from '@zgt/runtime/identity/authenticate.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import type { FastifyRequest } from 'fastify';
import { clientCredentials } from './oauth/client-authentication.ts';

const RESOURCE_SERVERS: readonly unknown[] = ['PROJECT_COMPANY', 'INFRASTRUCTURE_PROVIDER'];

/** Whether a viewer is a gateway or a data platform: a program of the company or of the infrastructure base. */
export function isResourceServer({ via, party }: Viewer): boolean {
  return via === 'MACHINE' && RESOURCE_SERVERS.includes(party);
}

/** The program that a token of a machine credential stands for; null for a token that is not good. */
export async function programOf(
  authenticate: (headers: IncomingHttpHeaders) => Promise<Viewer>,
  token: string,
): Promise<Viewer | null> {
  if (!token.startsWith(MACHINE_TOKEN_PREFIX)) return null;
  try {
    return await authenticate({ authorization: `Bearer ${token}` });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'UNAUTHENTICATED') return null;
    throw error;
  }
}

/** The token that a request bears; null when it bears none. */
export function bearerToken({ authorization }: IncomingHttpHeaders): string | null {
  return /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? null;
}

/**
 * The program behind a request: its machine credential as bearer, or as the secret of an OAuth client of any id, as
 * gateways send it that ask about tokens. Null for credentials that are not good.
 */
export async function resourceServer(
  authenticate: (headers: IncomingHttpHeaders) => Promise<Viewer>,
  request: FastifyRequest,
  form: ReadonlyMap<string, string>,
): Promise<Viewer | null> {
  return programOf(authenticate, bearerToken(request.headers) ?? clientCredentials(request, form).secret);
}
