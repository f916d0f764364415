import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import { stopOrder } from '../stop-order/actions.ts';
import { openWorld, type World } from '../testing/world.ts';
import { commercialCooperation } from './actions.ts';

let world: World;
let unitId: string;
let head: Viewer;
beforeAll(async () => {
  world = await openWorld();
  const approved = await world.approvedUnit();
  unitId = approved.unit.id;
  head = approved.head;
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const record = (more: object = {}, documents: readonly string[] = [], by = world.company) =>
  world.attempt(commercialCooperation, 'record', by, {
    input: {
      ecosystemUnitId: unitId,
      name: '三月三联合推广',
      kind: 'PROMOTION',
      content: '联合开展三月三推广',
      restrictiveTerms: null,
      validFrom: '2026-12-01',
      validUntil: '2027-04-30',
      ...more,
    },
    documents,
  });
const allowExceptions = () =>
  sql`insert into runtime.rule_parameter (id, name, value, effective_from, reason, created_at)
    values (gen_random_uuid(), 'fair.exclusive_exception_allowed', 'true', '2026-11-23T00:00:00Z', '测试', now())`.execute(
    world.runtime.db,
  );

it('articles 46 and 53: terms that shut others out are refused; without them it is recorded [duty 53.2]', async () => {
  for (const term of ['MOST_FAVOURED', 'EXCLUSIVE_DEALING', 'NON_COMPETE', 'TERRITORY_LOCK'])
    expect((await record({ restrictiveTerms: [term] }, ['LEGAL_REVIEW'])).refusal).toMatchObject({
      code: 'EXCLUSIVE_TERM_FORBIDDEN',
      articles: [46, 53],
    });
  expect((await record()).record).toMatchObject({
    state: 'IN_FORCE',
    organizationId: head.organizationId,
    restrictiveTerms: [],
  });
  expect((await record({ validUntil: '2026-11-30' })).refusal?.code).toBe('VALIDATION');
  expect((await record({}, [], head)).refusal?.code).toBe('FORBIDDEN_ROLE');
});

it('by parameter a justified term is recorded with its legal review, and not without', async () => {
  await allowExceptions();
  expect((await record({ restrictiveTerms: ['EXCLUSIVE_DEALING'] })).refusal?.code).toBe(
    'EXCLUSIVE_TERM_FORBIDDEN',
  );
  expect((await record({ restrictiveTerms: ['EXCLUSIVE_DEALING'] }, ['LEGAL_REVIEW'])).record?.state).toBe(
    'IN_FORCE',
  );
});

it('article 48: the partner is a unit with an agreement in force', async () => {
  const waiting = await world.authorizedUnit();
  expect((await record({ ecosystemUnitId: waiting.id })).refusal?.code).toBe('UNIT_NOT_APPROVED');
  const other = await world.approvedUnit();
  startClockAt('2028-11-01T09:00:00+08:00');
  const later = { ecosystemUnitId: other.unit.id, validFrom: '2028-11-01', validUntil: '2029-01-31' };
  expect((await record(later)).refusal).toMatchObject({ code: 'AGREEMENT_REQUIRED', articles: [48] });
  startClockAt('2028-10-31T09:00:00+08:00');
  expect((await record(later)).record?.state).toBe('IN_FORCE');
});

it('article 53: what a check finds is followed up by a stop order or rectification of that unit [duty 53.2]', async () => {
  const { id } = (await record()).record!;
  const check = (more: object) =>
    world.attempt(commercialCooperation, 'recordCheck', world.company, {
      id,
      input: { checkResult: 'FINDING', checkNote: '价格公示不全', followUpNumber: null, ...more },
    });
  expect((await check({})).refusal?.details[0]?.path).toBe('followUpNumber');
  expect((await check({ followUpNumber: 'JT-2026-999999' })).refusal?.code).toBe('VALIDATION');
  expect((await check({ checkResult: 'NORMAL' })).record?.checkResult).toBe('NORMAL');
  const { number } = await world.take(stopOrder, 'issue', world.company, {
    input: { ecosystemUnitId: unitId, activities: ['路演'], adverseEffect: '误导用户' },
    reason: '超出范围',
    documents: ['EVIDENCE'],
  });
  expect((await check({ followUpNumber: number })).record).toMatchObject({
    state: 'IN_FORCE',
    checkResult: 'FINDING',
    followUpNumber: number,
  });
});

it('article 53: income is told by quarter; a cooperation ends on its last day, or before with a reason', async () => {
  const { id } = (await record()).record!;
  const income = (incomePeriod: string) =>
    world.attempt(commercialCooperation, 'recordIncome', world.company, {
      id,
      input: { incomePeriod, income: 120_000 },
    });
  expect((await income('2026Q5')).refusal?.code).toBe('VALIDATION');
  expect((await income('2026Q4')).record?.income).toBe(120_000);
  expect(await world.refusal(commercialCooperation, 'end', world.company, { id })).toBe('REASON_REQUIRED');
  const registry = new Map(
    [commercialCooperation, ecosystemUnit].map((noun) => [
      noun.lifecycle.noun,
      { noun, runtime: world.runtime },
    ]),
  );
  await sql`delete from runtime.deadline where noun <> 'CommercialCooperation'`.execute(world.runtime.db);
  startClockAt('2027-04-30T23:59:59+08:00');
  await fireDeadlines(world.runtime.db, registry);
  expect(await world.stateOf(commercialCooperation, id)).toBe('IN_FORCE');
  startClockAt('2027-05-01T00:00:00+08:00');
  await fireDeadlines(world.runtime.db, registry);
  expect(await world.stateOf(commercialCooperation, id)).toBe('ENDED');
});
