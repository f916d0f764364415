import { addDays } from '@zgt/runtime/calendar/work-calendar.ts';
import { startClockAt } from '@zgt/runtime/clock.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrandAuthorizationRow } from '../tables.ts';
import { query } from '../testing/query.ts';
import { openWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

it('article 50: a certificate is in force from the first second of its term to the last, in Guangxi', async () => {
  const { head } = await world.approvedUnit();
  const mark = await world.registeredMark();
  await world.license(mark.id);
  const brand = (await world.effectiveBrand(head, mark.id)) as BrandAuthorizationRow;
  const { validFrom, validUntil, certificateNumber } = brand;
  const verdictAt = async (instant: string) => {
    startClockAt(instant);
    const { verifyBrandAuthorization } = await query(
      world.runtime,
      ANONYMOUS,
      'query($number: String!) { verifyBrandAuthorization(number: $number) { verdict status reason } }',
      { number: certificateNumber },
    );
    return verifyBrandAuthorization;
  };

  // The clock goes on from where it is set: half a minute is left for the answer.
  expect(await verdictAt(`${addDays(validFrom, -1)}T23:59:30+08:00`)).toEqual({
    verdict: 'NOT_IN_FORCE',
    status: 'EFFECTIVE',
    reason: `自 ${validFrom} 起才生效。`,
  });
  const inForce = {
    verdict: 'IN_FORCE',
    status: 'EFFECTIVE',
    reason: '经管理单位同意，在授权范围和期限内有效。',
  };
  expect(await verdictAt(`${validFrom}T00:00:00+08:00`)).toEqual(inForce);
  expect(await verdictAt(`${validUntil}T23:59:30+08:00`)).toEqual(inForce);
  expect(await verdictAt(`${addDays(validUntil, 1)}T00:00:00+08:00`)).toEqual({
    verdict: 'NOT_IN_FORCE',
    status: 'EFFECTIVE',
    reason: `已于 ${validUntil} 届满。`,
  });
});
