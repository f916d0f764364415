import { now } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { exportJWK, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { closedBecause, goodHashes } from './client.ts';
import { type CapabilityClient, findClient } from './store.ts';

/** Seconds that an access token lives: as long as a gateway that does not ask back may be wrong about it. */
export const TOKEN_SECONDS = 600;

const ALGORITHM = 'ES256';
const TYPE = 'at+jwt';
const SECRET_MARK = 16;

const Claims = z.object({
  jti: z.uuid(),
  client_id: z.string(),
  scope: z.string(),
  iat: z.number(),
  exp: z.number(),
  secret_mark: z.string(),
});

/** What an access token says; `secret_mark` names the secret that it was given for. */
export type AccessClaims = z.infer<typeof Claims>;

/** Where access tokens are meant to be shown. */
export const audienceOf = ({ publicUrl }: Pick<Runtime, 'publicUrl'>) => `${publicUrl}/capabilities`;

/** A signed access token for the one capability of the client (RFC 9068), good for ten minutes. */
export function issueToken(runtime: Runtime, client: CapabilityClient, usedHash: string): Promise<string> {
  const { keyId, privateKey } = runtime.keys.accessToken;
  const seconds = Math.floor(now().getTime() / 1000);
  return new SignJWT({
    client_id: client.clientId,
    scope: client.capabilityCode,
    environment: client.environment,
    secret_mark: usedHash.slice(0, SECRET_MARK),
  })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: keyId })
    .setIssuer(runtime.publicUrl)
    .setSubject(client.clientId)
    .setAudience(audienceOf(runtime))
    .setJti(newId())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + TOKEN_SECONDS)
    .sign(privateKey);
}

/** What a token of ours says while it lives; null for any other text. */
export async function readToken(runtime: Runtime, token: string): Promise<AccessClaims | null> {
  try {
    const { payload } = await jwtVerify(token, runtime.keys.accessToken.publicKey, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: runtime.publicUrl,
      audience: audienceOf(runtime),
      currentDate: now(),
    });
    return Claims.parse(payload);
  } catch {
    return null;
  }
}

/**
 * Whom a token lets call, now: null unless signature and term are good, it was not given back, the secret that it was
 * given for still counts, and its request, unit and agreement are in force.
 */
export async function activeToken(
  runtime: Runtime,
  token: string,
): Promise<{ claims: AccessClaims; client: CapabilityClient } | null> {
  const claims = await readToken(runtime, token);
  const client = claims && (await findClient(runtime.db, claims.client_id, claims.jti));
  if (!client || client.tokenRevoked || closedBecause(client, now())) return null;
  const marks = goodHashes(client, now()).map((hash) => hash.slice(0, SECRET_MARK));
  return marks.includes(claims.secret_mark) ? { claims, client } : null;
}

/** The public keys that access tokens are checked by (RFC 7517). */
export async function publicKeys({ keys }: Runtime): Promise<JSONWebKeySet> {
  const { keyId, publicKey } = keys.accessToken;
  return { keys: [{ ...(await exportJWK(publicKey)), kid: keyId, use: 'sig', alg: ALGORITHM }] };
}
