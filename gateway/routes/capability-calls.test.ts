import { capability } from '@zgt/apps/capability/actions.ts';
import { capabilityRequest } from '@zgt/apps/capability-request/actions.ts';
import { forgetOldEvents } from '@zgt/apps/capability-usage/report.ts';
import { startClockAt } from '@zgt/runtime/clock.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type CapabilityCaller,
  type CapabilityWorld,
  openCapabilityWorld,
} from './testing/capability-world.ts';

const NINE = '2026-11-23T09:00:00+08:00';

let world: CapabilityWorld;
let login: string;
let unit: Viewer;
let gateway: string;
beforeAll(async () => {
  world = await openCapabilityWorld();
  login = (await world.published('IDENTITY.LOGIN', 'IDENTITY')).id;
  unit = await world.unit(['*']);
  gateway = await world.program(world.company);
}, 60_000);
beforeEach(() => startClockAt(NINE));
afterAll(() => world?.close());

let events = 0;
const event = (caller: CapabilityCaller, more: object = {}) => {
  events += 1;
  const { clientId } = caller;
  return {
    eventId: `e-${events}`,
    clientId,
    capability: 'IDENTITY.LOGIN',
    count: 1,
    at: NINE,
    outcome: 'SUCCESS',
    ...more,
  };
};
const usageQuery = `query ($organizationId: ID, $capabilityRequestId: ID, $from: Date, $to: Date) {
  capabilityUsage(organizationId: $organizationId, capabilityRequestId: $capabilityRequestId, from: $from, to: $to) {
    capabilityCode calls failedCalls days { day calls failedCalls } } }`;
const usageOf = async (viewer: Viewer, asked: object = {}) =>
  (await world.ask(viewer, usageQuery, { from: '2026-11-20', to: '2026-11-23', ...asked }))
    .capabilityUsage as {
    capabilityCode: string;
    calls: number;
    failedCalls: number;
    days: { day: string; calls: number; failedCalls: number }[];
  }[];
const daysOf = async (caller: CapabilityCaller) =>
  Object.fromEntries(
    (await usageOf(world.company, { capabilityRequestId: caller.id }))[0]!.days
      .filter(({ calls }) => calls > 0)
      .map(({ day, calls, failedCalls }) => [day, [calls, failedCalls]]),
  );
const alertsOf = async (caller: CapabilityCaller, viewer: Viewer) =>
  (
    await world.runtime.db
      .selectFrom('runtime.notification')
      .select('title')
      .where('recordId', '=', caller.id)
      .where('organizationId', '=', viewer.organizationId!)
      .where('action', '=', 'quota')
      .orderBy('id')
      .execute()
  ).map(({ title }) => title);

describe('POST /capability-usage (article 18)', () => {
  it('counts an event once, however often it comes: in one batch, again, and at the same time [duty 18.3]', async () => {
    const caller = await world.client(unit, login);
    const [one, other] = [event(caller, { count: 3 }), event(caller, { outcome: 'FAILURE' })];
    const first = await world.report([one, other, one], gateway);
    expect([first.status, first.body]).toEqual([200, { accepted: 2, duplicates: 1, refused: [] }]);
    const again = await Promise.all([1, 2, 3].map(() => world.report([other, one], gateway)));
    for (const { body } of again) expect(body).toEqual({ accepted: 0, duplicates: 2, refused: [] });
    expect(await daysOf(caller)).toEqual({ '2026-11-23': [4, 1] });
  });

  it('puts late events and those out of order on their day in Nanning', async () => {
    const caller = await world.client(unit, login);
    const at = [
      '2026-11-23T00:00:01+08:00',
      '2026-11-21T12:00:00Z',
      '2026-11-22T15:59:59Z',
      '2026-11-22T16:00:00Z',
    ];
    const { body } = await world.report(
      at.map((instant) => event(caller, { at: instant })),
      gateway,
    );
    expect(body.accepted).toBe(4);
    expect(await daysOf(caller)).toEqual({
      '2026-11-21': [1, 0],
      '2026-11-22': [1, 0],
      '2026-11-23': [2, 0],
    });
  });

  it('tells of each event that it does not count, and counts the others', async () => {
    const caller = await world.client(unit, login);
    const applied = await world.attempt(capabilityRequest, 'submit', unit, {
      input: { capabilityId: login, environment: 'SANDBOX', purpose: '联调', dailyVolume: 10 },
    });
    const bad: [object, string][] = [
      [event(caller, { clientId: 'NS-1999-000001' }), 'UNKNOWN_CLIENT'],
      [event(caller, { clientId: applied.record!.number }), 'UNKNOWN_CLIENT'],
      [event(caller, { capability: 'MAP.TILES' }), 'UNKNOWN_CLIENT'],
      [event(caller, { at: '2026-11-23T09:06:00+08:00' }), 'IN_FUTURE'],
      [event(caller, { at: '2026-10-22T23:59:59+08:00' }), 'TOO_LATE'],
      [event(caller, { at: '2026-11-23 09:00' }), 'INVALID'],
      [event(caller, { count: 0 }), 'INVALID'],
      [event(caller, { outcome: 'OK' }), 'INVALID'],
      [event(caller, { eventId: 'a b' }), 'INVALID'],
      [{}, 'INVALID'],
    ];
    const good = event(caller, { at: '2026-10-23T00:00:00+08:00' });
    const { status, body } = await world.report([...bad.map(([one]) => one), null, good], gateway);
    expect([status, body.accepted, body.duplicates]).toEqual([200, 1, 0]);
    const codes = [...bad.map(([, code]) => code), 'INVALID'];
    expect(body.refused.map(({ index, code }: any) => [index, code])).toEqual(
      codes.map((code, index) => [index, code]),
    );
    for (const { message } of body.refused) expect(message).toMatch(/[一-龥]/);
  });

  it('takes 10,000 events at once and not one more', async () => {
    const caller = await world.client(unit, login);
    const batch = Array.from({ length: 10_000 }, () => event(caller));
    expect((await world.report(batch, gateway)).body).toEqual({
      accepted: 10_000,
      duplicates: 0,
      refused: [],
    });
    expect((await world.report([...batch, event(caller)], gateway)).status).toBe(422);
    expect(await daysOf(caller)).toEqual({ '2026-11-23': [10_000, 0] });
  });

  it('takes reports of gateways’ programs only, and each reporter has identifiers of its own', async () => {
    const caller = await world.client(unit, login);
    const base = await world.program(await world.runtime.member('INFRASTRUCTURE_PROVIDER', ['HEAD']));
    const one = event(caller);
    for (const authorization of [undefined, 'Bearer zgt_made-up', `Bearer ${caller.secret}`])
      expect((await world.report([one], authorization)).status).toBe(401);
    expect((await world.report([one], await world.program(unit))).status).toBe(403);
    for (const events of [[], 'all', undefined])
      expect((await world.report(events, gateway)).status).toBe(422);
    expect((await world.report([one], gateway)).body.accepted).toBe(1);
    expect((await world.report([one], base)).body.accepted).toBe(1);
  });

  it('remembers what was counted for as long as it may come again', async () => {
    const caller = await world.client(unit, login);
    const [old, kept] = [event(caller, { at: '2026-10-23T08:00:00+08:00' }), event(caller)];
    await world.report([old, kept], gateway);
    startClockAt('2026-11-25T09:00:00+08:00');
    await forgetOldEvents(world.runtime);
    const { body } = await world.report([old, kept], gateway);
    expect([body.accepted, body.duplicates, body.refused[0].code]).toEqual([0, 1, 'TOO_LATE']);
  });
});

describe('the daily quota (article 38)', () => {
  it('is told of at 80 % and at 100 %, once a day, to the unit and to the company', async () => {
    const caller = await world.client(unit, login, 10);
    const call = (count: number, at = NINE) => world.report([event(caller, { count, at })], gateway);
    const title = (day: string, percent: number) =>
      `能力申请“IDENTITY.LOGIN”：${day} 的调用已达每日限额的 ${percent}%`;
    await call(7);
    expect(await alertsOf(caller, unit)).toEqual([]);
    await call(1);
    await call(1);
    expect(await alertsOf(caller, unit)).toEqual([title('2026-11-23', 80)]);
    await call(5);
    await call(5);
    expect(await alertsOf(caller, unit)).toEqual([title('2026-11-23', 80), title('2026-11-23', 100)]);
    await call(12, '2026-11-22T10:00:00+08:00');
    const told = await alertsOf(caller, world.company);
    expect(told).toHaveLength(3);
    expect(told).toContain(title('2026-11-22', 100));
  });
});

describe('capabilityUsage (article 18)', () => {
  it('is 0 for what nobody calls, by day, and counts a unit’s own apart from all [duty 18.3]', async () => {
    await world.published('MAP.TILES', 'MAP');
    const [one, other] = [await world.unit(['*']), await world.unit(['*'])];
    const [first, second] = [await world.client(one, login), await world.client(other, login)];
    const before = (await usageOf(world.company)).find(
      ({ capabilityCode }) => capabilityCode === 'IDENTITY.LOGIN',
    )!;
    await world.report(
      [event(first, { count: 3 }), event(second, { count: 4, outcome: 'FAILURE' })],
      gateway,
    );
    const own = await usageOf(one);
    expect(own.map(({ capabilityCode, calls }) => [capabilityCode, calls])).toEqual([
      ['IDENTITY.LOGIN', 3],
      ['MAP.TILES', 0],
    ]);
    expect(own[0]!.days.map(({ day, calls }) => [day, calls])).toEqual([
      ['2026-11-20', 0],
      ['2026-11-21', 0],
      ['2026-11-22', 0],
      ['2026-11-23', 3],
    ]);
    const all = (await usageOf(world.company)).find(
      ({ capabilityCode }) => capabilityCode === 'IDENTITY.LOGIN',
    )!;
    expect([all.calls - before.calls, all.failedCalls - before.failedCalls]).toEqual([7, 4]);
    const ofOther = await usageOf(world.management, { organizationId: other.organizationId });
    expect(ofOther.map(({ capabilityCode, calls }) => [capabilityCode, calls])).toEqual([
      ['IDENTITY.LOGIN', 4],
      ['MAP.TILES', 0],
    ]);
    expect(await usageOf(one, { capabilityRequestId: second.id })).toEqual([]);
  });

  it.each<[string, object]>([
    ['another unit', { organizationId: '00000000-0000-7000-8000-000000000000' }],
    ['93 days', { from: '2026-08-23' }],
    ['days in disorder', { from: '2026-11-24' }],
    ['a day that does not exist', { from: '2026-02-30' }],
    ['a made-up id', { capabilityRequestId: 'NS-1' }],
  ])('refuses %s', async (_, asked) => {
    await expect(usageOf(unit, asked)).rejects.toThrow();
  });
});

describe('GET /capabilities/… (articles 18 and 38)', () => {
  let days: string;
  let brand: string;
  beforeAll(async () => {
    days = (await world.published('CALENDAR.WORKDAY', 'OTHER', 'EXTENDED')).id;
    brand = (await world.published('BRAND.VERIFICATION', 'OTHER', 'EXTENDED')).id;
  });
  const bearer = async (caller: CapabilityCaller) => `Bearer ${await world.token(caller)}`;

  it.each<[string, object]>([
    ['from=2026-09-30&count=1', { from: '2026-09-30', count: 1, date: '2026-10-08', provisional: false }],
    ['from=2026-11-23&count=5', { from: '2026-11-23', count: 5, date: '2026-11-30', provisional: false }],
    ['from=2026-12-31&count=1', { from: '2026-12-31', count: 1, date: '2027-01-01', provisional: true }],
    ['from=2026-09-28&to=2026-10-08', { from: '2026-09-28', to: '2026-10-08', workingDays: 3 }],
    ['from=2026-11-23&to=2026-11-23', { from: '2026-11-23', to: '2026-11-23', workingDays: 0 }],
  ])('answers working-days?%s', async (query, answer) => {
    const caller = await world.client(unit, days);
    const { status, body } = await world.call(`working-days?${query}`, await bearer(caller));
    expect([status, body]).toEqual([200, answer]);
  });

  it.each([
    'from=2026-02-30&count=1',
    'count=1',
    'from=2026-11-23',
    'from=2026-11-23&count=1&to=2026-11-24',
    'from=2026-11-23&count=0',
    'from=2026-11-23&count=367',
    'from=2026-11-23&to=2026-11-22',
    'from=2026-11-23&to=2046-11-22',
  ])('refuses working-days?%s and counts it as failed', async (query) => {
    const caller = await world.client(unit, days);
    const { status, body } = await world.call(`working-days?${query}`, await bearer(caller));
    expect([status, body.error]).toEqual([400, 'invalid_request']);
    expect(await daysOf(caller)).toEqual({ '2026-11-23': [1, 1] });
  });

  it('refuses a call without a good token as RFC 6750 says, and counts none', async () => {
    const caller = await world.client(unit, days);
    const token = await world.token(caller);
    const path = 'working-days?from=2026-11-23&count=1';
    const challenge = async (authorization?: string, where = path) => {
      const { status, headers } = await world.call(where, authorization);
      return [status, /error="(\w+)"/.exec(String(headers['www-authenticate']))?.[1] ?? null];
    };
    expect(await challenge()).toEqual([401, null]);
    expect(await challenge('Basic abc')).toEqual([401, null]);
    expect(await challenge(`Bearer ${token.slice(0, -6)}AAAAAA`)).toEqual([401, 'invalid_token']);
    expect(await challenge(gateway)).toEqual([401, 'invalid_token']);
    expect(await challenge(`Bearer ${token}`, 'brand-verification/ZGT-1')).toEqual([
      403,
      'insufficient_scope',
    ]);
    startClockAt('2026-11-23T09:10:01+08:00');
    expect(await challenge(`Bearer ${token}`)).toEqual([401, 'invalid_token']);
    expect(await daysOf(caller)).toEqual({});
  });

  it('admits exactly the quota, however many calls come at once, and begins anew the next day', async () => {
    const caller = await world.client(unit, days, 5);
    const authorization = await bearer(caller);
    const call = () => world.call('working-days?from=2026-11-23&count=1', authorization);
    const answers = await Promise.all(Array.from({ length: 12 }, call));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(7);
    const left = Number(refused[0]!.headers['retry-after']);
    expect(left).toBeGreaterThan(14.9 * 3600);
    expect(left).toBeLessThanOrEqual(15 * 3600);
    expect(await daysOf(caller)).toEqual({ '2026-11-23': [5, 0] });
    expect(await alertsOf(caller, unit)).toHaveLength(2);
    startClockAt('2026-11-24T00:00:30+08:00');
    const next = await world.call('working-days?from=2026-11-23&count=1', await bearer(caller));
    expect(next.status).toBe(200);
  });

  it('counts one call beside what gateways report of the same credential', async () => {
    const caller = await world.client(unit, days, 10);
    await world.report([event(caller, { capability: 'CALENDAR.WORKDAY', count: 9 })], gateway);
    const authorization = await bearer(caller);
    const statuses = [];
    for (let called = 0; called < 2; called += 1)
      statuses.push((await world.call('working-days?from=2026-11-23&count=1', authorization)).status);
    expect(statuses).toEqual([200, 429]);
  });

  it('says 503 and counts a failure when what a capability stands on gives no answer', async () => {
    const caller = await world.client(unit, brand);
    const { status, headers } = await world.call('brand-verification/ZGT-1', await bearer(caller));
    expect([status, headers['retry-after']]).toEqual([503, '2']);
    expect(await daysOf(caller)).toEqual({ '2026-11-23': [1, 1] });
  });

  it('logs each call as an operation on data, and gives out nothing that it cannot log [duty 69.1]', async () => {
    const caller = await world.client(unit, days);
    const authorization = await bearer(caller);
    const path = 'working-days?from=2026-11-23&count=1';
    const operations = async () =>
      (
        await world.runtime.db
          .selectFrom('runtime.auditEntry')
          .select(['action', 'organizationId', 'body'])
          .where('noun', '=', 'DataOperation')
          .orderBy('at')
          .execute()
      )
        .map(({ body, ...entry }) => ({ ...entry, details: JSON.parse(body).details }))
        .filter(({ details }) => details.actor === caller.clientId);
    const { status, body } = await world.withBrokenLog(() => world.call(path, authorization));
    expect([status, body.error, body.date]).toEqual([503, 'temporarily_unavailable', undefined]);
    expect(body.error_description).toContain('LOG_WRITE_FAILED');
    expect(await operations()).toEqual([]);
    expect((await world.call(path, authorization)).body.date).toBe('2026-11-24');
    expect(await daysOf(caller)).toEqual({ '2026-11-23': [2, 1] });
    expect(await operations()).toMatchObject([
      {
        action: 'QUERY',
        organizationId: unit.organizationId,
        details: {
          resource: 'CALENDAR.WORKDAY',
          reference: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
          result: 'SUCCEEDED',
        },
      },
    ]);
    const failing = await world.client(unit, brand);
    await world.call('brand-verification/ZGT-1', await bearer(failing));
    const [failed] = await world.runtime.db
      .selectFrom('runtime.auditEntry')
      .select('body')
      .where('noun', '=', 'DataOperation')
      .where('body', 'like', `%${failing.clientId}%`)
      .execute();
    expect(JSON.parse(failed!.body).details.result).toBe('FAILED');
  });

  it('gives only the fields that the request has purposes for, and tells gateways of them [duty 71.3]', async () => {
    const end = { id: days, reason: '由新版替代' };
    const told = { endNotice: '请改用新版。' };
    await world.take(capability, 'deprecate', world.company, {
      ...end,
      input: { ...told, endsOn: '2026-11-24' },
    });
    startClockAt('2026-11-24T09:00:00+08:00');
    await world.take(capability, 'withdraw', world.company, { ...end, input: told });
    startClockAt(NINE);
    const listed = await world.published('CALENDAR.WORKDAY', 'OTHER', 'EXTENDED', ['date', 'provisional']);
    const caller = await world.client(unit, listed.id, 10, ['date：填写办结日期']);
    const authorization = await bearer(caller);
    const { body } = await world.call('working-days?from=2026-11-23&count=5', authorization);
    expect(body).toEqual({ date: '2026-11-30' });
    const token = authorization.slice('Bearer '.length);
    expect((await world.post('/oauth/introspect', { token }, gateway)).body.fields).toEqual(['date']);
  });
});
