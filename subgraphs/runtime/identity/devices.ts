import { sql } from 'kysely';
import { now } from '../clock.ts';
import { hashSecret } from '../crypto/digest.ts';
import type { Db } from '../database/open.ts';
import { SUPERVISED_PARTIES } from '../lifecycle/judge.ts';
import { readParameters } from '../parameters.ts';

/** A session that was just made, and the device that it was made from. */
export interface NewSession {
  token: string;
  userId: string;
  createdAt: Date;
  userAgent?: string | null;
  ipAddress?: string | null;
}

/**
 * An administrator's account is in use on one device at a time (article 68, duty 68.2): signing in on another one ends
 * what was open before, and that is remembered as a sign of sharing. A device is a browser or program at an address.
 */
export async function endOtherDevices(db: Db, made: NewSession): Promise<void> {
  if ((await readParameters(db))['account.single_device'] !== true) return;
  const { userId, token, createdAt, userAgent, ipAddress } = made;
  await sql`with ended as (
      delete from identity.session as other
      where other."userId" = ${userId} and other.token <> ${token} and other."expiresAt" > now()
        and other."createdAt" <= ${createdAt}
        and (coalesce(other."userAgent", ''), coalesce(other."ipAddress", ''))
          <> (${userAgent ?? ''}, ${ipAddress ?? ''})
        and exists (select from runtime.membership as own
          join runtime.organization as organization on organization.id = own.organization_id
          where own.account_id = ${userId} and organization.status <> 'ENDED'
            and organization.party in (${sql.join([...SUPERVISED_PARTIES])}))
      returning other.token)
    insert into runtime.ended_session (token_hash, account_id, ended_at)
    select encode(sha256(convert_to(token, 'UTF8')), 'hex'), ${userId}, ${now()} from ended`.execute(db);
}

/** When the session of a token was ended because its account was used elsewhere; null when it was not. */
export async function endedBySharing(db: Db, token: string): Promise<Date | null> {
  const found = await db
    .selectFrom('runtime.endedSession')
    .select('endedAt')
    .where('tokenHash', '=', hashSecret(token))
    .executeTakeFirst();
  return found?.endedAt ?? null;
}
