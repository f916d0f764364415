import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, client } from '../harness/client.ts';
import { activeUnit, done, type Parties, signInParties, type Unit } from './people.ts';
import { DATABASES, openPlace, type Place, START_MS } from './place.ts';

const DIGEST = 'ab'.repeat(32);
const NOTICE = '本应用将停止服务，请改用“桂游一码通”。';

/** An app as anyone sees it; null when it is not in the catalogue. */
async function inCatalogue(by: Client, id: string) {
  const { data } = await by.ask(
    `query($id: ID!) { app(id: $id) { name status versionText terminals serviceClass delistingNotice
      opsProfile { owner } organization { name } } }`,
    { id },
  );
  return data.app;
}

async function statusOf(by: Client, field: string, id: string): Promise<string> {
  const { data } = await by.ask(`query($id: ID!) { found: ${field}(id: $id) { status } }`, { id });
  return data.found.status;
}

/** Waits until it is so, for 20 s at most; the expectation after it says what is wrong. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200 && !(await isSo()); tries += 1) await delay(100);
}

describe.each(DATABASES)(
  '应用的一生 on %s',
  (database) => {
    let place: Place;
    let parties: Parties;
    let unit: Unit;
    let anyone: Client;
    let app: string;
    let version: string;
    let delisting: string;

    beforeAll(async () => {
      place = await openPlace(database);
      await place.startAt('2026-11-23T01:00:00Z');
      parties = await signInParties(place.url);
      unit = await activeUnit(place.url, parties, { name: '梧州骑楼文旅有限公司' });
      anyone = client(place.url);
    }, START_MS);
    afterAll(() => place?.leave());

    test('a unit registers an app under its agreement; nobody else sees it [duty 10]', async () => {
      const input = {
        name: '骑楼导览',
        serviceClass: 'MARKET',
        marketKind: 'VALUE_ADDED',
        industryCategory: 'CULTURE_TOURISM',
        domains: ['VISITOR_USE'],
        accessMode: 'MOBILE_PAGE',
        purpose: '游客听骑楼讲解、查看开放时间',
      };
      const { refusal } = await parties.weijian.act('registerApp', input);
      expect(refusal).toMatchObject({ code: 'AGREEMENT_REQUIRED', articles: [10, 38] });
      app = done(await unit.client.act('registerApp', input));
      expect(await inCatalogue(anyone, app)).toBeNull();
      expect(await inCatalogue(parties.weijian, app)).toBeNull();
    });

    test('it is listed as tested, with what every listing demands [duty 38.3] [duty 38.4] [duty 18.2]', async () => {
      const { client: provider } = unit;
      const { gongsi } = parties;
      version = done(await provider.act('draftAppVersion', { appId: app, versionText: '1.0.0' }));
      const manifest = {
        name: '骑楼导览',
        version: '1.0.0',
        login: 'UNIFIED_IDENTITY',
        charges: false,
        pages: [{ title: '首页', url: 'https://qilou.example/guide' }],
        collects: [{ field: 'phone', purpose: '登录' }],
        privacyNotice: 'https://qilou.example/privacy',
        consentPreselected: false,
        smallestWidth: 360,
        largestWidth: 1920,
        bodyFontSize: 16,
        contrast: 7,
        careMode: true,
      };
      const check = (content: string) =>
        provider.act('runStandardCheck', { kind: 'PAGE_MANIFEST', name: '骑楼导览 1.0.0', content });
      expect((await check(JSON.stringify({ ...manifest, login: 'WECHAT' }))).status).toBe('FAILED');
      const checkId = done(await check(JSON.stringify(manifest)));
      const configuration = {
        id: version,
        checkId,
        releaseNotes: '讲解、开放时间',
        features: ['SIGN_IN'],
        fieldPurposes: ['phone：登录'],
        baseConnection: 'https://qilou.example/guide',
      };
      done(await provider.act('configureAppVersion', configuration));
      const listing = { id: version, buildDigest: DIGEST, terminals: ['APP', 'WECHAT_MINI_PROGRAM'] };
      const refused = async () => (await provider.act('submitListingAppVersion', listing)).refusal?.code;
      expect(await refused()).toBe('TEST_NOT_PASSED');
      done(await provider.act('submitTestAppVersion', { id: version, buildDigest: DIGEST }));
      const report = [{ kind: 'APP_TEST_REPORT', documentId: await gongsi.upload() }];
      const pass = { id: version, testNote: '通过', documents: report };
      expect((await provider.act('passTestAppVersion', { ...pass, documents: [] })).refusal?.code).toBe(
        'FORBIDDEN_ROLE',
      );
      done(await gongsi.act('passTestAppVersion', pass));
      expect(await refused()).toBe('OPS_PROFILE_MISSING');
      done(
        await provider.act('keepOpsProfileApp', {
          id: app,
          opsOwner: '运维组',
          opsPhone: '0774-5550404',
          opsHosting: '项目公司云',
          maintenancePlan: '每月一次',
          emergencyPlan: '三十分钟内恢复',
        }),
      );
      expect(await refused()).toBe('PRIVACY_NOTICE_MISSING');
      done(
        await provider.act('publishPrivacyNotice', {
          appId: app,
          versionText: '1.0',
          purposes: ['登录'],
          fieldsPerPurpose: ['登录：phone'],
          body: '我们只为登录处理您的手机号。',
        }),
      );
      expect(await refused()).toBe('BASE_CONNECTION_REQUIRED');
      done(await gongsi.act('verifyConnectionAppVersion', { id: version }));
      expect(await refused()).toBe('BASE_CAPABILITY_NOT_USED');
      const { data } = await provider.ask('{ capabilities(first: 50) { edges { node { id code } } } }');
      const login = data.capabilities.edges.find(({ node }: any) => node.code === 'IDENTITY.LOGIN').node.id;
      const ask = {
        capabilityId: login,
        environment: 'PRODUCTION',
        purpose: '游客登录',
        dailyVolume: 500,
        appId: app,
      };
      const { refusal } = await provider.act('submitCapabilityRequest', {
        ...ask,
        fieldPurposes: ['idNumber：核对身份'],
      });
      expect(refusal).toMatchObject({ code: 'PURPOSE_EXCEEDED', articles: [71] });
      const asked = done(await provider.act('submitCapabilityRequest', ask));
      done(await gongsi.act('approveCapabilityRequest', { id: asked }));
      done(await provider.act('submitListingAppVersion', listing));
      expect((await provider.act('approveAppVersion', { id: version })).refusal?.code).toBe('FORBIDDEN_ROLE');
      const approve = () => gongsi.act('approveAppVersion', { id: version });
      expect((await approve()).refusal?.code).toBe('STANDARD_NOT_MET');
      const { data: checked } = await gongsi.ask(
        'query ($id: ID!) { standardCheck(id: $id) { handItems { id } } }',
        { id: checkId },
      );
      const answers = checked.standardCheck.handItems.map((item: any) => `${item.id}：通过`);
      done(await gongsi.act('answerItemsAppVersion', { id: version, answers }));
      done(await approve());
      expect(await inCatalogue(anyone, app)).toEqual({
        name: '骑楼导览',
        status: 'LISTED',
        versionText: '1.0.0',
        terminals: ['APP', 'WECHAT_MINI_PROGRAM'],
        serviceClass: 'MARKET',
        delistingNotice: null,
        opsProfile: null,
        organization: { name: '梧州骑楼文旅有限公司' },
      });
    });

    test('its delisting is announced to everyone, on the portal and in the feed [duty 39.2]', async () => {
      const { gongsi } = parties;
      delisting = done(
        await unit.client.act('requestDelistingRequest', {
          appId: app,
          ground: '业务调整',
          userImpact: '约一千人',
          alternative: '改用“桂游一码通”',
          announcementText: NOTICE,
        }),
      );
      done(await gongsi.act('passReviewDelistingRequest', { id: delisting }));
      done(await gongsi.act('announceDelistingRequest', { id: delisting }));
      const { data } = await anyone.ask(
        'query($id: ID!) { delistingRequest(id: $id) { status announcementText earliestDelistAt } }',
        { id: delisting },
      );
      expect(data.delistingRequest).toEqual({
        status: 'ANNOUNCING',
        announcementText: NOTICE,
        earliestDelistAt: '2026-11-30T16:00:00.000Z',
      });
      const feed = await fetch(`${place.url}/announcements.atom`);
      expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      expect(await feed.text()).toContain(`<id>urn:uuid:${delisting}</id>`);
      expect(await (await fetch(`${place.url}/announcements`)).text()).toContain('骑楼导览');
      expect(await (await fetch(`${place.url}/apps/${app}`)).text()).toContain(NOTICE);
    });

    test('nobody completes it before the first instant after the fifth working day, then the clock does [duty 39.2]', async () => {
      const { gongsi } = parties;
      expect((await gongsi.act('completeDelistingRequest', { id: delisting })).refusal).toMatchObject({
        code: 'ANNOUNCEMENT_TOO_SHORT',
        articles: [39],
        message: '公告不足规定的工作日，最早 2026-12-01 00:00 可以下架。',
      });
      expect((await inCatalogue(anyone, app)).status).toBe('DELISTING');
      await place.startAt('2026-11-30T16:00:00Z');
      await until(async () => (await statusOf(gongsi, 'delistingRequest', delisting)) === 'COMPLETED');
      expect(await statusOf(gongsi, 'delistingRequest', delisting)).toBe('COMPLETED');
      expect(await statusOf(gongsi, 'app', app)).toBe('DELISTED');
      expect(await statusOf(gongsi, 'appVersion', version)).toBe('DELISTED');
    });
  },
  120_000,
);
