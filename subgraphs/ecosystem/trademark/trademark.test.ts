import { maySee } from '@zgt/runtime/lifecycle/permission.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { trademark } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

const entrust = { input: { name: '智桂通', classNumbers: ['9'] } };

async function running(recordId: string) {
  return world.runtime.db
    .selectFrom('runtime.deadline')
    .select(['name', 'dueAt'])
    .where('recordId', '=', recordId)
    .where('endedAt', 'is', null)
    .orderBy('name')
    .execute();
}

describe('trademark (article 49)', () => {
  it('is the management unit’s: nobody else can enter one', async () => {
    expect(await world.refusal(trademark, 'entrust', world.company, entrust)).toBe('TRADEMARK_OWNER_FIXED');
    expect(await world.refusal(trademark, 'entrust', world.registrar, entrust)).toBe('TRADEMARK_OWNER_FIXED');
    expect((await world.take(trademark, 'entrust', world.management, entrust)).organizationId).toBe(
      world.management.organizationId,
    );
  });

  it('has its registration kept by the infrastructure provider alone [duty 49.1]', async () => {
    const { id } = await world.take(trademark, 'entrust', world.management, entrust);
    const file = { id, input: { applicationNumber: '1', filedOn: '2026-11-20' } };
    expect(await world.refusal(trademark, 'file', world.management, file)).toBe('FORBIDDEN_ROLE');
    expect((await world.take(trademark, 'file', world.registrar, file)).state).toBe('FILED');
  });

  it('reminds of the renewal twelve months ahead, and anew after each renewal', async () => {
    const { id } = await world.registeredMark();
    expect(await running(id)).toEqual([
      { name: 'renewal', dueAt: new Date('2036-01-13T16:00:00Z') },
      { name: 'renewalReminder', dueAt: new Date('2035-01-12T16:00:00Z') },
    ]);
    const same = { id, input: { renewBy: '2036-01-13' } };
    expect(await world.refusal(trademark, 'renew', world.registrar, same)).toBe('VALIDATION');
    await world.take(trademark, 'renew', world.registrar, { id, input: { renewBy: '2046-01-13' } });
    expect(await running(id)).toEqual([
      { name: 'renewal', dueAt: new Date('2046-01-13T16:00:00Z') },
      { name: 'renewalReminder', dueAt: new Date('2045-01-12T16:00:00Z') },
    ]);
    await world.take(trademark, 'lapse', world.registrar, { id, reason: '到期未续展' });
    expect(await running(id)).toEqual([]);
  });

  it('is for anyone to see once registered, and before only for those signed in', async () => {
    const unitMember = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
    const mark = await world.take(trademark, 'entrust', world.management, entrust);
    expect(maySee(trademark.lifecycle, unitMember, mark)).toBe(true);
    expect(maySee(trademark.lifecycle, ANONYMOUS, mark)).toBe(false);
    expect(maySee(trademark.lifecycle, ANONYMOUS, await world.registeredMark())).toBe(true);
  });
});
