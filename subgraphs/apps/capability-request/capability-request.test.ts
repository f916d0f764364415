import { hashSecret } from '@zgt/runtime/crypto/digest.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { SYSTEM, type Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appVersion } from '../app-version/actions.ts';
import { capability } from '../capability/actions.ts';
import { appSteps, marketApp, marketConfiguration } from '../testing/apps.ts';
import { END, openWorld, requestInput, type World } from '../testing/world.ts';
import { capabilityRequest } from './actions.ts';

let world: World;
let login: string;
let unit: Viewer;
beforeAll(async () => {
  world = await openWorld();
  login = (await world.published('IDENTITY.LOGIN', 'IDENTITY')).id;
  unit = await world.unit(['IDENTITY.LOGIN']);
}, 60_000);
afterAll(() => world.runtime.close());

const submit = (viewer: Viewer, capabilityId = login) =>
  world.attempt(capabilityRequest, 'submit', viewer, { input: requestInput(capabilityId) });

const stateOf = async (id: string) =>
  (
    await sql<{ state: string }>`select state from apps.capability_request where id = ${id}`.execute(
      world.runtime.db,
    )
  ).rows[0]!.state;

const refusals = async (id: string) =>
  (
    await world.runtime.db
      .selectFrom('runtime.auditEntry')
      .select('action')
      .where('recordId', '=', id)
      .where('outcome', '=', 'REFUSED')
      .execute()
  ).length;

describe('requests stay inside the agreement (articles 7 and 38)', () => {
  it('refuses a unit that is not approved', async () => {
    const other = await world.unit(['*']);
    await world.setUnitState(other, 'SUSPENDED');
    expect((await submit(other)).refusal?.code).toBe('UNIT_NOT_APPROVED');
  });

  it('refuses without an agreement in force, and from the day after its last', async () => {
    const stranger = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
    await world.setUnitState(stranger, 'ACTIVE');
    expect((await submit(stranger)).refusal).toMatchObject({ code: 'AGREEMENT_REQUIRED', articles: [38] });
    expect((await submit(await world.unit(['*'], '2026-11-22'))).refusal?.code).toBe('AGREEMENT_REQUIRED');
    expect((await submit(await world.unit(['*'], '2026-11-23'))).record?.state).toBe('SUBMITTED');
  });

  it('refuses a capability that the agreement does not name [duty 38.1]', async () => {
    const { id } = await world.published('MAP.TILES', 'MAP');
    expect((await submit(unit, id)).refusal).toMatchObject({
      code: 'AGREEMENT_SCOPE_EXCEEDED',
      articles: [38],
      details: [{ path: 'capabilityId', message: '能力：授权协议未包括 MAP.TILES，只包括 IDENTITY.LOGIN' }],
    });
    expect((await submit(await world.unit(['*']), id)).record?.state).toBe('SUBMITTED');
  });

  it('refuses what is not in the catalogue or no longer offered', async () => {
    expect((await submit(unit, '00000000-0000-7000-8000-000000000000')).refusal?.code).toBe('VALIDATION');
    const old = await world.published('SEARCH.TEXT', 'SEARCH');
    await world.take(capability, 'deprecate', world.company, { id: old.id, ...END });
    expect((await submit(await world.unit(['*']), old.id)).refusal?.code).toBe('VALIDATION');
  });

  it('is due for a decision three working days after it is submitted', async () => {
    const { record } = await submit(unit);
    const deadlines = await world.runtime.db
      .selectFrom('runtime.deadline')
      .select(['name', 'dueAt'])
      .where('recordId', '=', record!.id)
      .execute();
    expect(deadlines).toEqual([{ name: 'decide', dueAt: new Date('2026-11-26T16:00:00Z') }]);
  });
});

describe('fields have purposes (article 71)', () => {
  let archive: string;
  let applicant: Viewer;
  beforeAll(async () => {
    applicant = await world.unit(['*']);
    archive = (await world.published('DATA.ARCHIVE', 'DATA', 'EXTENDED', ['name', 'birthday', 'id_number']))
      .id;
  });
  const ask = (fieldPurposes: string[] | null, capabilityId = archive) =>
    world.attempt(capabilityRequest, 'submit', applicant, {
      input: { ...requestInput(capabilityId), fieldPurposes },
    });

  it.each<[string, string[], string[]]>([
    ['a field without a purpose', ['name：称呼', 'id_number'], ['id_number：没有写明用途']],
    ['an empty purpose', ['id_number： '], ['id_number：没有写明用途']],
    ['a field outside the catalogue', ['name：称呼', 'wage：评估'], ['wage：不在该能力返回的字段之内']],
    ['each of several', ['wage：评估', 'name'], ['wage：不在该能力返回的字段之内', 'name：没有写明用途']],
  ])('refuses %s and names the field [duty 71.3]', async (_, asked, messages) => {
    expect((await ask(asked)).refusal).toMatchObject({
      code: 'PURPOSE_EXCEEDED',
      articles: [71],
      details: messages.map((message) => ({ path: 'fieldPurposes', message })),
    });
  });

  it('takes fields with purposes, and none where the capability returns none', async () => {
    const { record } = await ask(['name：称呼', 'birthday: 年龄核对']);
    expect(record?.fieldPurposes).toEqual(['name：称呼', 'birthday: 年龄核对']);
    expect((await ask(null)).refusal).toMatchObject({
      code: 'VALIDATION',
      details: [{ path: 'fieldPurposes' }],
    });
    expect((await ask(null, login)).record?.state).toBe('SUBMITTED');
    expect((await ask(['name：称呼'], login)).refusal?.code).toBe('PURPOSE_EXCEEDED');
  });
});

describe('credentials (article 38)', () => {
  it('refuses the production environment for an app that nobody tested, not the sandbox [duty 38.2]', async () => {
    const steps = appSteps(world);
    const maker = await world.unit(['*']);
    const { id: appId } = await steps.registered(maker, marketApp());
    const ask = (environment: string) =>
      world.attempt(capabilityRequest, 'submit', maker, {
        input: { ...requestInput(login, environment), appId },
      });
    await steps.inTest(maker, appId, marketConfiguration());
    expect((await ask('PRODUCTION')).refusal).toMatchObject({
      code: 'TEST_NOT_PASSED',
      articles: [38],
      details: [{ path: 'appId' }],
    });
    expect((await ask('SANDBOX')).record?.state).toBe('SUBMITTED');
    await steps.tested(maker, appId, marketConfiguration(), '1.0.1');
    const { record } = await ask('PRODUCTION');
    expect(record?.state).toBe('SUBMITTED');
    await world.take(capabilityRequest, 'approve', world.company, { id: record!.id });
  });

  it('does not approve for production what was changed since its test', async () => {
    const steps = appSteps(world);
    const maker = await world.unit(['*']);
    const { id: appId } = await steps.registered(maker, marketApp());
    const version = await steps.tested(maker, appId, marketConfiguration());
    const { id } = await world.take(capabilityRequest, 'submit', maker, {
      input: { ...requestInput(login), appId },
    });
    await world.take(appVersion, 'configure', maker, { id: version.id, input: marketConfiguration() });
    expect(await world.refusal(capabilityRequest, 'approve', world.company, { id })).toBe('TEST_NOT_PASSED');
  });

  it('shows the secret once and stores nothing but its hash [duty 38.2]', async () => {
    const { record } = await submit(unit);
    const id = record!.id;
    await world.take(capabilityRequest, 'approve', world.company, { id });
    const { provisionCapabilityRequest: outcome } = await world.ask(
      world.company,
      `mutation ($id: ID!) { provisionCapabilityRequest(input: { id: $id }) {
        secret refusal { code } capabilityRequest { status secretPrefix dailyQuota validUntil } } }`,
      { id },
    );
    expect(outcome.refusal).toBeNull();
    expect(outcome.secret).toMatch(/^zgtc_[\w-]{43}$/);
    expect(outcome.capabilityRequest).toEqual({
      status: 'PROVISIONED',
      secretPrefix: outcome.secret.slice(0, 11),
      dailyQuota: 2000,
      validUntil: '2027-11-23',
    });
    const row = await sql<{ text: string }>`
      select to_jsonb(request)::text as text from apps.capability_request as request where id = ${id}`.execute(
      world.runtime.db,
    );
    expect(row.rows[0]!.text).toContain(hashSecret(outcome.secret));
    expect(row.rows[0]!.text).not.toContain(outcome.secret);
    const log = await sql<{
      body: string;
    }>`select body from runtime.audit_entry where record_id = ${id}`.execute(world.runtime.db);
    expect(log.rows.map(({ body }) => body).join()).not.toContain(outcome.secret.slice(11));
    const again = await world.ask(unit, 'query ($id: ID!) { capabilityRequest(id: $id) { secretPrefix } }', {
      id,
    });
    expect(again.capabilityRequest.secretPrefix).toBe(outcome.secret.slice(0, 11));
  });

  it('does not give the secret again when the same request is repeated', async () => {
    const { record } = await submit(unit);
    const id = record!.id;
    await world.take(capabilityRequest, 'approve', world.company, { id });
    const context = { viewer: world.company, requestId: 'r', idempotencyKey: 'provision-1' };
    const first = await act(world.runtime, capabilityRequest, 'provision', { context, id });
    const second = await act(world.runtime, capabilityRequest, 'provision', { context, id });
    expect('secret' in first && first.secret).toMatch(/^zgtc_/);
    expect(second.record?.id).toBe(id);
    expect('secret' in second).toBe(false);
  });

  it('replaces the secret for the unit itself, and for nobody else', async () => {
    const before = await world.provisioned(unit, login);
    const other = await world.unit(['*']);
    expect(await world.refusal(capabilityRequest, 'reissue', other, { id: before.id })).toBe('NOT_FOUND');
    expect(await world.refusal(capabilityRequest, 'reissue', world.company, { id: before.id })).toBe(
      'FORBIDDEN_ROLE',
    );
    const outcome = await world.attempt(capabilityRequest, 'reissue', unit, { id: before.id });
    const secret = outcome.refusal ? null : outcome.secret!;
    expect(outcome.record?.secretHash).toBe(hashSecret(secret!));
    expect(outcome.record?.secretHash).not.toBe(before.secretHash);
  });

  it('lasts 365 days in production and 90 in the sandbox, but never beyond the agreement', async () => {
    expect((await world.provisioned(unit, login, 'PRODUCTION')).validUntil).toBe('2027-11-23');
    expect((await world.provisioned(unit, login, 'SANDBOX')).validUntil).toBe('2027-02-21');
    const brief = await world.unit(['*'], '2026-12-31');
    const request = await world.provisioned(brief, login, 'SANDBOX');
    expect(request.validUntil).toBe('2026-12-31');
    const clock = await world.runtime.db
      .selectFrom('runtime.deadline')
      .select(['action', 'dueAt'])
      .where('recordId', '=', request.id)
      .where('endedAt', 'is', null)
      .orderBy('dueAt')
      .execute();
    expect(clock).toEqual([
      { action: null, dueAt: new Date('2026-11-30T16:00:00Z') },
      { action: 'expire', dueAt: new Date('2026-12-31T16:00:00Z') },
    ]);
    await world.take(capabilityRequest, 'expire', SYSTEM, { id: request.id });
    expect(await stateOf(request.id)).toBe('EXPIRED');
  });

  it('has a quota within that of the capability', async () => {
    const { record } = await submit(unit);
    await world.take(capabilityRequest, 'approve', world.company, { id: record!.id });
    const provision = (dailyQuota: number) => ({ id: record!.id, input: { dailyQuota } });
    expect(await world.refusal(capabilityRequest, 'provision', world.company, provision(2001))).toBe(
      'VALIDATION',
    );
    expect((await world.take(capabilityRequest, 'provision', world.company, provision(300))).dailyQuota).toBe(
      300,
    );
  });

  it('is not given back while the unit is not approved', async () => {
    const other = await world.unit(['*']);
    const { id } = await world.provisioned(other, login);
    await world.take(capabilityRequest, 'suspend', world.company, { id, reason: '异常调用' });
    await world.setUnitState(other, 'SUSPENDED');
    const resume = { id, reason: '已排除' };
    expect(await world.refusal(capabilityRequest, 'resume', world.company, resume)).toBe('UNIT_NOT_APPROVED');
    await world.setUnitState(other, 'ACTIVE');
    expect((await world.take(capabilityRequest, 'resume', world.company, resume)).state).toBe('PROVISIONED');
  });
});

describe('what happens to a unit happens to its credentials (articles 38 and 70)', () => {
  it('suspends them with the unit, once however often it is told, and leaves other units alone [duty 8.2]', async () => {
    const [one, other] = [await world.unit(['*']), await world.unit(['*'])];
    const { id } = await world.provisioned(one, login);
    const { id: untouched } = await world.provisioned(other, login);
    await world.tell('suspendEcosystemUnit', one);
    await world.tell('suspendEcosystemUnit', one);
    expect(await stateOf(id)).toBe('SUSPENDED');
    expect(await stateOf(untouched)).toBe('PROVISIONED');
    expect(await refusals(id)).toBe(0);
  });

  it('gives back with the unit what was suspended with it, and not what was suspended by hand [duty 8.2]', async () => {
    const back = await world.unit(['*']);
    const { id } = await world.provisioned(back, login);
    const { id: byHand } = await world.provisioned(back, login);
    await world.take(capabilityRequest, 'suspend', world.company, { id: byHand, reason: '异常调用' });
    await world.setUnitState(back, 'SUSPENDED');
    await world.tell('suspendEcosystemUnit', back);
    await world.tell('resumeEcosystemUnit', back);
    expect(await stateOf(id)).toBe('SUSPENDED');
    await world.setUnitState(back, 'ACTIVE');
    await world.tell('resumeEcosystemUnit', back);
    await world.tell('resumeEcosystemUnit', back);
    expect([await stateOf(id), await stateOf(byHand)]).toEqual(['PROVISIONED', 'SUSPENDED']);
  });

  it.each(['terminateEcosystemUnit', 'completeExitEcosystemUnit'])(
    '%s revokes them and ends open requests',
    async (name) => {
      const leaving = await world.unit(['*']);
      const { id: live } = await world.provisioned(leaving, login);
      const { id: paused } = await world.provisioned(leaving, login);
      await world.take(capabilityRequest, 'suspend', world.company, { id: paused, reason: '异常调用' });
      const open = (await submit(leaving)).record!.id;
      await world.tell(name, leaving);
      expect([await stateOf(live), await stateOf(paused), await stateOf(open)]).toEqual([
        'REVOKED',
        'REVOKED',
        'WITHDRAWN',
      ]);
    },
  );

  it('ends them with the agreement', async () => {
    const brief = await world.unit(['*']);
    const { id } = await world.provisioned(brief, login);
    await world.tell('terminateAuthorizationAgreement', brief);
    expect(await stateOf(id)).toBe('EXPIRED');
  });

  it('revokes them for a unit that has left, even when its agreement’s end is told first', async () => {
    const leaving = await world.unit(['*']);
    const { id } = await world.provisioned(leaving, login);
    await world.setUnitState(leaving, 'TERMINATED');
    await world.tell('terminateAuthorizationAgreement', leaving);
    await world.tell('terminateEcosystemUnit', leaving);
    expect(await stateOf(id)).toBe('REVOKED');
    expect(await refusals(id)).toBe(0);
  });
});

describe('a capability that is withdrawn', () => {
  it('takes its credentials and open requests with it, and no others', async () => {
    const { id: capabilityId } = await world.published('MESSAGE.SEND', 'MESSAGE');
    const holder = await world.unit(['*']);
    const { id: live } = await world.provisioned(holder, capabilityId);
    const { id: other } = await world.provisioned(holder, login);
    const open = (await submit(holder, capabilityId)).record!.id;
    await world.take(capability, 'deprecate', world.company, { id: capabilityId, ...END });
    expect(await stateOf(live)).toBe('PROVISIONED');
    await world.take(capability, 'withdraw', world.company, { id: capabilityId, ...END });
    expect([await stateOf(live), await stateOf(open), await stateOf(other)]).toEqual([
      'REVOKED',
      'WITHDRAWN',
      'PROVISIONED',
    ]);
  });
});

describe('an organisation has its requests across subgraphs', () => {
  const source = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization {
    id capabilityRequests(first: 1) { edges { node { capability { code } organization { id } } } pageInfo { hasNextPage } } } } }`;

  it('to itself, the management unit and the project company, and to no other unit', async () => {
    const [own, other] = [await world.unit(['*']), await world.unit(['*'])];
    await submit(own);
    await submit(own);
    const of = [{ __typename: 'Organization', id: own.organizationId }];
    const seen = {
      id: own.organizationId,
      capabilityRequests: {
        edges: [
          { node: { capability: { code: 'IDENTITY.LOGIN' }, organization: { id: own.organizationId } } },
        ],
        pageInfo: { hasNextPage: true },
      },
    };
    for (const viewer of [own, world.management, world.company])
      expect((await world.ask(viewer, source, { of }))._entities).toEqual([seen]);
    expect((await world.ask(other, source, { of }))._entities[0].capabilityRequests.edges).toEqual([]);
  });
});
