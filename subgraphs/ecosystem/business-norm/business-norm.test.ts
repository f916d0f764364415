import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import { query } from '../testing/query.ts';
import { openWorld, type World } from '../testing/world.ts';
import { businessNorm } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

const drafted = (kind: string, versionText: string) =>
  world.take(businessNorm, 'draft', world.company, {
    input: { kind, title: '生态合作规范', versionText, body: '第一条 公开。\n第二条 公平。' },
  });
const published = async (kind: string, versionText: string) => {
  const { id } = await drafted(kind, versionText);
  return world.take(businessNorm, 'publish', world.company, { id });
};
const listed = async (viewer: Viewer) => {
  const { businessNorms } = await query(
    world.runtime,
    viewer,
    '{ businessNorms { edges { node { number status versionText } } } }',
  );
  return businessNorms.edges.map(({ node }: any) => [node.versionText, node.status]);
};

/** A unit that waits for its authorisation, and the way in which it is given one. */
async function submitted() {
  const { id } = await world.submittedUnit();
  return (normNumbers: readonly string[] | null) =>
    world.attempt(ecosystemUnit, 'authorize', world.company, {
      id,
      input: {
        agreementWorkScopes: ['BUSINESS'],
        activities: ['EVENT'],
        capabilityCodes: ['*'],
        clauses: ['ACCEPTS_MEASURE'],
        normNumbers,
        validFrom: '2026-11-01',
        validUntil: '2028-10-31',
      },
      documents: ['SIGNED_AGREEMENT'],
    });
}
const setRequired = (value: string) =>
  sql`insert into runtime.rule_parameter (id, name, value, effective_from, reason, created_at)
    values (gen_random_uuid(), 'agreement.norm_required', to_jsonb(${value}::text), '2026-11-23T00:00:00Z', '测试', now())`.execute(
    world.runtime.db,
  );

describe('article 53: norms are published to all, one of each kind in force', () => {
  it('a new version supersedes the one before; drafts are for those concerned [duty 53.1]', async () => {
    await published('EXIT', '第 1 版');
    const draft = await drafted('EXIT', '第 2 版');
    expect(await listed(ANONYMOUS)).toEqual([['第 1 版', 'PUBLISHED']]);
    expect(await world.refusal(businessNorm, 'publish', world.management, { id: draft.id })).toBe(
      'FORBIDDEN_ROLE',
    );
    await world.take(businessNorm, 'publish', world.company, { id: draft.id });
    expect(await listed(ANONYMOUS)).toEqual([
      ['第 2 版', 'PUBLISHED'],
      ['第 1 版', 'SUPERSEDED'],
    ]);
    expect(
      await world.refusal(businessNorm, 'amend', world.company, {
        id: draft.id,
        input: { title: '改', versionText: '改', body: '改' },
      }),
    ).toBe('ILLEGAL_TRANSITION');
  });
});

describe('article 53: an agreement names the norms in force', () => {
  it('one that was superseded is refused, the current one is taken and kept [duty 53.1]', async () => {
    const old = await published('ASSESSMENT', '第 1 版');
    const current = await published('ASSESSMENT', '第 2 版');
    const { rows } = await sql<{ number: string }>`select number from ecosystem.business_norm
      where kind = 'EXIT' and state = 'PUBLISHED'`.execute(world.runtime.db);
    const exit = rows[0]!.number;
    const authorize = await submitted();
    expect((await authorize([exit, old.number])).refusal).toMatchObject({
      code: 'NORM_VERSION_OUTDATED',
      articles: [53],
      details: [{ path: 'normNumbers', message: `引用的规范：${old.number} 已被新版本替代` }],
    });
    expect((await authorize([exit, 'GF-2026-999999'])).refusal?.code).toBe('VALIDATION');
    expect((await authorize([exit])).refusal?.details[0]?.message).toContain(current.number);
    expect((await authorize(null)).refusal?.code).toBe('VALIDATION');
    expect((await authorize([exit, current.number])).record?.state).toBe('AUTHORIZED');
    const kept = await sql<{
      normNumbers: string[];
    }>`select norm_numbers from ecosystem.authorization_agreement
      order by id desc limit 1`.execute(world.runtime.db);
    expect(kept.rows[0]!.normNumbers).toEqual([exit, current.number]);
  });

  it('a kind without any norm stands in the way only when the parameter says so [duty 53.1]', async () => {
    const { rows } = await sql<{ number: string }>`select number from ecosystem.business_norm
      where state = 'PUBLISHED'`.execute(world.runtime.db);
    const numbers = rows.map(({ number }) => number);
    await setRequired('BLOCK');
    const authorize = await submitted();
    expect((await authorize(numbers)).refusal).toMatchObject({
      code: 'NORM_MISSING',
      articles: [53],
      details: [{ path: 'normNumbers', message: '还没有公布：商业模式规范' }],
    });
    const model = await published('BUSINESS_MODEL', '第 1 版');
    expect((await authorize([...numbers, model.number])).record?.state).toBe('AUTHORIZED');
  });
});
