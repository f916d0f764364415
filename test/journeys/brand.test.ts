import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { sm2 } from 'sm-crypto-v2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, client } from '../harness/client.ts';
import { temporaryFolder } from '../harness/server.ts';
import { brandInput, effectiveBrand, endorsedBrand, registeredMark, type Verified, verify } from './brand.ts';
import { activeUnit, done, look, type Parties, signInParties, type Unit } from './people.ts';
import { DATABASES, openPlace, type Place, START_MS } from './place.ts';

const run = promisify(execFile);

async function authorization(by: Client, id: string) {
  const { data } = await by.ask(
    'query($id: ID!) { brandAuthorization(id: $id) { status version isEffective certificateNumber } }',
    { id },
  );
  return data.brandAuthorization;
}

/** The number with its last character changed to another. */
const mistyped = (number: string) => number.slice(0, -1) + (number.endsWith('A') ? 'B' : 'A');

describe.each(DATABASES)('品牌授权 on %s', (database) => {
  let place: Place;
  let parties: Parties;
  let unit: Unit;
  let anyone: Client;

  beforeAll(async () => {
    place = await openPlace(database);
    await place.startAt('2026-11-23T01:00:00Z');
    parties = await signInParties(place.url);
    anyone = client(place.url);
    unit = await activeUnit(place.url, parties);
  }, START_MS);
  afterAll(() => place?.leave());

  const request = async (of: Unit, overrides: object = {}) =>
    of.client.act(
      'requestBrandAuthorization',
      await brandInput(of.client, await registeredMark(of.client), overrides),
    );

  test('article 50: void until the management unit consents, whatever the company does [duty 50.1]', async () => {
    const { gongsi, guanli, yezhu } = parties;
    const id = done(await request(unit));
    const none = { isEffective: false, certificateNumber: null };
    expect(await authorization(unit.client, id)).toEqual({ status: 'REQUESTED', version: 1, ...none });
    expect((await guanli.act('consentBrandAuthorization', { id })).refusal?.code).toBe('ILLEGAL_TRANSITION');

    const endorsed = await gongsi.act('endorseBrandAuthorization', { id, endorsement: '同意授权' });
    expect(endorsed).toMatchObject({ status: 'PENDING_CONSENT', refusal: null });
    expect(await authorization(unit.client, id)).toEqual({ status: 'PENDING_CONSENT', version: 2, ...none });
    for (const other of [gongsi, yezhu, unit.client]) {
      const { refusal } = await other.act('consentBrandAuthorization', { id });
      expect(refusal).toMatchObject({ code: 'FORBIDDEN_ROLE', articles: [3, 50] });
    }
    expect(await authorization(unit.client, id)).toEqual({ status: 'PENDING_CONSENT', version: 2, ...none });

    const consented = await guanli.act('consentBrandAuthorization', { id, expectedVersion: 2 });
    expect(consented).toMatchObject({ status: 'EFFECTIVE', version: 3, refusal: null });
    const effective = await authorization(unit.client, id);
    expect(effective).toMatchObject({ status: 'EFFECTIVE', isEffective: true });
    expect(effective.certificateNumber).toMatch(/^ZGT-2026-\d{6}-[0-9A-Z]$/);
    expect((await guanli.act('consentBrandAuthorization', { id })).refusal?.code).toBe('ILLEGAL_TRANSITION');
  });

  test('article 50: refusing, declining and withdrawing leave it void', async () => {
    const { gongsi, guanli } = parties;
    const refused = await endorsedBrand(unit, parties);
    expect((await guanli.act('refuseBrandAuthorization', { id: refused })).refusal?.code).toBe(
      'REASON_REQUIRED',
    );
    done(await guanli.act('refuseBrandAuthorization', { id: refused, reason: '样式不符合规范' }));
    const declined = done(await request(unit));
    expect((await gongsi.act('declineBrandAuthorization', { id: declined })).refusal?.code).toBe(
      'REASON_REQUIRED',
    );
    done(await gongsi.act('declineBrandAuthorization', { id: declined, reason: '用途不清' }));
    const withdrawn = await endorsedBrand(unit, parties);
    done(await unit.client.act('withdrawBrandAuthorization', { id: withdrawn }));
    expect((await guanli.act('consentBrandAuthorization', { id: withdrawn })).refusal?.code).toBe(
      'ILLEGAL_TRANSITION',
    );
    for (const id of [refused, declined, withdrawn])
      expect(await authorization(unit.client, id)).toMatchObject({
        isEffective: false,
        certificateNumber: null,
      });
  });

  test('articles 48, 49 and 52: a request stays within the agreement, and within its term [duty 48]', async () => {
    const wider = await request(unit, { activities: ['MERCHANDISE'] });
    expect(wider.refusal).toMatchObject({
      code: 'AGREEMENT_SCOPE_EXCEEDED',
      details: [{ path: 'activities', message: '协议未包括文创周边，只包括展会与活动、广告宣传' }],
    });
    const longer = await request(unit, { validUntil: '2028-11-01' });
    expect(longer.refusal).toMatchObject({
      code: 'AGREEMENT_SCOPE_EXCEEDED',
      details: [{ path: 'validUntil', message: '协议只到 2028-10-31' }],
    });
    expect((await request(unit, { validUntil: '2026-11-22' })).refusal?.code).toBe('VALIDATION');
    expect((await request(unit, { documents: [] })).refusal?.code).toBe('DOCUMENTS_MISSING');
  });

  test('article 50: anyone verifies a number: before consent there is none, a mistyped one is told apart [duty 50.2]', async () => {
    const { certificate } = await effectiveBrand(unit, parties);
    const found = await anyone.ask(
      `query($number: String!) { verifyBrandAuthorization(number: $number) {
        verdict status holder { unifiedSocialCreditCode } marks activities regions validFrom validUntil
        articles signature { valid } qrCodeSvg } }`,
      { number: certificate.toLowerCase() },
    );
    expect(found.data.verifyBrandAuthorization).toMatchObject({
      verdict: 'IN_FORCE',
      status: 'EFFECTIVE',
      holder: { unifiedSocialCreditCode: unit.code },
      marks: ['智桂通'],
      activities: ['展会与活动'],
      regions: ['南宁市'],
      validFrom: '2026-11-23',
      validUntil: '2027-10-31',
      articles: [50],
      signature: { valid: true },
    });
    expect(found.data.verifyBrandAuthorization.qrCodeSvg).toMatch(/^<svg /);
    expect(await verify(anyone, mistyped(certificate))).toMatchObject({
      verdict: 'NOT_FOUND',
      reason: '编号格式或校验位不对，请核对是否输错。正确形式如 ZGT-2026-000001-X。',
    });
    // Its check character fits by ISO 7064 MOD 37,36.
    expect(await verify(anyone, 'ZGT-2026-999999-J')).toMatchObject({
      verdict: 'NOT_FOUND',
      reason: '没有这个编号的品牌授权。',
    });
    const id = await endorsedBrand(unit, parties);
    expect((await authorization(anyone, id)) ?? null).toBeNull();
  });

  test('article 50: a third party checks the signature offline, and finds a changed text', async () => {
    const { certificate } = await effectiveBrand(unit, parties);
    const { data } = await anyone.ask(
      'query($number: String!) { verifyBrandAuthorization(number: $number) { signature { algorithm payload publicKeyPem value } } }',
      { number: certificate },
    );
    const { algorithm, payload, publicKeyPem, value } = data.verifyBrandAuthorization.signature;
    expect(algorithm).toBe('SM2-with-SM3');
    expect(JSON.parse(payload)).toMatchObject({
      number: certificate,
      validUntil: '2027-10-31',
      articles: [50],
    });

    const body = Buffer.from(publicKeyPem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
    const point = body.subarray(-65).toString('hex');
    const options = { der: true, hash: true, userId: '1234567812345678' };
    expect(sm2.doVerifySignature(payload, value, point, options)).toBe(true);
    expect(sm2.doVerifySignature(payload.replace('南宁市', '柳州市'), value, point, options)).toBe(false);

    const folder = await temporaryFolder();
    const file = (name: string) => join(folder.path, name);
    await writeFile(file('key.pem'), publicKeyPem);
    await writeFile(file('signature'), Buffer.from(value, 'hex'));
    await writeFile(file('payload'), payload);
    await writeFile(file('forged'), payload.replace('南宁市', '柳州市'));
    const check = (name: string) =>
      run('openssl', [
        ...['pkeyutl', '-verify', '-pubin', '-inkey', file('key.pem'), '-rawin', '-digest', 'sm3'],
        ...['-pkeyopt', 'distid:1234567812345678', '-in', file(name), '-sigfile', file('signature')],
      ]).then(
        ({ stdout }) => stdout.trim(),
        (error) => String(error.stdout).trim(),
      );
    expect(await check('payload')).toBe('Signature Verified Successfully');
    expect(await check('forged')).toBe('Signature Verification Failure');
    await folder.remove();
  });

  test('article 52: revoking names the clause, and is seen by whoever verifies next', async () => {
    const { gongsi } = parties;
    const { id, certificate } = await effectiveBrand(unit, parties);
    const reason = '擅自扩大使用范围';
    expect((await gongsi.act('revokeBrandAuthorization', { id, reason })).refusal?.code).toBe(
      'BASIS_REQUIRED',
    );
    expect((await gongsi.act('revokeBrandAuthorization', { id, clause: '协议第 8 条' })).refusal?.code).toBe(
      'REASON_REQUIRED',
    );
    expect(await verify(anyone, certificate)).toMatchObject({ verdict: 'IN_FORCE' });
    done(await gongsi.act('revokeBrandAuthorization', { id, clause: '协议第 8 条', reason }));
    expect(await verify(anyone, certificate)).toMatchObject({ verdict: 'NOT_IN_FORCE', status: 'REVOKED' });
    expect((await gongsi.act('reinstateBrandAuthorization', { id, reason })).refusal?.code).toBe(
      'ILLEGAL_TRANSITION',
    );
  });

  test('article 52: suspended is not in force, reinstated is again', async () => {
    const { gongsi } = parties;
    const { id, certificate } = await effectiveBrand(unit, parties);
    done(await gongsi.act('suspendBrandAuthorization', { id, reason: '样式待核' }));
    expect(await authorization(unit.client, id)).toMatchObject({ status: 'SUSPENDED', isEffective: false });
    expect(await verify(anyone, certificate)).toMatchObject({ verdict: 'NOT_IN_FORCE', reason: '已暂停。' });
    done(await gongsi.act('reinstateBrandAuthorization', { id, reason: '已核' }));
    expect(await authorization(unit.client, id)).toMatchObject({ status: 'EFFECTIVE', isEffective: true });
    expect(await verify(anyone, certificate)).toMatchObject({ verdict: 'IN_FORCE' });
  });

  test('article 52: a stop order suspends the brand at once, blocks new requests, and its disposal revokes [duty 52.2]', async () => {
    const { gongsi, guanli } = parties;
    const stopped = await activeUnit(place.url, parties);
    const { id, certificate } = await effectiveBrand(stopped, parties);
    const pending = await endorsedBrand(stopped, parties);
    const order = {
      ecosystemUnitId: stopped.id,
      activities: ['未经授权的线下活动'],
      adverseEffect: '误导公众',
      reason: '越权经营',
    };
    expect((await gongsi.act('issueStopOrder', order)).refusal?.code).toBe('DOCUMENTS_MISSING');
    const documents = [{ kind: 'EVIDENCE', documentId: await gongsi.upload() }];
    const orderId = done(await gongsi.act('issueStopOrder', { ...order, documents }));
    expect(await authorization(stopped.client, id)).toMatchObject({
      status: 'SUSPENDED',
      isEffective: false,
    });
    expect(await verify(anyone, certificate)).toMatchObject({ verdict: 'NOT_IN_FORCE' });
    expect((await request(stopped)).refusal?.code).toBe('ACTIVITY_STOPPED');
    expect((await guanli.act('consentBrandAuthorization', { id: pending })).refusal?.code).toBe(
      'ACTIVITY_STOPPED',
    );
    const reinstate = { id, reason: '已整改' };
    expect((await gongsi.act('reinstateBrandAuthorization', reinstate)).refusal?.code).toBe(
      'ACTIVITY_STOPPED',
    );

    const disposal = { id: orderId, outcome: 'REVOKE_AUTHORIZATION' };
    expect((await gongsi.act('disposeStopOrder', { ...disposal, clause: '协议第 8 条' })).refusal?.code).toBe(
      'TOO_EARLY',
    );
    done(await stopped.client.act('confirmStopOrder', { id: orderId, confirmation: '已全部停止' }));
    expect((await gongsi.act('disposeStopOrder', disposal)).refusal?.code).toBe('BASIS_REQUIRED');
    done(await gongsi.act('disposeStopOrder', { ...disposal, clause: '协议第 8 条' }));
    expect(await verify(anyone, certificate)).toMatchObject({ verdict: 'NOT_IN_FORCE', status: 'REVOKED' });
    expect((await request(stopped)).refusal?.code).toBe('ACTIVITY_STOPPED');
    done(await gongsi.act('closeStopOrder', { id: orderId }));
    expect((await request(stopped)).refusal).toBeNull();
  });

  test('articles 50 and 51: anyone reports misuse; the company keeps evidence, defends with support, and closes [duty 51.1]', async () => {
    const { gongsi, guanli } = parties;
    const reported = await anyone.act('reportMisuseReport', {
      suspectedParty: '某某旅行社',
      sighting: '南宁东站出口广告牌，2026-11-20',
      description: '使用智桂通标识招揽客人',
      reporterContact: 'zhang@example.com',
    });
    const id = done(reported);
    expect(reported.number).toMatch(/^QQ-2026-\d{6}$/);
    expect(await look(anyone, 'misuseReport', id)).toBeNull();
    expect(await look(unit.client, 'misuseReport', id)).toBeNull();
    const contact = async (by: Client) =>
      (await by.ask('query($id: ID!) { misuseReport(id: $id) { reporterContact } }', { id })).data
        .misuseReport.reporterContact;
    expect(await contact(gongsi)).toBe('zhang@example.com');
    expect(await contact(guanli)).toBe('z***@example.com');

    expect((await gongsi.act('keepEvidenceMisuseReport', { id })).refusal?.code).toBe('DOCUMENTS_MISSING');
    const documents = [{ kind: 'EVIDENCE', documentId: await gongsi.upload() }];
    const statuses = [];
    for (const [by, action, input] of [
      [gongsi, 'keepEvidenceMisuseReport', { documents }],
      [gongsi, 'verifyMisuseReport', { reason: '与登记不符' }],
      [gongsi, 'requestSupportMisuseReport', { reason: '请协调市场监管部门' }],
      [guanli, 'supportMisuseReport', { measures: '已函告市场监管部门，联系人韦某' }],
      [
        gongsi,
        'recordEnforcementMisuseReport',
        { enforcementKind: 'COMPLAINT', enforcementReference: '桂市监投〔2026〕1 号' },
      ],
      [gongsi, 'closeMisuseReport', { result: '对方已拆除' }],
    ] as const) {
      const acted = await by.act(action, { id, ...input });
      expect(acted.refusal).toBeNull();
      statuses.push(acted.status);
    }
    expect(statuses).toEqual([
      'EVIDENCE_KEPT',
      'VERIFIED',
      'SUPPORT_REQUESTED',
      'SUPPORTED',
      'ENFORCING',
      'CLOSED',
    ]);
  });

  test('articles 49 and 50: it ends with its last day, to the second, and is marked expired once', async () => {
    const { id, certificate } = await effectiveBrand(unit, parties, { validUntil: '2026-11-25' });
    const firstInstantAfter = Date.parse('2026-11-26T00:00:00+08:00');

    const ahead = place.startTook + 8_000;
    await place.startAt(new Date(firstInstantAfter - ahead).toISOString());
    const answers: Verified[] = [];
    for (let tries = 0; tries < 600; tries += 1) {
      answers.push(await verify(anyone, certificate));
      if (Date.parse(answers.at(-1)!.checkedAt) >= firstInstantAfter + 300) break;
      await delay(50);
    }
    const verdicts = (after: boolean) =>
      new Set(
        answers
          .filter(({ checkedAt }) => Date.parse(checkedAt) >= firstInstantAfter === after)
          .map(({ verdict }) => verdict),
      );
    expect([...verdicts(false)]).toEqual(['IN_FORCE']);
    expect([...verdicts(true)]).toEqual(['NOT_IN_FORCE']);

    await place.startAt('2026-11-25T16:00:05Z');
    for (let tries = 0; tries < 200; tries += 1) {
      if ((await look(unit.client, 'brandAuthorization', id))?.status === 'EXPIRED') break;
      await delay(100);
    }
    expect(await look(unit.client, 'brandAuthorization', id)).toEqual({ status: 'EXPIRED', version: 4 });
    const { data } = await parties.guanli.ask(
      'query($id: ID!) { brandAuthorization(id: $id) { history { action } } }',
      { id },
    );
    expect(data.brandAuthorization.history.filter(({ action }: any) => action === 'expire')).toHaveLength(1);
    expect(await verify(anyone, certificate)).toMatchObject({ verdict: 'NOT_IN_FORCE', status: 'EXPIRED' });
  });

  test('article 49: when the trademark licence ends, what was authorized under it expires at once [duty 49.2]', async () => {
    const { guanli } = parties;
    const { id, certificate } = await effectiveBrand(unit, parties);
    const { data } = await guanli.ask(
      '{ trademarkLicenses(filter: { status: [IN_FORCE] }) { edges { node { id } } } }',
    );
    const license = data.trademarkLicenses.edges[0].node.id;
    done(await guanli.act('suspendTrademarkLicense', { id: license, reason: '续展核查' }));
    expect(await authorization(unit.client, id)).toMatchObject({ status: 'SUSPENDED', isEffective: false });
    done(await guanli.act('endTrademarkLicense', { id: license, reason: '许可合同解除' }));
    expect(await authorization(unit.client, id)).toMatchObject({ status: 'EXPIRED', isEffective: false });
    expect(await verify(anyone, certificate)).toMatchObject({ verdict: 'NOT_IN_FORCE', status: 'EXPIRED' });
    const later = done(await request(unit));
    const endorsed = await parties.gongsi.act('endorseBrandAuthorization', {
      id: later,
      endorsement: '同意',
    });
    expect(endorsed.refusal?.code).toBe('TRADEMARK_LICENSE_REQUIRED');
  });
});
