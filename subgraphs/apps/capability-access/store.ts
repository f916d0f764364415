import type { Db } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import type { AppsTables } from '../tables.ts';

/** A capability request as the client that it is for token endpoints and gateways, with what decides whether it may call. */
export interface CapabilityClient {
  id: string;
  /** The number of the request: its public client id. */
  clientId: string;
  organizationId: string;
  party: string;
  capabilityCode: string;
  environment: string;
  state: string;
  validUntil: string | null;
  dailyQuota: number | null;
  /** Fields with their purposes, as the applicant wrote them; null for a capability that returns none. */
  fieldPurposes: string[] | null;
  secretHash: string | null;
  previousSecretHash: string | null;
  previousValidUntil: Date | null;
  unitState: string | null;
  agreementState: string | null;
  /** Whether the token that was asked about was given back; false when none was asked about. */
  tokenRevoked: boolean;
}

/** The client of an id, in one statement and remembered nowhere: what was suspended or revoked is dead at once. */
export async function findClient(
  db: Db<AppsTables>,
  clientId: string,
  tokenId: string | null = null,
): Promise<CapabilityClient | null> {
  const standing = (kind: string) => sql`(select state from runtime.standing
    where standing.organization_id = request.organization_id and kind = ${kind})`;
  const found = await sql<CapabilityClient>`
    select request.id, request.number as client_id, request.organization_id,
      (select party from runtime.organization where id = request.organization_id) as party, request.capability_code,
      request.environment, request.state, request.valid_until, request.daily_quota, request.field_purposes,
      request.secret_hash, request.previous_secret_hash, request.previous_valid_until,
      ${standing('ECOSYSTEM_UNIT')} as unit_state,
      ${standing('AUTHORIZATION_AGREEMENT')} as agreement_state,
      exists (select from apps.revoked_token where token_id = ${tokenId}::uuid) as token_revoked
    from apps.capability_request as request where request.number = ${clientId}`.execute(db);
  return found.rows[0] ?? null;
}

/** Remembers until its end that a token was given back, and forgets those that have ended by now. */
export async function revokeToken(
  db: Db<AppsTables>,
  tokenId: string,
  expiresAt: Date,
  now: Date,
): Promise<void> {
  await db
    .with('ended', (ending) => ending.deleteFrom('apps.revokedToken').where('expiresAt', '<', now))
    .insertInto('apps.revokedToken')
    .values({ tokenId, expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
