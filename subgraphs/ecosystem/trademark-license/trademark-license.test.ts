import { startClockAt } from '@zgt/runtime/clock.ts';
import { SYSTEM } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brandAuthorization } from '../brand-authorization/actions.ts';
import { query } from '../testing/query.ts';
import { openWorld, type World } from '../testing/world.ts';
import { trademark } from '../trademark/actions.ts';
import { trademarkLicense } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

const grant = (trademarkId: string) => ({
  input: { trademarkId, activities: ['EVENT'], validFrom: '2026-01-01', validUntil: '2027-12-31' },
});

describe('trademark licence (article 49)', () => {
  it('is granted by the management unit alone, to the project company, with its legal procedure', async () => {
    const mark = await world.registeredMark();
    expect(await world.refusal(trademarkLicense, 'grant', world.company, grant(mark.id))).toBe(
      'FORBIDDEN_ROLE',
    );
    expect(await world.refusal(trademarkLicense, 'grant', world.management, grant(mark.id))).toBe(
      'DOCUMENTS_MISSING',
    );
    const license = await world.license(mark.id);
    expect(license.state).toBe('IN_FORCE');
    expect(license.organizationId).toBe(world.company.organizationId);
    const fields =
      'status activities validFrom validUntil trademark { name classNumbers registrationNumber renewBy }';
    expect(
      await query(world.runtime, world.company, `{ trademarkLicense(id: "${license.id}") { ${fields} } }`),
    ).toEqual({
      trademarkLicense: {
        status: 'IN_FORCE',
        activities: ['EVENT', 'ADVERTISING'],
        validFrom: '2026-01-01',
        validUntil: '2028-12-31',
        trademark: {
          name: '智桂通',
          classNumbers: ['9', '42'],
          registrationNumber: '70000001',
          renewBy: '2036-01-13',
        },
      },
    });
  });

  it('is for a mark that exists and has not lapsed', async () => {
    const nowhere = grant('00000000-0000-7000-8000-000000000000');
    expect(await world.refusal(trademarkLicense, 'grant', world.management, nowhere)).toBe('VALIDATION');
    const mark = await world.registeredMark();
    await world.take(trademark, 'lapse', world.registrar, { id: mark.id, reason: '未续展' });
    expect(await world.refusal(trademarkLicense, 'grant', world.management, grant(mark.id))).toBe(
      'VALIDATION',
    );
  });

  it('carries brand authorizations: they are suspended with it and expire with it, unless another licence covers them', async () => {
    const { head } = await world.approvedUnit();
    const mark = await world.registeredMark();
    const first = await world.license(mark.id);
    const second = await world.license(mark.id, '2029-12-31');
    const brand = await world.effectiveBrand(head, mark.id);
    expect(brand.state).toBe('EFFECTIVE');

    await world.take(trademarkLicense, 'suspend', world.management, { id: first.id, reason: '核查' });
    expect(await world.stateOf(brandAuthorization, brand.id)).toBe('EFFECTIVE');
    await world.take(trademarkLicense, 'suspend', world.management, { id: second.id, reason: '核查' });
    expect(await world.stateOf(brandAuthorization, brand.id)).toBe('SUSPENDED');
    const again = { id: brand.id, reason: '许可恢复' };
    expect(await world.refusal(brandAuthorization, 'reinstate', world.company, again)).toBe(
      'TRADEMARK_LICENSE_REQUIRED',
    );

    await world.take(trademarkLicense, 'resume', world.management, { id: second.id, reason: '核查完毕' });
    expect(await world.stateOf(brandAuthorization, brand.id)).toBe('SUSPENDED');
    await world.take(brandAuthorization, 'reinstate', world.company, again);
    await world.take(trademarkLicense, 'end', world.management, { id: first.id, reason: '不再许可' });
    expect(await world.stateOf(brandAuthorization, brand.id)).toBe('EFFECTIVE');
    await world.take(trademarkLicense, 'end', SYSTEM, { id: second.id });
    expect(await world.stateOf(brandAuthorization, brand.id)).toBe('EXPIRED');
  });

  it('ends when the mark lapses, and its brand authorizations expire', async () => {
    const { head } = await world.approvedUnit();
    const mark = await world.registeredMark();
    const license = await world.license(mark.id);
    const brand = await world.effectiveBrand(head, mark.id);
    await world.take(trademark, 'lapse', world.registrar, { id: mark.id, reason: '未续展' });
    expect(await world.stateOf(trademarkLicense, license.id)).toBe('ENDED');
    expect(await world.stateOf(brandAuthorization, brand.id)).toBe('EXPIRED');
  });

  it('cannot be resumed after its last day', async () => {
    const mark = await world.registeredMark();
    const { id } = await world.license(mark.id, '2026-11-30');
    await world.take(trademarkLicense, 'suspend', world.management, { id, reason: '核查' });
    startClockAt('2026-12-01T00:00:00+08:00');
    expect(await world.refusal(trademarkLicense, 'resume', world.management, { id, reason: '恢复' })).toBe(
      'VALIDATION',
    );
    startClockAt('2026-11-23T09:00:00+08:00');
  });
});
