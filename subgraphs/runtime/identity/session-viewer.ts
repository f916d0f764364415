import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { PartyKind } from '@zgt/schema/parties.ts';
import { sql } from 'kysely';
import { now } from '../clock.ts';
import type { Db } from '../database/open.ts';
import type { Viewer } from '../viewer.ts';
import type { Auth } from './auth.ts';

/** How sessions are kept, as the identity library says it. */
export type SessionSettings = Pick<Awaited<Auth['$context']>, 'secret' | 'authCookies' | 'sessionConfig'>;

/** What is known of a session that is alive, and who may act by it. */
export interface SessionFacts {
  accountId: string;
  accountName: string;
  secondFactor: boolean | null;
  organizationId: string | null;
  organizationName: string | null;
  party: string | null;
  roles: string[] | null;
  realNameVerifiedAt: Date | null;
  undertakingVersion: string | null;
  passwordChangedAt: Date | null;
  terminalCheckDueOn: string | null;
  /** The rule parameter `password.max_age_days` where it was ever set. */
  passwordMaxAgeDays: number | null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The token in `token.signature`, or null when the signature is not ours. */
function verified(signed: string, secret: string): string | null {
  const dot = signed.lastIndexOf('.');
  if (dot < 1) return null;
  const token = signed.slice(0, dot);
  const given = Buffer.from(signed.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function cookie(headers: IncomingHttpHeaders, name: string): string | null {
  for (const part of (headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() === name) return decoded(part.slice(at + 1).trim());
  }
  return null;
}

/** The session token of a request, as bearer or as signed cookie; null for none and for one that the library must judge. */
export function sessionToken(headers: IncomingHttpHeaders, settings: SessionSettings): string | null {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]?.trim();
  const signed = bearer ?? cookie(headers, settings.authCookies.sessionToken.name);
  if (!signed) return null;
  if (bearer && !bearer.includes('.')) return bearer;
  return verified(decoded(signed), settings.secret);
}

/** A session with more than this left to live is not due to be prolonged. */
export function freshSeconds({ sessionConfig }: SessionSettings): number {
  return sessionConfig.expiresIn - sessionConfig.updateAge;
}

/**
 * All that a request needs to know of a session, in one statement; null when there is none with more than the given
 * seconds to live. Nothing is remembered: what was revoked is dead at once.
 */
export async function readSession(db: Db, token: string, leastSeconds: number): Promise<SessionFacts | null> {
  // Sessions run on the real clock, as the library dates them, even where the platform's clock was set.
  const found = await sql<SessionFacts>`select person.id as account_id, person.name as account_name,
      person."twoFactorEnabled" as second_factor, membership.organization_id, membership.organization_name,
      membership.party, membership.roles, facts.real_name_verified_at, facts.undertaking_version,
      facts.password_changed_at, facts.terminal_check_due_on,
      (select value from runtime.rule_parameter where name = 'password.max_age_days' and effective_from <= ${now()}
        order by effective_from desc, id desc limit 1) as password_max_age_days
    from identity.session as session
    join identity."user" as person on person.id = session."userId"
    left join runtime.account_facts as facts on facts.account_id = person.id
    left join lateral (
      select organization.id as organization_id, organization.name as organization_name, organization.party, own.roles
      from runtime.membership as own join runtime.organization as organization on organization.id = own.organization_id
      where own.account_id = person.id and organization.status <> 'ENDED'
      order by organization.id::text = session."actingOrganizationId" desc nulls last, own.created_at limit 1
    ) as membership on true
    where session.token = ${token}
      and session."expiresAt" > now() + make_interval(secs => ${leastSeconds}::double precision)`.execute(db);
  return found.rows[0] ?? null;
}

const DAY_MS = 86_400_000;

/** The session as a viewer; `defaultMaxAgeDays` counts where the parameter was never set. */
export function sessionViewer(facts: SessionFacts, defaultMaxAgeDays: number): Viewer {
  const maxAge = (facts.passwordMaxAgeDays ?? defaultMaxAgeDays) * DAY_MS;
  return {
    accountId: facts.accountId,
    accountName: facts.accountName,
    organizationId: facts.organizationId,
    organizationName: facts.organizationName,
    party: facts.party as PartyKind | null,
    roles: facts.roles ?? [],
    via: 'SESSION',
    credentialId: null,
    realNameVerified: facts.realNameVerifiedAt !== null,
    undertakingAccepted: facts.undertakingVersion !== null,
    passwordExpired:
      facts.passwordChangedAt !== null && now().getTime() - facts.passwordChangedAt.getTime() > maxAge,
    terminalCheckDueOn: facts.terminalCheckDueOn,
    secondFactor: facts.secondFactor === true,
  };
}
