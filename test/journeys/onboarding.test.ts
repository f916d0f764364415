import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client, signUp } from '../harness/client.ts';
import { brandInput, effectiveBrand, registeredMark, verify } from './brand.ts';
import {
  activeUnit,
  agreementInput,
  done,
  draftUnit,
  freshCreditCode,
  freshUsername,
  look,
  type Parties,
  signInParties,
  submission,
  submitUnit,
  type Unit,
  unitInput,
} from './people.ts';
import { DATABASES, openPlace, type Place, START_MS } from './place.ts';

describe.each(DATABASES)('入驻与授权协议 on %s', (database) => {
  let place: Place;
  let parties: Parties;

  beforeAll(async () => {
    place = await openPlace(database);
    await place.startAt('2026-11-23T01:00:00Z');
    parties = await signInParties(place.url);
  }, START_MS);
  afterAll(() => place?.leave());

  const agreementOf = async (unit: Unit) => {
    const { data } = await parties.guanli.ask(
      'query($id: ID!) { authorizationAgreements(filter: { organizationId: $id }) { edges { node { id status } } } }',
      { id: unit.organizationId },
    );
    return data.authorizationAgreements.edges.map(({ node }: any) => node.status);
  };

  test('article 7: an enterprise registers, is authorized, then approved; its agreement is signed, then in force [duty 7.1] [duty 35.1]', async () => {
    const { gongsi, guanli } = parties;
    const unit = await draftUnit(place.url);
    expect(await look(unit.client, 'ecosystemUnit', unit.id)).toEqual({ status: 'DRAFT', version: 1 });

    const submitted = await unit.client.act('submitEcosystemUnit', {
      id: unit.id,
      expectedVersion: 1,
      documents: await submission(unit.client),
    });
    expect(submitted).toMatchObject({ status: 'SUBMITTED', version: 2, refusal: null });

    const authorized = await gongsi.act('authorizeEcosystemUnit', {
      id: unit.id,
      ...(await agreementInput(gongsi)),
    });
    expect(authorized).toMatchObject({ status: 'AUTHORIZED', version: 3, refusal: null });
    expect(await agreementOf(unit)).toEqual(['SIGNED']);

    const approved = await guanli.act('approveEcosystemUnit', { id: unit.id });
    expect(approved).toMatchObject({ status: 'ACTIVE', version: 4, refusal: null });
    expect(await agreementOf(unit)).toEqual(['IN_FORCE']);
  });

  test('article 7: the owner unit authorizes as well', async () => {
    const { yezhu, guanli } = parties;
    const unit = await draftUnit(place.url);
    await submitUnit(unit);
    done(await yezhu.act('authorizeEcosystemUnit', { id: unit.id, ...(await agreementInput(yezhu)) }));
    expect(await guanli.act('approveEcosystemUnit', { id: unit.id })).toMatchObject({ status: 'ACTIVE' });
  });

  test('article 7: what is returned can be mended and submitted again', async () => {
    const unit = await draftUnit(place.url);
    await submitUnit(unit);
    const returned = await parties.gongsi.act('returnEcosystemUnit', {
      id: unit.id,
      reason: '地址与执照不符',
    });
    expect(returned).toMatchObject({ status: 'DRAFT', refusal: null });
    const mended = unitInput({ unifiedSocialCreditCode: unit.code, registeredAddress: '南宁市青秀区 2 号' });
    expect(await unit.client.act('amendEcosystemUnit', { id: unit.id, ...mended })).toMatchObject({
      status: 'DRAFT',
    });
    // The papers of the first time are still attached.
    expect(await unit.client.act('submitEcosystemUnit', { id: unit.id })).toMatchObject({
      status: 'SUBMITTED',
      refusal: null,
    });
  });

  test('article 7: whoever decides against a unit says why', async () => {
    const { gongsi, guanli } = parties;
    const declined = await draftUnit(place.url);
    await submitUnit(declined);
    for (const action of ['returnEcosystemUnit', 'declineEcosystemUnit'])
      expect((await gongsi.act(action, { id: declined.id, reason: '  ' })).refusal).toMatchObject({
        code: 'REASON_REQUIRED',
        articles: [7],
      });
    expect(await look(gongsi, 'ecosystemUnit', declined.id)).toEqual({ status: 'SUBMITTED', version: 2 });
    const decline = { id: declined.id, reason: '经营范围不含所申请的工作' };
    expect(await gongsi.act('declineEcosystemUnit', decline)).toMatchObject({ status: 'DECLINED' });

    const rejected = await draftUnit(place.url);
    await submitUnit(rejected);
    done(await gongsi.act('authorizeEcosystemUnit', { id: rejected.id, ...(await agreementInput(gongsi)) }));
    expect((await guanli.act('rejectEcosystemUnit', { id: rejected.id })).refusal?.code).toBe(
      'REASON_REQUIRED',
    );
    expect(await guanli.act('rejectEcosystemUnit', { id: rejected.id, reason: '材料不实' })).toMatchObject({
      status: 'REJECTED',
    });
    expect(await agreementOf(rejected)).toEqual(['TERMINATED']);
  });

  test.each(['INDIVIDUAL', 'GOVERNMENT', 'PUBLIC_INSTITUTION', 'SOCIAL_ORGANIZATION'])(
    'article 7: only enterprises take part, not %s [duty 7.2]',
    async (unitType) => {
      const unit = await draftUnit(place.url, { unitType });
      const documents = await submission(unit.client);
      const { refusal } = await unit.client.act('submitEcosystemUnit', { id: unit.id, documents });
      expect(refusal).toMatchObject({ code: 'NOT_AN_ENTERPRISE', articles: [7] });
      expect(await look(unit.client, 'ecosystemUnit', unit.id)).toEqual({ status: 'DRAFT', version: 1 });
    },
  );

  test('a wrong check digit of the credit code is told with its field', async () => {
    const person = await signUp(place.url, freshUsername(), '李四');
    const code = freshCreditCode();
    const wrong = code.slice(0, 17) + (code.endsWith('1') ? '2' : '1');
    const { refusal } = await person.act('draftEcosystemUnit', unitInput({ unifiedSocialCreditCode: wrong }));
    expect(refusal?.code).toBe('VALIDATION');
    expect(refusal?.details).toEqual([
      {
        path: 'unifiedSocialCreditCode',
        message: '统一社会信用代码：统一社会信用代码校验位不符，请核对是否输错',
      },
    ]);
  });

  test('article 7: nobody but the owner unit or the project company authorizes', async () => {
    const unit = await draftUnit(place.url);
    await submitUnit(unit);
    for (const other of [parties.weijian, parties.jichu, parties.guanli]) {
      const input = await agreementInput(other);
      const { refusal } = await other.act('authorizeEcosystemUnit', { id: unit.id, ...input });
      expect(refusal).toMatchObject({ code: 'AUTHORIZATION_SOURCE_INVALID', articles: [7] });
    }
    // The answer to a party that may not see units is the same for one that does not exist.
    const nowhere = '019f0000-0000-7000-8000-000000000000';
    const guess = await agreementInput(parties.weijian);
    const { refusal } = await parties.weijian.act('authorizeEcosystemUnit', { id: nowhere, ...guess });
    expect(refusal?.code).toBe('AUTHORIZATION_SOURCE_INVALID');
    expect(await look(parties.gongsi, 'ecosystemUnit', unit.id)).toEqual({ status: 'SUBMITTED', version: 2 });
  });

  test('articles 13 and 35: an agreement that does not bind to the measure, or goes further than the request, is no authorization [duty 13]', async () => {
    const { gongsi } = parties;
    const unit = await draftUnit(place.url);
    await submitUnit(unit);
    const authorize = async (overrides: object) =>
      (
        await gongsi.act('authorizeEcosystemUnit', {
          id: unit.id,
          ...(await agreementInput(gongsi, overrides)),
        })
      ).refusal;
    expect(await authorize({ clauses: ['BRAND_CONDUCT', 'EXIT'] })).toMatchObject({
      code: 'AGREEMENT_CLAUSE_MISSING',
      details: [{ path: 'clauses' }],
    });
    expect(await authorize({ agreementWorkScopes: ['OPERATION', 'SECURITY'] })).toMatchObject({
      code: 'AGREEMENT_SCOPE_EXCEEDED',
      details: [{ path: 'agreementWorkScopes', message: '申请中没有安全，只有运营、商务' }],
    });
    expect(await authorize({ validUntil: '2026-11-22' })).toMatchObject({
      code: 'VALIDATION',
      details: [{ path: 'validUntil' }],
    });
    expect(await authorize({ documents: [] })).toMatchObject({
      code: 'DOCUMENTS_MISSING',
      details: [{ path: 'documents.SIGNED_AGREEMENT' }],
    });
    expect(await agreementOf(unit)).toEqual([]);
    expect(await look(gongsi, 'ecosystemUnit', unit.id)).toEqual({ status: 'SUBMITTED', version: 2 });
  });

  test('a submission without its papers names the missing ones', async () => {
    const unit = await draftUnit(place.url);
    const [license] = await submission(unit.client);
    const { refusal } = await unit.client.act('submitEcosystemUnit', { id: unit.id, documents: [license] });
    expect(refusal?.code).toBe('DOCUMENTS_MISSING');
    expect(refusal?.details.map(({ path }) => path)).toEqual(['documents.CONTACT_LETTER']);
  });

  test('acting out of order, or on what one has not seen, changes nothing', async () => {
    const unit = await draftUnit(place.url);
    const { refusal } = await parties.guanli.act('approveEcosystemUnit', { id: unit.id });
    expect(refusal?.code).toBe('ILLEGAL_TRANSITION');
    await submitUnit(unit);
    const stale = { id: unit.id, expectedVersion: 1, reason: '看的是旧版' };
    expect((await parties.gongsi.act('returnEcosystemUnit', stale)).refusal).toMatchObject({
      code: 'VERSION_CONFLICT',
      details: [{ path: 'expectedVersion', message: '现在是第 2 版，您看到的是第 1 版' }],
    });
    expect(await look(parties.guanli, 'ecosystemUnit', unit.id)).toEqual({ status: 'SUBMITTED', version: 2 });
  });

  test("another unit's record is not there for a unit", async () => {
    const unit = await draftUnit(place.url);
    const stranger = await draftUnit(place.url);
    expect(await look(stranger.client, 'ecosystemUnit', unit.id)).toBeNull();
    expect(await look(client(place.url), 'ecosystemUnit', unit.id)).toBeNull();
    const { refusal } = await stranger.client.act('submitEcosystemUnit', { id: unit.id });
    expect(refusal?.code).toBe('NOT_FOUND');
  });

  test('the same credit code is registered once', async () => {
    const unit = await draftUnit(place.url);
    const person = await signUp(place.url, freshUsername(), '李四');
    const again = unitInput({ unifiedSocialCreditCode: unit.code });
    expect((await person.act('draftEcosystemUnit', again)).refusal?.code).toBe('ALREADY_EXISTS');
    const { data } = await person.ask('{ viewer { memberships { roles } } }');
    expect(data.viewer.memberships).toEqual([]);
  });

  test('article 7: no work before approval, all of the agreed work right after it [duty 7.3]', async () => {
    const { gongsi, guanli } = parties;
    const unit = await draftUnit(place.url);
    const { client: head } = unit;
    const mark = await registeredMark(head);
    const { data } = await head.ask('{ capabilities { edges { node { id code } } } }');
    const capabilityId = data.capabilities.edges.find(({ node }: any) => node.code === 'IDENTITY.LOGIN').node
      .id;
    const capability = { capabilityId, environment: 'SANDBOX', purpose: '登录联调', dailyVolume: 100 };
    const credential = { name: '同步程序', purpose: '同步订单', validUntil: '2027-01-31' };
    const refusals = async () => [
      (await head.act('requestBrandAuthorization', await brandInput(head, mark))).refusal?.code,
      (await head.act('submitCapabilityRequest', capability)).refusal?.code,
      (await head.act('issueMachineCredential', credential)).refusal?.code,
    ];
    const unapproved = ['UNIT_NOT_APPROVED', 'UNIT_NOT_APPROVED', 'UNIT_NOT_APPROVED'];
    expect(await refusals()).toEqual(unapproved);
    await submitUnit(unit);
    done(await gongsi.act('authorizeEcosystemUnit', { id: unit.id, ...(await agreementInput(gongsi)) }));
    expect(await refusals()).toEqual(unapproved);
    done(await guanli.act('approveEcosystemUnit', { id: unit.id }));
    expect(await refusals()).toEqual([undefined, undefined, undefined]);
  });

  test('articles 52 and 70: suspension stops brand and credentials at once; resuming gives the unit back, not the brand', async () => {
    const { gongsi } = parties;
    const unit = await activeUnit(place.url, parties);
    const { client: head } = unit;
    const brand = await effectiveBrand(unit, parties);
    const issued = await head.act('issueMachineCredential', {
      name: '同步程序',
      purpose: '同步订单',
      validUntil: '2027-01-31',
    });
    const program = client(place.url, issued.secret);
    const asProgram = async () => (await program.ask('{ viewer { via } }')).status;
    const anyone = client(place.url);
    expect(await asProgram()).toBe(200);
    expect(await verify(anyone, brand.certificate)).toMatchObject({ verdict: 'IN_FORCE' });
    const { data } = await head.ask(
      '{ capabilities(filter: { text: "MESSAGE.PUSH" }) { edges { node { id } } } }',
    );
    const capabilityId = data.capabilities.edges[0].node.id;
    const wanted = { capabilityId, environment: 'SANDBOX', purpose: '通知联调', dailyVolume: 100 };
    const request = done(await head.act('submitCapabilityRequest', wanted));
    done(await gongsi.act('approveCapabilityRequest', { id: request }));
    done(await gongsi.act('provisionCapabilityRequest', { id: request }));

    const clause = { id: unit.id, clause: '协议第 8 条', reason: '越权经营' };
    expect((await gongsi.act('suspendEcosystemUnit', { ...clause, reason: '' })).refusal?.code).toBe(
      'REASON_REQUIRED',
    );
    done(await gongsi.act('suspendEcosystemUnit', clause));
    expect(await asProgram()).toBe(401);
    expect(await verify(anyone, brand.certificate)).toMatchObject({
      verdict: 'NOT_IN_FORCE',
      status: 'SUSPENDED',
    });
    expect(await agreementOf(unit)).toEqual(['SUSPENDED']);
    for (let tries = 0; tries < 150; tries += 1) {
      if ((await look(head, 'capabilityRequest', request))?.status === 'SUSPENDED') break;
      await delay(100);
    }
    expect((await look(head, 'capabilityRequest', request))?.status).toBe('SUSPENDED');
    expect((await head.act('submitCapabilityRequest', wanted)).refusal?.code).toBe('UNIT_NOT_APPROVED');

    done(await gongsi.act('resumeEcosystemUnit', { id: unit.id, reason: '已整改' }));
    expect(await asProgram()).toBe(200);
    expect(await agreementOf(unit)).toEqual(['IN_FORCE']);
    expect(await verify(anyone, brand.certificate)).toMatchObject({
      verdict: 'NOT_IN_FORCE',
      status: 'SUSPENDED',
    });
    done(await gongsi.act('reinstateBrandAuthorization', { id: brand.id, reason: '已整改' }));
    expect(await verify(anyone, brand.certificate)).toMatchObject({ verdict: 'IN_FORCE' });

    done(await gongsi.act('terminateEcosystemUnit', clause));
    expect(await asProgram()).toBe(401);
    expect(await verify(anyone, brand.certificate)).toMatchObject({
      verdict: 'NOT_IN_FORCE',
      status: 'REVOKED',
    });
    expect(await agreementOf(unit)).toEqual(['TERMINATED']);
  });

  test('article 42: a unit leaves when nothing is left open, and is told what still is [duty 42.2]', async () => {
    const { gongsi } = parties;
    const unit = await activeUnit(place.url, parties);
    const brand = await effectiveBrand(unit, parties);
    const credential = await unit.client.act('issueMachineCredential', {
      name: '同步程序',
      purpose: '同步订单',
      validUntil: '2027-01-31',
    });
    done(await unit.client.act('startExitEcosystemUnit', { id: unit.id, reason: '业务调整' }));
    const { refusal } = await gongsi.act('completeExitEcosystemUnit', { id: unit.id });
    expect(refusal?.code).toBe('EXIT_CHECKLIST_OPEN');
    const number = async (noun: string, id: string) =>
      (await gongsi.ask(`query($id: ID!) { found: ${noun}(id: $id) { number } }`, { id })).data.found.number;
    expect(refusal?.details.map(({ message }) => message)).toEqual([
      `品牌授权 ${await number('brandAuthorization', brand.id)} 尚未了结`,
      `程序凭证 ${credential.number} 尚未吊销`,
    ]);
    done(
      await gongsi.act('revokeBrandAuthorization', {
        id: brand.id,
        clause: '协议第 12 条',
        reason: '单位退出',
      }),
    );
    done(await unit.client.act('revokeMachineCredential', { id: credential.id!, reason: '单位退出' }));
    expect(await gongsi.act('completeExitEcosystemUnit', { id: unit.id })).toMatchObject({
      status: 'EXITED',
    });
    expect(await agreementOf(unit)).toEqual(['TERMINATED']);
  });
});
