import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import { constantTimeEqual, hashSecret } from '@zgt/runtime/crypto/digest.ts';
import type { Db } from '@zgt/runtime/database/open.ts';
import { countFailure, secondsToWait } from '@zgt/runtime/identity/sign-in-throttle.ts';
import { fieldPurpose } from '../field-purposes.ts';
import type { AppsTables } from '../tables.ts';
import { type CapabilityClient, findClient } from './store.ts';

/** The hashes of the secrets that are good at an instant: the newest, and the one before it while they overlap. */
export function goodHashes(client: CapabilityClient, instant: Date): string[] {
  const { secretHash, previousSecretHash, previousValidUntil } = client;
  const overlaps = previousValidUntil !== null && previousValidUntil > instant;
  return [secretHash, overlaps ? previousSecretHash : null].filter((hash) => hash !== null);
}

/** Why a client may not call at an instant, in words for its operator; null when it may (articles 7, 38 and 70). */
export function closedBecause(client: CapabilityClient, instant: Date): string | null {
  if (client.state !== 'PROVISIONED') return `the capability request is ${client.state}`;
  if (client.validUntil! < shanghaiDate(instant)) return 'the credential has expired';
  // Articles 10 and 38: who is no unit asks for its own public services, without an agreement.
  if (client.party !== 'ECOSYSTEM_UNIT') return null;
  if (client.unitState !== 'ACTIVE') return 'the unit is not approved or is suspended';
  if (client.agreementState !== 'IN_FORCE') return 'the authorization agreement is not in force';
  return null;
}

/** The fields that a client may be given; null for a capability whose fields are not listed (article 71). */
export function grantedFields({ fieldPurposes }: CapabilityClient): string[] | null {
  return fieldPurposes?.map((text) => fieldPurpose(text).field) ?? null;
}

export type Authenticated =
  | { client: CapabilityClient; usedHash: string }
  | { client: null; retryAfterSeconds: number | null };

/**
 * The client whose secret this is; what is presented is compared in constant time, for ids that exist and ids that do not.
 * Failures close an id as they close a sign-in, but only for wrong secrets: nobody can lock a client out of its own.
 */
export async function authenticateClient(
  db: Db<AppsTables>,
  clientId: string,
  secret: string,
): Promise<Authenticated> {
  const instant = now();
  const client = await findClient(db, clientId);
  const presented = hashSecret(secret);
  const hashes = client ? goodHashes(client, instant) : [''];
  const usedHash = hashes.filter((hash) => constantTimeEqual(hash, presented))[0];
  if (client && usedHash) return { client, usedHash };
  const name = `client:${clientId.slice(0, 57)}`;
  const retryAfterSeconds = await secondsToWait(db, name);
  if (retryAfterSeconds === null) await countFailure(db, name);
  return { client: null, retryAfterSeconds };
}
