import { authorizationAgreement } from '@zgt/ecosystem/authorization-agreement/actions.ts';
import { brandAuthorization } from '@zgt/ecosystem/brand-authorization/actions.ts';
import { ecosystemUnit } from '@zgt/ecosystem/ecosystem-unit/actions.ts';
import { openWorld, type World } from '@zgt/ecosystem/testing/world.ts';
import { trademark } from '@zgt/ecosystem/trademark/actions.ts';
import { newId } from '@zgt/runtime/id.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { roundTrips } from '@zgt/runtime/testing/round-trips.ts';
import { requestBy } from '@zgt/runtime/testing/test-runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

/** BEGIN and COMMIT are two of them; between them a transition opens, asks what its guards judge by, and closes. */
describe.each([
  ['embedded database', async () => undefined],
  ['PostgreSQL', () => postgres.createDatabase()],
])('round trips to the %s', (_, database) => {
  let world: World;
  let mark: Row;
  let head: Viewer;
  let unit: Row;
  beforeAll(async () => {
    world = await openWorld(await database());
    mark = await world.registeredMark();
    await world.license(mark.id);
    ({ unit, head } = await world.approvedUnit());
  });
  afterAll(() => world?.runtime.close());

  /** Takes an action, which has to go through, and counts. */
  async function trips(
    noun: Noun,
    action: string,
    viewer: Viewer,
    given: { id: string; input?: Record<string, unknown>; reason?: string },
    idempotencyKey: string | null = null,
  ): Promise<number> {
    return roundTrips(world.runtime.pool, async () => {
      const context = requestBy(viewer, idempotencyKey);
      const { refusal } = await act(world.runtime, noun, action, { context, ...given });
      expect(refusal).toBeNull();
    });
  }

  const requested = () => world.requestedBrand(head, mark.id);
  const endorsement = { endorsement: '同意授权' };

  it.each([null, 'key'])(
    'a brand authorization is endorsed and consented to in five each (key: %s)',
    async (key) => {
      const { id } = await requested();
      const own = (name: string) => key && `${name}-${newId()}`;
      expect(
        await trips(brandAuthorization, 'endorse', world.company, { id, input: endorsement }, own('endorse')),
      ).toBe(5);
      expect(await trips(brandAuthorization, 'consent', world.management, { id }, own('consent'))).toBe(5);
    },
  );

  it('a transition without guards takes four: the second answer to its key takes four as well', async () => {
    const { id } = await requested();
    const given = { id, reason: '不再需要' };
    const key = newId();
    expect(await trips(brandAuthorization, 'withdraw', head, given, key)).toBe(4);
    expect(await trips(brandAuthorization, 'withdraw', head, given, key)).toBe(4);
  });

  it('a refusal takes no more than what it refuses', async () => {
    const count = await roundTrips(world.runtime.pool, async () => {
      expect(await world.refusal(brandAuthorization, 'consent', world.company, { id: newId() })).toBe(
        'NOT_FOUND',
      );
    });
    expect(count).toBe(4);
  });

  it('a created record takes four with its number', async () => {
    const count = await roundTrips(world.runtime.pool, () =>
      world.take(trademark, 'entrust', world.management, { input: { name: '桂通', classNumbers: ['9'] } }),
    );
    expect(count).toBe(4);
  });

  it('a unit is suspended with its agreement and all its brand authorizations in six, and resumed in five', async () => {
    for (let count = 0; count < 2; count++) await world.effectiveBrand(head, mark.id);
    const given = { id: unit.id, reason: '整改', input: { clause: '第九条' } };
    expect(await trips(ecosystemUnit, 'suspend', world.company, given)).toBe(6);
    expect(await trips(ecosystemUnit, 'resume', world.company, { id: unit.id, reason: '整改完成' })).toBe(5);
  });

  it('a unit is approved in five, its agreement in force and its standing published', async () => {
    const other = await world.authorizedUnit();
    expect(await trips(ecosystemUnit, 'approve', world.management, { id: other.id }, newId())).toBe(5);
    expect(await world.stateOf(ecosystemUnit, other.id)).toBe('ACTIVE');
    const agreements = await world.runtime.db
      .selectFrom(authorizationAgreement.table)
      .select('state')
      .where('ecosystemUnitId', '=', other.id)
      .execute();
    expect(agreements).toEqual([{ state: 'IN_FORCE' }]);
  });
});
