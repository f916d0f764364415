import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { businessNorm } from './business-norm/actions.ts';
import { ecosystemUnit } from './ecosystem-unit/actions.ts';
import { query } from './testing/query.ts';
import { openWorld, type World } from './testing/world.ts';

let world: World;
/** Norms in force, which an agreement names. */
const inForce: string[] = [];
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

const TERMS = ['EXCLUSIVE_DEALING', 'MOST_FAVOURED', 'NON_COMPETE', 'TERRITORY_LOCK'];
const FORBIDDEN = { code: 'EXCLUSIVE_TERM_FORBIDDEN', articles: [46, 53] };

const allowExceptions = () =>
  sql`insert into runtime.rule_parameter (id, name, value, effective_from, reason, created_at)
    values (gen_random_uuid(), 'fair.exclusive_exception_allowed', 'true', '2026-11-23T00:00:00Z', '测试', now())`.execute(
    world.runtime.db,
  );

const authorize = (id: string, restrictiveTerms: string[] | null, documents: string[] = []) =>
  world.attempt(ecosystemUnit, 'authorize', world.company, {
    id,
    input: {
      agreementWorkScopes: ['BUSINESS'],
      activities: ['EVENT'],
      capabilityCodes: ['*'],
      clauses: ['ACCEPTS_MEASURE'],
      restrictiveTerms,
      normNumbers: inForce,
      validFrom: '2026-11-01',
      validUntil: '2028-10-31',
    },
    documents: ['SIGNED_AGREEMENT', ...documents],
  });
const norm = (restrictiveTerms: string[] | null, documents: string[] = []) =>
  world.attempt(businessNorm, 'draft', world.company, {
    input: { kind: 'EXIT', title: '退出规范', versionText: '第 1 版', body: '正文', restrictiveTerms },
    documents,
  });

it('article 46: no agreement is signed with a term that shuts others out [duty 46.1]', async () => {
  const { id } = await world.submittedUnit();
  for (const term of TERMS) {
    expect((await authorize(id, [term])).refusal).toMatchObject(FORBIDDEN);
    expect((await authorize(id, [term], ['LEGAL_REVIEW'])).refusal).toMatchObject(FORBIDDEN);
  }
  expect((await authorize(id, [])).record?.state).toBe('AUTHORIZED');
});

it('article 46: no norm lays one down, when it is drafted, amended or published [duty 46.1]', async () => {
  expect((await norm(['NON_COMPETE'])).refusal).toMatchObject(FORBIDDEN);
  const { id } = (await norm(null)).record!;
  const amend = (restrictiveTerms: string[] | null) =>
    world.attempt(businessNorm, 'amend', world.company, {
      id,
      input: { title: '退出规范', versionText: '第 1 版', body: '改过', restrictiveTerms },
    });
  expect((await amend(['TERRITORY_LOCK'])).refusal).toMatchObject(FORBIDDEN);
  expect((await amend(null)).refusal).toBeNull();
  const { state, number } = await world.take(businessNorm, 'publish', world.company, { id });
  expect(state).toBe('PUBLISHED');
  inForce.push(number);
});

it('article 46: by parameter a justified one may be, with its legal review, and everyone who reads the agreement sees it [duty 46.1]', async () => {
  await allowExceptions();
  const { id, head } = await world.submittedUnit();
  expect((await authorize(id, ['NON_COMPETE'])).refusal).toMatchObject(FORBIDDEN);
  expect((await authorize(id, ['NON_COMPETE'], ['LEGAL_REVIEW'])).record?.state).toBe('AUTHORIZED');
  const { authorizationAgreements } = await query(
    world.runtime,
    head,
    '{ authorizationAgreements { edges { node { restrictiveTerms } } } }',
  );
  expect(authorizationAgreements.edges.map(({ node }: any) => node)).toEqual([
    { restrictiveTerms: ['NON_COMPETE'] },
  ]);
  expect((await norm(['NON_COMPETE'])).refusal).toMatchObject(FORBIDDEN);
  expect((await norm(['NON_COMPETE'], ['LEGAL_REVIEW'])).refusal).toBeNull();
});
