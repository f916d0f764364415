import { member } from '@zgt/ecosystem/member/actions.ts';
import { now } from '@zgt/runtime/clock.ts';
import type { Db } from '@zgt/runtime/database/open.ts';
import { newId } from '@zgt/runtime/id.ts';
import { membershipsOf } from '@zgt/runtime/identity/accounts.ts';
import type { Auth } from '@zgt/runtime/identity/auth.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { makeUnifiedSocialCreditCode } from '@zgt/runtime/validation/unified-social-credit-code.ts';
import { ANONYMOUS, systemRequest, type Viewer } from '@zgt/runtime/viewer.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import { sql } from 'kysely';
import type { DemonstrationSignIn } from './sign-ins.ts';

/** The full code of a demonstration organisation: its first 17 characters completed and the check digit computed. */
export function demonstrationCode(beginning: string): string {
  return makeUnifiedSocialCreditCode(beginning.padEnd(17, '0'));
}

async function ensureAccount(
  db: Db,
  auth: Auth,
  person: DemonstrationSignIn,
  password: string,
): Promise<string> {
  const known = await sql<{
    id: string;
  }>`select id from identity."user" where username = ${person.username}`.execute(db);
  if (known.rows[0]) return known.rows[0].id;
  const created = await auth.api.signUpEmail({
    body: {
      email: `${person.username}@demo.invalid`,
      name: person.name,
      username: person.username,
      password,
    } as never,
  });
  return created.user.id;
}

async function ensureMembership(
  runtime: Runtime,
  accountId: string,
  person: DemonstrationSignIn,
): Promise<void> {
  const { db } = runtime;
  const { organization, roles } = person;
  if (!organization) return;
  const known = await db
    .selectFrom('runtime.organization')
    .select('id')
    .where('party', '=', organization.party)
    .where('name', '=', organization.name)
    .executeTakeFirst();
  const organizationId = known?.id ?? newId();
  if (!known)
    await db
      .insertInto('runtime.organization')
      .values({
        id: organizationId,
        party: organization.party,
        name: organization.name,
        unifiedSocialCreditCode: demonstrationCode(organization.code),
        regionCode: organization.region ?? null,
        status: 'ACTIVE',
        createdAt: now(),
      })
      .execute();
  const joined = await runtime.db
    .selectFrom('runtime.membership')
    .select('accountId')
    .where('accountId', '=', accountId)
    .where('organizationId', '=', organizationId)
    .executeTakeFirst();
  if (joined) return;
  const outcome = await act(runtime, member, 'join', {
    context: systemRequest(),
    organizationId,
    input: { accountId, username: person.username, roles: [...roles] },
  });
  if (outcome.refusal) throw new Error(`demonstration member refused: ${outcome.refusal.message}`);
}

/** Makes the account with its organisation and standing as an administrator; doing it again changes nothing. */
export async function ensurePerson(
  db: Db,
  runtime: Runtime,
  auth: Auth,
  person: DemonstrationSignIn,
  password: string,
): Promise<string> {
  const accountId = await ensureAccount(db, auth, person, password);
  await ensureMembership(runtime, accountId, person);
  await db
    .updateTable('runtime.accountFacts')
    .set({
      realNameVerifiedAt: now(),
      realNameVerifiedBy: accountId,
      undertakingVersion: 'demo',
      undertakingAcceptedAt: now(),
    })
    .where('accountId', '=', accountId)
    .where('realNameVerifiedAt', 'is', null)
    .execute();
  return accountId;
}

/** The person as the gateway would present them, acting for their first organisation. */
export async function viewerOf(db: Db, accountId: string, name: string): Promise<Viewer> {
  const membership = (await membershipsOf(db, accountId))[0];
  return {
    ...ANONYMOUS,
    accountId,
    accountName: name,
    organizationId: membership?.organizationId ?? null,
    organizationName: membership?.organizationName ?? null,
    party: (membership?.party as PartyKind | undefined) ?? null,
    roles: membership?.roles ?? [],
    via: 'SESSION',
    realNameVerified: true,
    undertakingAccepted: true,
    secondFactor: true,
  };
}
