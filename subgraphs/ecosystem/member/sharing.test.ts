import { startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import { endedBySharing, endOtherDevices } from '@zgt/runtime/identity/devices.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { member } from './actions.ts';
import { tellOfSharing } from './sharing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

/** An account that is a member of an organisation, with a session on each of these devices, the oldest first. */
async function signedIn(party: PartyKind, organizationId: string, devices: readonly string[]) {
  const { db } = world.runtime;
  const accountId = newId();
  const username = `u${accountId.slice(-8)}`;
  await sql`insert into identity."user" (id, name, email, "emailVerified", username, "createdAt", "updatedAt")
    values (${accountId}, '张三', ${`${username}@example.com`}, false, ${username}, now(), now())`.execute(
    db,
  );
  const viewer = await world.runtime.member(party, ['HEAD'], organizationId);
  const { id } = await world.take(member, 'add', viewer, { input: { username, roles: ['OPERATOR'] } });
  const sessions = [];
  for (const [place, userAgent] of devices.entries()) {
    const token = newId();
    const createdAt = new Date(Date.UTC(2026, 10, 23, 1, place));
    await sql`insert into identity.session (id, token, "userId", "userAgent", "ipAddress", "expiresAt", "createdAt", "updatedAt")
      values (${token}, ${token}, ${accountId}, ${userAgent}, '10.1.2.3', now() + interval '1 hour', ${createdAt}, now())`.execute(
      db,
    );
    sessions.push({ token, userId: accountId, createdAt, userAgent, ipAddress: '10.1.2.3' });
  }
  return { id, accountId, username, sessions };
}

const alive = async (accountId: string) =>
  (
    await sql<{ userAgent: string }>`select "userAgent" as user_agent from identity.session
      where "userId" = ${accountId} order by "createdAt"`.execute(world.runtime.db)
  ).rows.map(({ userAgent }) => userAgent);

it('article 68: security officers are told once of an account that was used on two devices [duty 68.2]', async () => {
  startClockAt('2026-11-23T09:30:00+08:00');
  const { id, accountId, username, sessions } = await signedIn(
    'PROJECT_COMPANY',
    world.company.organizationId!,
    ['Firefox', 'Chrome', 'Firefox', 'Chrome'],
  );
  await endOtherDevices(world.runtime.db, sessions.at(-1)!);
  expect(await alive(accountId)).toEqual(['Chrome', 'Chrome']);
  expect(await endedBySharing(world.runtime.db, sessions[0]!.token)).toBeInstanceOf(Date);
  expect(await endedBySharing(world.runtime.db, sessions[1]!.token)).toBeNull();
  await tellOfSharing(world.runtime);
  await tellOfSharing(world.runtime);
  const told = await sql`select organization_id, action, title, roles from runtime.notification
    where record_id = ${id} and action = 'suspectSharing'`.execute(world.runtime.db);
  expect(told.rows).toEqual([
    {
      organizationId: world.company.organizationId,
      action: 'suspectSharing',
      title: `账号“${username}”疑似多人共用`,
      roles: ['SECURITY', 'HEAD'],
    },
  ]);
  const [kept] = (await sql<any>`select * from ecosystem.member where id = ${id}`.execute(world.runtime.db))
    .rows;
  expect(kept.sharingSuspectedAt).toBeInstanceOf(Date);
});

it('article 68: a unit’s account may be open on two devices, and an older session ends no younger one', async () => {
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  const provider = await signedIn('ECOSYSTEM_UNIT', unit.organizationId!, ['Firefox', 'Chrome']);
  await endOtherDevices(world.runtime.db, provider.sessions[1]!);
  expect(await alive(provider.accountId)).toEqual(['Firefox', 'Chrome']);
  const officer = await signedIn('PROJECT_COMPANY', world.company.organizationId!, ['Firefox', 'Chrome']);
  await endOtherDevices(world.runtime.db, officer.sessions[0]!);
  expect(await alive(officer.accountId)).toEqual(['Firefox', 'Chrome']);
});
