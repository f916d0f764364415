import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { safetyAgreement } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const signed = (more: object = {}) => ({
  input: {
    counterparty: 'OWNER_UNIT',
    signedOn: '2026-11-20',
    validUntil: '2027-11-19',
    requirementReference: '桂网信〔2026〕1号',
    clauses: ['日志留存：每季抽查', '应急演练：每年查记录'],
    ...more,
  },
  documents: ['OTHER'],
});

it('article 65: it is signed by the management unit with the owner unit and nobody else [duty 65]', async () => {
  const refused = async (more: object) =>
    (await world.attempt(safetyAgreement, 'sign', world.management, signed(more))).refusal;
  for (const counterparty of ['PROJECT_COMPANY', 'INFRASTRUCTURE_PROVIDER'])
    expect(await refused({ counterparty })).toMatchObject({
      code: 'RESPONSIBLE_PARTY_FIXED',
      articles: [65],
    });
  expect(await refused({})).toMatchObject({ code: 'VALIDATION', details: [{ path: 'counterparty' }] });
  const owner = await world.runtime.member('OWNER_UNIT', ['HEAD']);
  expect(await refused({ validUntil: '2026-11-20' })).toMatchObject({ details: [{ path: 'validUntil' }] });
  expect(await refused({ signedOn: '2026-11-24' })).toMatchObject({ details: [{ path: 'signedOn' }] });
  expect(await world.refusal(safetyAgreement, 'sign', world.company, signed())).toBe('FORBIDDEN_ROLE');
  expect(await world.refusal(safetyAgreement, 'sign', world.management, { ...signed(), documents: [] })).toBe(
    'DOCUMENTS_MISSING',
  );
  expect(await world.take(safetyAgreement, 'sign', world.management, signed())).toMatchObject({
    state: 'IN_FORCE',
    organizationId: owner.organizationId,
  });
});

it('article 65: sixty days before its end the management unit is reminded, after it the agreement is over [duty 65]', async () => {
  const { id } = await world.take(safetyAgreement, 'sign', world.management, signed());
  const fire = async (instant: string) => {
    startClockAt(instant);
    await fireDeadlines(
      world.runtime.db,
      new Map([['SafetyAgreement', { noun: safetyAgreement, runtime: world.runtime }]]),
    );
  };
  const reminded = async () =>
    (
      await world.runtime.db
        .selectFrom('runtime.notification')
        .select('organizationId')
        .where('recordId', '=', id)
        .where('action', '=', 'reminder')
        .execute()
    ).map(({ organizationId }) => organizationId);
  const state = async () =>
    (await world.ask(world.company, 'query ($id: ID!) { safetyAgreement(id: $id) { status } }', { id }))
      .safetyAgreement.status;
  await fire('2027-09-19T23:59:00+08:00');
  expect(await reminded()).toEqual([]);
  await fire('2027-09-20T00:00:00+08:00');
  expect(await reminded()).toContain(world.management.organizationId);
  await fire('2027-11-19T23:59:00+08:00');
  expect(await state()).toBe('IN_FORCE');
  await fire('2027-11-20T00:00:00+08:00');
  expect(await state()).toBe('EXPIRED');
});

it('article 65: clauses are supervised one by one', async () => {
  const { id } = await world.take(safetyAgreement, 'sign', world.management, signed());
  const check = (checkedClause: string) => ({ id, input: { checkedClause, checkFinding: '符合' } });
  expect(await world.refusal(safetyAgreement, 'check', world.management, check('没有的条款'))).toBe(
    'VALIDATION',
  );
  expect(
    await world.take(safetyAgreement, 'check', world.management, check('日志留存：每季抽查')),
  ).toMatchObject({
    checkFinding: '符合',
    checkedAt: expect.any(Date),
  });
  expect(
    (await world.take(safetyAgreement, 'terminate', world.management, { id, reason: '另签新协议' })).state,
  ).toBe('TERMINATED');
});
