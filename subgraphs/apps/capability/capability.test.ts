import { startClockAt } from '@zgt/runtime/clock.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capabilityRequest } from '../capability-request/actions.ts';
import { END, openWorld, requestInput, type World } from '../testing/world.ts';
import { capability } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

const draft = (more: Record<string, unknown> = {}) => ({
  input: {
    code: 'PAYMENT.ORDER',
    name: '统一支付',
    category: 'PAYMENT',
    tier: 'BASE',
    baseLayer: 'PUBLIC_SUPPORT_SOFTWARE',
    description: '下单、退款与对账。',
    versionText: '1.0.0',
    dailyQuota: 2000,
    ...more,
  },
});

describe('the base gives each kind of capability once (article 18)', () => {
  it('refuses to publish a second capability of a category that the base gives [duty 18.1]', async () => {
    await world.published('IDENTITY.LOGIN', 'IDENTITY');
    for (const tier of ['BASE', 'EXTENDED']) {
      const baseLayer = tier === 'BASE' ? 'MANAGEMENT_SUPPORT' : null;
      const second = await world.take(
        capability,
        'draft',
        world.company,
        draft({ code: `IDENTITY.${tier}`, category: 'IDENTITY', tier, baseLayer }),
      );
      const { refusal } = await world.attempt(capability, 'publish', world.company, { id: second.id });
      expect(refusal).toMatchObject({
        code: 'DUPLICATE_BASE_CAPABILITY',
        articles: [18],
        details: [{ path: 'category', message: '底座已有同类能力 IDENTITY.LOGIN' }],
      });
    }
  });

  it('lets extended capabilities of one category stand side by side, and anything in OTHER', async () => {
    await world.published('MAP.TILES', 'MAP', 'EXTENDED');
    await world.published('MAP.ROUTE', 'MAP', 'EXTENDED');
    await world.published('OTHER.ONE', 'OTHER');
    await world.published('OTHER.TWO', 'OTHER');
  });

  it('takes extended capabilities from service providers, in a category that the base does not give [duty 11] [duty 18.1]', async () => {
    const unit = await world.unit(['*']);
    await world.published('PAYMENT.BASE', 'PAYMENT');
    const extended = (more: object) => draft({ tier: 'EXTENDED', baseLayer: null, ...more });
    const mine = extended({ code: 'PAYMENT.MINE', category: 'PAYMENT' });
    const tour = extended({ code: 'MAP.TOUR', category: 'MAP' });
    expect((await world.attempt(capability, 'draft', unit, mine)).refusal).toMatchObject({
      code: 'DUPLICATE_BASE_CAPABILITY',
      details: [{ path: 'category', message: '底座已有同类能力 PAYMENT.BASE' }],
    });
    expect((await world.attempt(capability, 'draft', unit, draft())).refusal).toMatchObject({
      code: 'FORBIDDEN_ROLE',
      articles: [18],
    });
    for (const viewer of [await world.runtime.member('INFRASTRUCTURE_PROVIDER', ['HEAD']), world.management])
      expect((await world.attempt(capability, 'draft', viewer, tour)).refusal).toMatchObject({
        code: 'NOT_A_SERVICE_PROVIDER',
        articles: [11],
      });
    await world.setUnitState(unit, 'SUSPENDED');
    expect(await world.refusal(capability, 'draft', unit, tour)).toBe('UNIT_NOT_APPROVED');
    await world.setUnitState(unit, 'ACTIVE');
    const { id } = await world.take(capability, 'draft', unit, tour);
    const taken = { id, ...extended({ code: 'PAYMENT.MINE', category: 'PAYMENT' }) };
    expect(await world.refusal(capability, 'amend', unit, taken)).toBe('DUPLICATE_BASE_CAPABILITY');
    expect(await world.refusal(capability, 'publish', unit, { id })).toBe('FORBIDDEN_ROLE');
    const other = await world.unit(['*']);
    expect(await world.refusal(capability, 'discard', other, { id })).toBe('NOT_FOUND');
    const body = await world.runtime.member('MUNICIPALITY', ['HEAD']);
    const parking = extended({ code: 'MAP.PARKING', category: 'MAP' });
    expect((await world.take(capability, 'draft', body, parking)).state).toBe('DRAFT');
    expect((await world.take(capability, 'publish', world.company, { id })).state).toBe('PUBLISHED');
  });

  it('takes drafts well formed and with the layer of a base capability', async () => {
    expect(await world.refusal(capability, 'draft', world.company, draft({ code: 'payment' }))).toBe(
      'VALIDATION',
    );
    expect(await world.refusal(capability, 'draft', world.company, draft({ baseLayer: null }))).toBe(
      'VALIDATION',
    );
    expect(await world.refusal(capability, 'draft', world.company, draft({ tier: 'EXTENDED' }))).toBe(
      'VALIDATION',
    );
  });

  it('keeps codes unique until a capability is withdrawn', async () => {
    const first = await world.published('SEARCH.TEXT', 'SEARCH');
    const again = draft({ code: 'SEARCH.TEXT', category: 'SEARCH' });
    expect(await world.refusal(capability, 'draft', world.company, again)).toBe('ALREADY_EXISTS');
    await world.take(capability, 'deprecate', world.company, { id: first.id, ...END });
    await world.take(capability, 'withdraw', world.company, { id: first.id, ...END });
    await world.take(capability, 'draft', world.company, again);
  });

  it('is not withdrawn before the day that its users were told, and then at once [duty 18.1]', async () => {
    const { id } = await world.published('MAP.ROUTES', 'MAP');
    const deprecate = (endsOn: string) =>
      world.attempt(capability, 'deprecate', world.company, { id, ...END, input: { ...END.input, endsOn } });
    expect((await deprecate('2026-11-23')).refusal).toMatchObject({
      code: 'VALIDATION',
      details: [{ path: 'endsOn' }],
    });
    expect((await deprecate('2026-11-25')).record?.state).toBe('DEPRECATED');
    const withdraw = () => world.attempt(capability, 'withdraw', world.company, { id, ...END });
    startClockAt('2026-11-24T23:59:59+08:00');
    expect((await withdraw()).refusal).toMatchObject({ code: 'TOO_EARLY', articles: [18] });
    startClockAt('2026-11-25T00:00:00+08:00');
    expect((await withdraw()).record?.state).toBe('WITHDRAWN');
    const source = 'query ($id: ID!) { capability(id: $id) { status endNotice endsOn withdrawnAt } }';
    expect((await world.ask(ANONYMOUS, source, { id })).capability).toEqual({
      status: 'WITHDRAWN',
      endNotice: END.input.endNotice,
      endsOn: '2026-11-25',
      withdrawnAt: expect.stringContaining('2026-11-24T16:00:00'),
    });
    startClockAt('2026-11-23T09:00:00+08:00');
  });

  it('tells those who use it of its end, each credential and request once, and nobody else [duty 18.1]', async () => {
    const { id: capabilityId } = await world.published('SEAL.SIGN', 'SEAL');
    const { id: another } = await world.published('WORKFLOW.RUN', 'WORKFLOW');
    const [holder, other] = [await world.unit(['*']), await world.unit(['*'])];
    const live = await world.provisioned(holder, capabilityId);
    const open = await world.take(capabilityRequest, 'submit', holder, { input: requestInput(capabilityId) });
    await world.provisioned(other, another);
    await world.take(capability, 'deprecate', world.company, { id: capabilityId, ...END });
    const told = await world.runtime.db
      .selectFrom('runtime.notification')
      .select(['organizationId', 'recordId'])
      .where('action', '=', 'hearOfDeprecation')
      .orderBy('recordId')
      .execute();
    expect(told).toEqual(
      [live.id, open.id].toSorted().map((recordId) => ({ organizationId: holder.organizationId, recordId })),
    );
  });

  it('shows the public nothing of a draft that was discarded', async () => {
    const { id } = await world.take(
      capability,
      'draft',
      world.company,
      draft({ code: 'DATA.NEVER', category: 'DATA' }),
    );
    await world.take(capability, 'discard', world.company, { id });
    const source = 'query ($id: ID!) { capability(id: $id) { status } }';
    expect((await world.ask(ANONYMOUS, source, { id })).capability).toBeNull();
    await world.take(capability, 'draft', world.company, draft({ code: 'DATA.NEVER', category: 'DATA' }));
  });

  it('shows the public what is published or deprecated, never a draft', async () => {
    const hidden = await world.take(
      capability,
      'draft',
      world.company,
      draft({ code: 'DATA.HIDDEN', category: 'DATA' }),
    );
    const shown = await world.published('MESSAGE.SEND', 'MESSAGE');
    const source = '{ capabilities(first: 100) { edges { node { code status tier baseLayer } } } }';
    const { capabilities } = await world.ask(ANONYMOUS, source);
    const nodes = capabilities.edges.map(({ node }: any) => node);
    expect(nodes).toContainEqual({
      code: 'MESSAGE.SEND',
      status: 'PUBLISHED',
      tier: 'BASE',
      baseLayer: 'PUBLIC_SUPPORT_SOFTWARE',
    });
    expect(nodes.map(({ code }: any) => code)).not.toContain('DATA.HIDDEN');
    const one = 'query ($id: ID!) { capability(id: $id) { code } }';
    expect(await world.ask(ANONYMOUS, one, { id: hidden.id })).toEqual({ capability: null });
    expect(await world.ask(ANONYMOUS, one, { id: shown.id })).toEqual({
      capability: { code: 'MESSAGE.SEND' },
    });
  });
});
