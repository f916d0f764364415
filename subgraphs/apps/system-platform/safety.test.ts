import { standingStatement } from '@zgt/runtime/organizations.ts';
import { safetyAgreementStanding, safetyStanding } from '@zgt/runtime/safety-standing.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { systemPlatform } from './actions.ts';

const REPORTS = ['SECURITY_TEST_REPORT', 'CODE_AUDIT_REPORT', 'APP_TEST_REPORT', 'PERFORMANCE_TEST_REPORT'];

let world: World;
let versions = 0;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

async function submitted(): Promise<string> {
  versions += 1;
  const input = { kind: 'OPEN_ECOSYSTEM_PLATFORM', name: '移动开放生态平台', versionText: `${versions}.0` };
  const { id } = await world.take(systemPlatform, 'register', world.company, { input });
  await world.take(systemPlatform, 'submitGoLive', world.company, { id, documents: REPORTS });
  return id;
}

const publish = (organizationId: string, kind: string, state: string, scope: object, until: string | null) =>
  standingStatement(
    world.runtime.db,
    organizationId,
    kind,
    { state, scope: { ...scope }, validUntil: until },
    new Date('2026-11-23T01:00:00Z'),
  ).execute();
const approve = (id: string) => world.attempt(systemPlatform, 'approveGoLive', world.management, { id });

it('article 68: a platform with an algorithm that is not allowed does not go live [duty 68.4]', async () => {
  const id = await submitted();
  const kind = safetyStanding('CRYPTO', id);
  const used = (algorithms: string[]) =>
    publish(world.company.organizationId!, kind, 'KEPT', { appId: id, algorithms }, null);
  await used(['RSA']);
  expect((await approve(id)).refusal?.code).toBe('ALGORITHM_NOT_ALLOWED');
  await used(['SM2']);
  expect((await approve(id)).record?.state).toBe('GO_LIVE_APPROVED');
  await used(['RSA']);
  expect(await world.refusal(systemPlatform, 'goLive', world.company, { id })).toBe('ALGORITHM_NOT_ALLOWED');
  await used(['SM2']);
  expect((await world.take(systemPlatform, 'goLive', world.company, { id })).state).toBe('LIVE');
});

it('article 65: where the parameter says so, nothing goes live without an agreement in force [duty 65]', async () => {
  const id = await submitted();
  const owner = await world.runtime.member('OWNER_UNIT', ['HEAD']);
  const agreed = (state: string, until: string) =>
    publish(owner.organizationId!, safetyAgreementStanding(owner.organizationId!), state, {}, until);
  await world.setParameter('safety_agreement.missing', 'BLOCK');
  expect((await approve(id)).refusal).toMatchObject({ code: 'SAFETY_AGREEMENT_MISSING', articles: [65] });
  await agreed('TERMINATED', '2027-11-19');
  expect((await approve(id)).refusal?.code).toBe('SAFETY_AGREEMENT_MISSING');
  await agreed('IN_FORCE', '2026-11-22');
  expect((await approve(id)).refusal?.code).toBe('SAFETY_AGREEMENT_MISSING');
  await agreed('IN_FORCE', '2026-11-23');
  expect((await approve(id)).record?.state).toBe('GO_LIVE_APPROVED');
  await world.setParameter('safety_agreement.missing', 'WARN');
  expect((await approve(await submitted())).record?.state).toBe('GO_LIVE_APPROVED');
});
