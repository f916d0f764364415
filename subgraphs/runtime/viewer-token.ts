import { jwtVerify, SignJWT } from 'jose';
import type { RequestContext } from './viewer.ts';

const ISSUER = 'zgt-gateway';
const LIFETIME = '60s';

export const VIEWER_HEADER = 'x-zgt-viewer';

/** Audience of a context that a router carries to whichever subgraphs its plan needs. */
export const EVERY_SUBGRAPH = 'every-subgraph';

const keyOf = (secret: string) => new TextEncoder().encode(secret);

/** What the gateway tells a subgraph about a request, so that nobody else can say it; good for one minute. */
export function signContext(secret: string, subgraph: string, context: RequestContext): Promise<string> {
  return new SignJWT({ context })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setAudience(subgraph)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(keyOf(secret));
}

/** The context that the gateway signed for this subgraph, or for every one; null for anything else. */
export async function verifyContext(
  secret: string,
  subgraph: string,
  token: string | undefined,
): Promise<RequestContext | null> {
  if (!token) return null;
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      issuer: ISSUER,
      audience: [subgraph, EVERY_SUBGRAPH],
      algorithms: ['HS256'],
    });
    return payload.context as RequestContext;
  } catch {
    return null;
  }
}
