import { startClockAt } from '@zgt/runtime/clock.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { brandAuthorization } from '../brand-authorization/actions.ts';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import { agreementIds } from '../ecosystem-unit/store.ts';
import { machineCredential } from '../machine-credential/actions.ts';
import { query } from '../testing/query.ts';
import { openWorld, type World } from '../testing/world.ts';
import { stopOrder } from './actions.ts';

let world: World;
let unit: Row;
let head: Viewer;
let mark: Row;
beforeAll(async () => {
  world = await openWorld();
  ({ unit, head } = await world.approvedUnit());
  mark = await world.registeredMark();
  await world.license(mark.id);
}, 60_000);
afterAll(() => world.runtime.close());
afterEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const order = () => ({
  input: { ecosystemUnitId: unit.id, activities: ['街头推销'], adverseEffect: '群众投诉' },
  reason: '超出协议范围',
  documents: ['EVIDENCE'],
});
const issue = () => world.take(stopOrder, 'issue', world.company, order());
const clause = '协议第 8 条';

async function inbox(organizationId: string | null, recordId: string): Promise<string[]> {
  const rows = await world.runtime.db
    .selectFrom('runtime.notification')
    .select('action')
    .where('organizationId', '=', organizationId)
    .where('recordId', '=', recordId)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.action);
}

async function closeAfter(id: string, outcome: string): Promise<void> {
  await world.take(stopOrder, 'confirm', head, { id, input: { confirmation: '已停止' } });
  await world.take(stopOrder, 'dispose', world.company, { id, input: { clause, outcome } });
  await world.take(stopOrder, 'close', world.company, { id });
}

describe('stop order (article 52)', () => {
  it('is issued by the project company, with evidence and a reason, to a unit that exists', async () => {
    expect(await world.refusal(stopOrder, 'issue', head, order())).toBe('FORBIDDEN_ROLE');
    expect(await world.refusal(stopOrder, 'issue', world.company, { ...order(), documents: [] })).toBe(
      'DOCUMENTS_MISSING',
    );
    expect(await world.refusal(stopOrder, 'issue', world.company, { ...order(), reason: ' ' })).toBe(
      'REASON_REQUIRED',
    );
    const nobody = {
      ...order(),
      input: { ...order().input, ecosystemUnitId: '00000000-0000-7000-8000-000000000000' },
    };
    expect(await world.refusal(stopOrder, 'issue', world.company, nobody)).toBe('VALIDATION');
  });

  it('suspends the brand at once, tells the unit and the management unit, and stops new activities until it is closed', async () => {
    const brand = await world.effectiveBrand(head, mark.id);
    const issued = await issue();
    expect(issued.organizationId).toBe(head.organizationId);
    expect(await world.stateOf(brandAuthorization, brand.id)).toBe('SUSPENDED');
    expect(await inbox(head.organizationId, issued.id)).toEqual(['issue']);
    expect(await inbox(world.management.organizationId, issued.id)).toEqual(['issue']);
    const fields = 'status outcome activities ecosystemUnit { name } deadlines { owedBy dueAt }';
    expect(await query(world.runtime, head, `{ stopOrder(id: "${issued.id}") { ${fields} } }`)).toEqual({
      stopOrder: {
        status: 'ISSUED',
        outcome: null,
        activities: ['街头推销'],
        ecosystemUnit: { name: '南宁某某科技有限公司' },
        deadlines: [
          { owedBy: 'OWNER', dueAt: new Date(issued.createdAt.getTime() + 30 * 60_000).toISOString() },
        ],
      },
    });
    const reinstate = { id: brand.id, reason: '已整改' };
    expect(await world.refusal(brandAuthorization, 'reinstate', world.company, reinstate)).toBe(
      'ACTIVITY_STOPPED',
    );
    await closeAfter(issued.id, 'WARN');
    expect(await world.stateOf(brandAuthorization, brand.id)).toBe('SUSPENDED');
    expect((await world.take(brandAuthorization, 'reinstate', world.company, reinstate)).state).toBe(
      'EFFECTIVE',
    );
    await world.take(brandAuthorization, 'revoke', world.company, {
      id: brand.id,
      reason: '结束',
      input: { clause },
    });
  });

  it('leaves the unit thirty minutes to confirm; a unit that keeps silent does not hold up the disposal', async () => {
    const { id } = await issue();
    const warn = { id, input: { clause, outcome: 'WARN' } };
    expect(await world.refusal(stopOrder, 'dispose', world.company, warn)).toBe('TOO_EARLY');
    startClockAt('2026-11-23T09:31:00+08:00');
    expect((await world.take(stopOrder, 'dispose', world.company, warn)).state).toBe('DISPOSED');
    await world.take(stopOrder, 'close', world.company, { id });
  });

  it('is confirmed by the unit itself and disposed of only on a clause of the agreement', async () => {
    const { id } = await issue();
    const confirm = { id, input: { confirmation: '已停止' } };
    const { head: other } = await world.approvedUnit();
    expect(await world.refusal(stopOrder, 'confirm', other, confirm)).toBe('NOT_FOUND');
    expect(await world.refusal(stopOrder, 'confirm', world.company, confirm)).toBe('FORBIDDEN_ROLE');
    await world.take(stopOrder, 'confirm', head, confirm);
    for (const blank of [null, '', '  '])
      expect(
        await world.refusal(stopOrder, 'dispose', world.company, {
          id,
          input: { clause: blank, outcome: 'WARN' },
        }),
      ).toBe('BASIS_REQUIRED');
    await world.take(stopOrder, 'dispose', world.company, { id, input: { clause, outcome: 'SUSPEND' } });
    expect(
      await world.refusal(stopOrder, 'dispose', world.company, { id, input: { clause, outcome: 'WARN' } }),
    ).toBe('ILLEGAL_TRANSITION');
    await world.take(stopOrder, 'close', world.company, { id });
  });

  it('takes back brand authorizations when disposed of so', async () => {
    const brand = await world.effectiveBrand(head, mark.id);
    const { id } = await issue();
    await closeAfter(id, 'REVOKE_AUTHORIZATION');
    expect(await world.stateOf(brandAuthorization, brand.id)).toBe('REVOKED');
    expect(await world.stateOf(ecosystemUnit, unit.id)).toBe('ACTIVE');
  });

  it('ends unit, agreement, brand and programs when the agreement is terminated', async () => {
    const brand = await world.effectiveBrand(head, mark.id);
    const credential = await world.take(machineCredential, 'issue', head, {
      input: { name: '同步程序', purpose: '订单同步', validUntil: '2027-11-23' },
    });
    const { id } = await issue();
    await closeAfter(id, 'TERMINATE_AGREEMENT');
    expect(await world.stateOf(ecosystemUnit, unit.id)).toBe('TERMINATED');
    expect(await world.stateOf(brandAuthorization, brand.id)).toBe('REVOKED');
    expect(await world.stateOf(machineCredential, credential.id)).toBe('REVOKED');
    const [agreementId] = await agreementIds(world.runtime.db, unit.id, ['TERMINATED']);
    expect(agreementId).toBeDefined();
    expect(await world.refusal(stopOrder, 'issue', world.company, order())).toBe('VALIDATION');
  });
});
