import type { IncomingHttpHeaders } from 'node:http';
import { ruleParameter } from '@zgt/schema/measure/parameters.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import { fromNodeHeaders } from 'better-auth/node';
import { shanghaiDate } from '../calendar/work-calendar.ts';
import { now } from '../clock.ts';
import { hashSecret } from '../crypto/digest.ts';
import type { Db } from '../database/open.ts';
import { refuse } from '../refusal.ts';
import { ANONYMOUS, type Viewer } from '../viewer.ts';
import type { Auth } from './auth.ts';
import { endedBySharing } from './devices.ts';
import {
  freshSeconds,
  readSession,
  type SessionFacts,
  sessionToken,
  sessionViewer,
} from './session-viewer.ts';

export const MACHINE_TOKEN_PREFIX = 'zgt_';
const DEFAULT_MAX_AGE_DAYS = ruleParameter('password.max_age_days').default as number;

/** A credential given with the request that is not valid: the request is refused, never taken as anonymous. */
export class AuthenticationFailed extends Error {
  override name = 'AuthenticationFailed';
  readonly code = 'UNAUTHENTICATED';
}

async function machineViewer(db: Db, token: string): Promise<Viewer> {
  const hash = hashSecret(token);
  const instant = now();
  const found = await db
    .selectFrom('runtime.machineCredential as credential')
    .innerJoin('runtime.organization as organization', 'organization.id', 'credential.organizationId')
    .leftJoin('runtime.standing as standing', (join) =>
      join
        .onRef('standing.organizationId', '=', 'organization.id')
        .on('standing.kind', '=', 'ECOSYSTEM_UNIT'),
    )
    .select([
      'credential.id',
      'credential.name',
      'credential.roles',
      'credential.tokenHash',
      'credential.validUntil',
    ])
    .select([
      'credential.previousValidUntil',
      'organization.id as organizationId',
      'organization.name as organizationName',
    ])
    .select(['organization.party', 'standing.state as unitState'])
    .where((where) =>
      where.or([where('credential.tokenHash', '=', hash), where('credential.previousHash', '=', hash)]),
    )
    .where('credential.state', '=', 'ACTIVE')
    .where('organization.status', '=', 'ACTIVE')
    .executeTakeFirst();
  const current = found?.tokenHash === hash;
  const overlapping = found?.previousValidUntil != null && found.previousValidUntil > instant;
  if (!found || !(current || overlapping) || found.validUntil < shanghaiDate(instant))
    throw new AuthenticationFailed('程序凭证无效、已过期或已吊销。请核对凭证，或由单位成员重新签发。');
  if (found.party === 'ECOSYSTEM_UNIT' && found.unitState !== 'ACTIVE')
    throw new AuthenticationFailed('生态单位资格未生效或已暂停，程序凭证停用。请联系项目公司。');
  return {
    ...ANONYMOUS,
    accountName: found.name,
    organizationId: found.organizationId,
    organizationName: found.organizationName,
    party: found.party as PartyKind,
    roles: found.roles,
    via: 'MACHINE',
    credentialId: found.id,
  };
}

/** The session as the identity library judges it: it prolongs one that is due, and removes one that has ended. */
async function judgedSession(db: Db, auth: Auth, headers: IncomingHttpHeaders): Promise<SessionFacts | null> {
  const alive = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
  return alive && readSession(db, alive.session.token, 0);
}

/** Turns the headers of a request into who asks; throws AuthenticationFailed for a credential that is not valid. */
export function createAuthenticator(db: Db, auth: Auth): (headers: IncomingHttpHeaders) => Promise<Viewer> {
  return async (headers) => {
    const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
    if (bearer?.startsWith(MACHINE_TOKEN_PREFIX)) return machineViewer(db, bearer);
    if (!bearer && !headers.cookie?.includes('zgt.session_token')) return ANONYMOUS;
    const settings = await auth.$context;
    const token = sessionToken(headers, settings);
    const fresh = token && (await readSession(db, token, freshSeconds(settings)));
    const session = fresh || (await judgedSession(db, auth, headers));
    if (session) return sessionViewer(session, DEFAULT_MAX_AGE_DAYS);
    if (bearer) {
      const shared = token && (await endedBySharing(db, token));
      const { message, remedy } = refuse('ACCOUNT_SHARING_SUSPECTED');
      throw new AuthenticationFailed(shared ? `${message}${remedy}` : '登录凭证无效或已过期。请重新登录。');
    }
    return ANONYMOUS;
  };
}
