import { startClockAt } from '@zgt/runtime/clock.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

const set = (viewer: Viewer, input: Record<string, unknown>, key?: string) =>
  world
    .ask(
      viewer,
      `mutation ($input: SetRuleParameterInput!) { setRuleParameter(input: $input) {
        ruleParameter { name value default effectiveFrom changes { value reason } }
        refusal { code articles details { path message } } } }`,
      { input },
      key,
    )
    .then(({ setRuleParameter }) => setRuleParameter);

const name = 'delisting.market.announcement_working_days';

describe('rule parameters (article 75)', () => {
  it('cannot be set below what the text commands', async () => {
    expect(await set(world.management, { name, value: 4, reason: '加快办理' })).toEqual({
      ruleParameter: null,
      refusal: {
        code: 'PARAMETER_BELOW_REGULATION',
        articles: [75, 39],
        details: [{ path: 'value', message: '市场化应用下架公告期：不少于 5' }],
      },
    });
    expect((await world.runtime.parameters(world.runtime.db))[name]).toBe(5);
    expect(await world.logged('setRuleParameter')).toEqual({ REFUSED: 1 });
  });

  it('are set by the management unit, once however often the request is repeated', async () => {
    expect((await set(world.company, { name, value: 7, reason: '延长' })).refusal.code).toBe(
      'FORBIDDEN_ROLE',
    );
    const first = await set(world.management, { name, value: 7, reason: '延长' }, 'set-1');
    expect(first).toMatchObject({
      ruleParameter: { name, value: 7, default: 5, changes: [{ value: 7, reason: '延长' }] },
      refusal: null,
    });
    expect(await set(world.management, { name, value: 7, reason: '延长' }, 'set-1')).toEqual(first);
    expect((await set(world.management, { name, value: 8, reason: '延长' }, 'set-1')).refusal.code).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect((await world.runtime.parameters(world.runtime.db))[name]).toBe(7);
    expect(await world.logged('setRuleParameter')).toEqual({ DONE: 1, REFUSED: 3 });
  });

  it('take effect from their day on, and not before', async () => {
    const later = { name, value: 10, reason: '年后适用', effectiveFrom: '2027-01-01T00:00:00+08:00' };
    expect((await set(world.management, later)).ruleParameter).toMatchObject({
      value: 7,
      changes: [{ value: 10 }, { value: 7 }],
    });
    startClockAt('2027-01-01T00:00:00+08:00');
    const { ruleParameters } = await world.ask(ANONYMOUS, '{ ruleParameters { name value effectiveFrom } }');
    expect(ruleParameters.find((parameter: any) => parameter.name === name)).toEqual({
      name,
      value: 10,
      effectiveFrom: '2026-12-31T16:00:00.000Z',
    });
  });
});

describe('articles', () => {
  it('are all 77, each with its duties and the parameters of its rules', async () => {
    const { articles } = await world.ask(
      ANONYMOUS,
      '{ articles { number duties { id } parameters { name } } }',
    );
    expect(articles.map(({ number }: any) => number)).toEqual(
      Array.from({ length: 77 }, (_, index) => index + 1),
    );
    const { article, none } = await world.ask(
      ANONYMOUS,
      '{ article(number: 39) { title parameters { name value } duties { id } } none: article(number: 78) { title } }',
    );
    expect(article.parameters).toContainEqual({ name, value: 10 });
    expect(article.duties).toEqual([{ id: '39.1' }, { id: '39.2' }]);
    expect(none).toBeNull();
  });
});
