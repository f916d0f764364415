import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app } from '../app/actions.ts';
import { capabilityRequest } from '../capability-request/actions.ts';
import {
  appSteps,
  DIGEST,
  listing,
  marketApp,
  marketConfiguration,
  OPS_PROFILE,
  publicApp,
  publicConfiguration,
} from '../testing/apps.ts';
import { openWorld, requestInput, type World } from '../testing/world.ts';
import { appVersion } from './actions.ts';

let world: World;
let steps: ReturnType<typeof appSteps>;
let unit: Viewer;
let department: Viewer;
const capabilities: Record<string, string> = {};
beforeAll(async () => {
  world = await openWorld();
  steps = appSteps(world);
  unit = await world.unit(['*'], '2028-10-31', ['CULTURE_TOURISM', 'TRANSPORT']);
  department = await world.runtime.member('GOVERNMENT_DEPARTMENT', ['HEAD', 'DEVELOPER']);
  for (const [code, category] of [
    ['IDENTITY.LOGIN', 'IDENTITY'],
    ['PAYMENT.COLLECT', 'PAYMENT'],
    ['MESSAGE.PUSH', 'MESSAGE'],
  ] as const)
    capabilities[category] = (await world.published(code, category)).id;
}, 60_000);
afterAll(() => world.runtime.close());

const register = (viewer: Viewer, input: object) =>
  world.attempt(app, 'register', viewer, { input: { ...input } });
const submit = (by: Viewer, id: string, input: object = listing()) =>
  world.attempt(appVersion, 'submitListing', by, { id, input: { ...input } });

describe('two regimes (articles 9 and 10)', () => {
  it('takes market apps from units under an agreement, and public ones from government bodies too [duty 9] [duty 10]', async () => {
    expect((await register(department, marketApp())).refusal).toMatchObject({
      code: 'AGREEMENT_REQUIRED',
      articles: [10, 38],
    });
    expect((await register(department, publicApp())).record).toMatchObject({
      serviceClass: 'PUBLIC',
      publicKind: 'PUBLIC_SERVICE',
      marketKind: null,
    });
    expect((await register(unit, marketApp())).record).toMatchObject({
      serviceClass: 'MARKET',
      marketKind: 'VALUE_ADDED',
    });
    const stranger = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
    await world.setUnitState(stranger, 'ACTIVE');
    expect((await register(stranger, marketApp())).refusal?.code).toBe('AGREEMENT_REQUIRED');
  });

  it('takes apps from service providers alone: government bodies and ecosystem units [duty 11]', async () => {
    const provider = await world.runtime.member('INFRASTRUCTURE_PROVIDER', ['HEAD']);
    for (const viewer of [provider, world.company, world.management])
      expect((await register(viewer, publicApp())).refusal).toMatchObject({
        code: 'NOT_A_SERVICE_PROVIDER',
        articles: [11],
      });
    for (const party of ['GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'] as const) {
      const body = await world.runtime.member(party, ['HEAD']);
      expect((await register(body, publicApp())).record?.state).toBe('DRAFT');
    }
  });

  it('asks for the kind of the class and for no other', async () => {
    const mixed = await register(unit, marketApp({ marketKind: null, publicKind: 'PUBLIC_SERVICE' }));
    expect(mixed.refusal?.details.map(({ path }) => path)).toEqual(['publicKind', 'marketKind']);
  });

  it('freezes the class at the first listing, and not before [duty 9]', async () => {
    const { id } = await steps.registered(unit, marketApp());
    const asPublic = {
      ...marketApp(),
      serviceClass: 'PUBLIC',
      marketKind: null,
      publicKind: 'PUBLIC_SERVICE',
    };
    await world.take(app, 'amend', unit, { id, input: asPublic });
    await world.take(app, 'amend', unit, { id, input: marketApp() });
    await steps.listed(unit, id, marketConfiguration());
    const { refusal } = await world.attempt(app, 'amend', unit, { id, input: asPublic });
    expect(refusal).toMatchObject({ code: 'SERVICE_CLASS_FROZEN', articles: [9] });
    const renamed = await world.take(app, 'amend', unit, { id, input: marketApp({ name: '漓江排队' }) });
    expect(renamed).toMatchObject({ state: 'LISTED', name: '漓江排队' });
  });

  it('lets nothing be sold in a public app but a fee that the law sets [duty 26.3]', async () => {
    const { id: appId } = await steps.registered(department, publicApp());
    const { id } = await steps.drafted(department, appId);
    const configure = (input: object) =>
      world.attempt(appVersion, 'configure', department, { id, input: publicConfiguration(input) });
    expect((await configure({ pricing: '每次 1 元' })).refusal).toMatchObject({
      code: 'COMMERCIAL_USE_OF_PUBLIC_APP',
      articles: [26],
    });
    expect((await configure({ statutoryFeeBasis: '桂价费〔2010〕1号' })).record?.state).toBe('CONFIGURED');
    const market = await steps.registered(unit, marketApp());
    const sold = await steps.configured(unit, market.id, marketConfiguration({ pricing: '每次 1 元' }));
    expect(sold.pricing).toBe('每次 1 元');
  });
});

describe('inside the agreement (article 38)', () => {
  it('refuses an industry that the agreement does not name [duty 38.1]', async () => {
    expect((await register(unit, marketApp({ industryCategory: 'FINANCE' }))).refusal).toMatchObject({
      code: 'AGREEMENT_SCOPE_EXCEEDED',
      articles: [38],
      details: [
        { path: 'industryCategory', message: '行业类别：授权协议未包括金融服务，只包括文化旅游、交通出行' },
      ],
    });
    expect((await register(unit, marketApp({ industryCategory: 'TRANSPORT' }))).record?.state).toBe('DRAFT');
    const unlimited = await world.unit(['*']);
    expect((await register(unlimited, marketApp({ industryCategory: 'FINANCE' }))).record?.state).toBe(
      'DRAFT',
    );
  });

  it('stops at the last day of the agreement and with the unit, also between two steps', async () => {
    const brief = await world.unit(['*']);
    const { id: appId } = await steps.registered(brief, marketApp());
    const { id } = await steps.configured(brief, appId, marketConfiguration());
    const test = { id, input: { buildDigest: DIGEST } };
    await world.setAgreement(brief, { validUntil: '2026-11-22' });
    expect(await world.refusal(appVersion, 'submitTest', brief, test)).toBe('AGREEMENT_REQUIRED');
    await world.setAgreement(brief, { validUntil: '2026-11-23' });
    await world.setUnitState(brief, 'SUSPENDED');
    expect(await world.refusal(appVersion, 'submitTest', brief, test)).toBe('UNIT_NOT_APPROVED');
    await world.setUnitState(brief, 'ACTIVE');
    expect((await world.take(appVersion, 'submitTest', brief, test)).state).toBe('TESTING');
  });
});

describe('whoever provides is responsible (article 26)', () => {
  it('lets nobody else act for an app, whatever they are [duty 26.1]', async () => {
    const { id: appId } = await steps.registered(unit, marketApp());
    const other = await world.unit(['*']);
    const draft = { input: { appId, versionText: '1.0.0' } };
    for (const viewer of [other, department, world.company])
      expect((await world.attempt(appVersion, 'draft', viewer, draft)).refusal).toMatchObject({
        code: 'FORBIDDEN_ROLE',
      });
    const { id } = await world.take(appVersion, 'draft', unit, draft);
    expect(await world.refusal(appVersion, 'configure', other, { id, input: marketConfiguration() })).toBe(
      'NOT_FOUND',
    );
    const configure = { id, input: marketConfiguration() };
    expect(await world.refusal(appVersion, 'configure', world.company, configure)).toBe('FORBIDDEN_ROLE');
  });

  it('has the company build what draws on public data, the provider submits it, and others review it [duty 20.1]', async () => {
    const { id: appId } = await steps.registered(department, publicApp({ accessMode: 'API' }));
    const draft = { input: { appId, versionText: '1.0.0' } };
    expect((await world.attempt(appVersion, 'draft', department, draft)).refusal).toMatchObject({
      code: 'FORBIDDEN_ROLE',
      articles: [20],
    });
    const checkId = await steps.checked(world.company, 'OPENAPI');
    const mounted = {
      releaseNotes: '已挂载',
      checkId,
      exchangeCatalogueNumber: 'GX-2026-00012',
      exchangeMountedOn: '2026-10-01',
    };
    const { id } = await steps.configured(world.company, appId, { releaseNotes: '首个版本', checkId });
    expect(
      (await world.attempt(appVersion, 'submitTest', world.company, { id, input: { buildDigest: DIGEST } }))
        .record?.organizationId,
    ).toBe(department.organizationId);
    expect(
      (
        await world.attempt(appVersion, 'passTest', world.company, {
          id,
          input: { testNote: '通过' },
          documents: ['APP_TEST_REPORT'],
        })
      ).refusal?.code,
    ).toBe('FOUR_EYES_REQUIRED');
    const tester = await world.runtime.member('PROJECT_COMPANY', ['TESTER'], world.company.organizationId!);
    await steps.passed(id, tester);
    expect((await submit(department, id)).refusal).toMatchObject({
      code: 'EXCHANGE_MOUNT_REQUIRED',
      articles: [20],
    });
    await world.take(appVersion, 'configure', world.company, { id, input: mounted });
    await world.take(appVersion, 'submitTest', world.company, { id, input: { buildDigest: DIGEST } });
    await steps.passed(id, tester);
    expect((await submit(department, id)).record?.state).toBe('IN_REVIEW');
    expect(await world.refusal(appVersion, 'approve', world.company, { id })).toBe('FOUR_EYES_REQUIRED');
    const reviewer = await world.runtime.member(
      'PROJECT_COMPANY',
      ['REVIEWER'],
      world.company.organizationId!,
    );
    await steps.answered(id, reviewer);
    expect((await world.take(appVersion, 'approve', reviewer, { id })).state).toBe('LISTED');
  });
});

describe('the configuration', () => {
  it('waits for the domains of the app [duty 2.2]', async () => {
    const { id: appId } = await steps.registered(unit, marketApp({ domains: null }));
    const { id } = await steps.drafted(unit, appId);
    const configure = { id, input: marketConfiguration() };
    const { refusal } = await world.attempt(appVersion, 'configure', unit, configure);
    expect(refusal).toMatchObject({ code: 'VALIDATION', details: [{ path: 'domains' }] });
    await world.take(app, 'amend', unit, { id: appId, input: marketApp() });
    expect((await world.take(appVersion, 'configure', unit, configure)).state).toBe('CONFIGURED');
  });

  it('declares a purpose for every personal field [duty 71.3]', async () => {
    const { id: appId } = await steps.registered(unit, marketApp());
    const { id } = await steps.drafted(unit, appId);
    const configure = (fieldPurposes: string[]) =>
      world.attempt(appVersion, 'configure', unit, { id, input: marketConfiguration({ fieldPurposes }) });
    expect((await configure(['phone：发送入园提醒', 'idNumber', 'face：'])).refusal).toMatchObject({
      code: 'PURPOSE_EXCEEDED',
      articles: [71],
      details: [
        { path: 'fieldPurposes', message: 'idNumber：没有写明用途' },
        { path: 'fieldPurposes', message: 'face：没有写明用途' },
      ],
    });
    expect((await configure(['phone：发送入园提醒'])).record?.state).toBe('CONFIGURED');
  });

  it('is what a capability request may ask fields by [duty 71.3]', async () => {
    const { id: appId } = await steps.registered(unit, marketApp());
    await steps.configured(unit, appId, marketConfiguration({ fieldPurposes: ['phone：发送入园提醒'] }));
    const profile = await world.published('DATA.PROFILE', 'DATA', 'EXTENDED', ['phone', 'idNumber']);
    const ask = (more: object) =>
      world.attempt(capabilityRequest, 'submit', unit, {
        input: {
          ...requestInput(profile.id, 'SANDBOX'),
          fieldPurposes: ['phone：发送入园提醒'],
          ...more,
        },
      });
    const both = ['phone：发送入园提醒', 'idNumber：核对身份'];
    expect((await ask({ appId, fieldPurposes: both })).refusal).toMatchObject({
      code: 'PURPOSE_EXCEEDED',
      articles: [71],
      details: [{ path: 'fieldPurposes', message: 'idNumber：应用没有声明收集它的用途' }],
    });
    expect((await ask({ appId })).record?.state).toBe('SUBMITTED');
    expect((await ask({ fieldPurposes: both })).record?.state).toBe('SUBMITTED');
    const { id: foreign } = await steps.registered(department, publicApp());
    expect((await ask({ appId: foreign })).refusal).toMatchObject({ details: [{ path: 'appId' }] });
  });
});

describe('the test (article 38)', () => {
  it('is the company’s, with a report, and of the very build that is listed [duty 38.3]', async () => {
    const { id: appId } = await steps.registered(unit, marketApp());
    const { id } = await steps.inTest(unit, appId, marketConfiguration());
    const pass = { id, input: { testNote: '通过' }, documents: ['APP_TEST_REPORT'] };
    expect(await world.refusal(appVersion, 'passTest', unit, pass)).toBe('FORBIDDEN_ROLE');
    expect(await world.refusal(appVersion, 'passTest', world.company, { ...pass, documents: [] })).toBe(
      'DOCUMENTS_MISSING',
    );
    await world.take(appVersion, 'verifyConnection', world.company, { id });
    expect((await submit(unit, id)).refusal).toMatchObject({ code: 'TEST_NOT_PASSED', articles: [38] });
    const failed = await world.take(appVersion, 'failTest', world.company, { id, reason: '闪退' });
    expect(failed.state).toBe('CONFIGURED');
    expect((await submit(unit, id)).refusal?.code).toBe('TEST_NOT_PASSED');
    await world.take(appVersion, 'submitTest', unit, { id, input: { buildDigest: DIGEST } });
    await steps.passed(id);
    const other = listing({ buildDigest: 'cd'.repeat(32) });
    expect((await submit(unit, id, other)).refusal).toMatchObject({
      code: 'TEST_NOT_PASSED',
      details: [{ path: 'buildDigest' }],
    });
    expect((await submit(unit, id)).record?.state).toBe('IN_REVIEW');
  });

  it('starts anew when the configuration changes', async () => {
    const { id: appId } = await steps.registered(unit, marketApp());
    const { id } = await steps.tested(unit, appId, marketConfiguration());
    await world.take(appVersion, 'configure', unit, {
      id,
      input: marketConfiguration({ releaseNotes: '改动' }),
    });
    expect((await submit(unit, id)).refusal?.code).toBe('TEST_NOT_PASSED');
  });
});

describe('what a listing demands', () => {
  it('terminals and an industry, while the parameters ask for them [duty 2.4]', async () => {
    const { id: appId } = await steps.registered(unit, marketApp({ industryCategory: null }));
    const { id } = await steps.tested(unit, appId, marketConfiguration());
    const none = listing({ terminals: [] });
    expect((await submit(unit, id, none)).refusal?.details.map(({ path }) => path)).toEqual([
      '',
      'terminals',
    ]);
    await world.take(app, 'amend', unit, { id: appId, input: marketApp() });
    expect((await submit(unit, id, none)).refusal?.details.map(({ path }) => path)).toEqual(['terminals']);
    await world.setParameter('listing.terminals_required', false);
    expect((await submit(unit, id, none)).record?.state).toBe('IN_REVIEW');
    await world.setParameter('listing.terminals_required', true);
  });

  it('says which other terminal', async () => {
    const { id: appId } = await steps.registered(unit, marketApp());
    const { id } = await steps.tested(unit, appId, marketConfiguration());
    const other = listing({ terminals: ['OTHER'] });
    expect((await submit(unit, id, other)).refusal).toMatchObject({ details: [{ path: 'terminalNote' }] });
    expect((await submit(unit, id, { ...other, terminalNote: '政务自助终端' })).record?.state).toBe(
      'IN_REVIEW',
    );
  });

  it('an ops profile, which only those concerned may read [duty 57]', async () => {
    const { id: appId } = await steps.registered(unit, marketApp(), { opsProfile: false });
    const { id } = await steps.tested(unit, appId, marketConfiguration());
    expect((await submit(unit, id)).refusal).toMatchObject({ code: 'OPS_PROFILE_MISSING', articles: [57] });
    await world.take(app, 'keepOpsProfile', unit, { id: appId, input: OPS_PROFILE });
    expect((await submit(unit, id)).record?.state).toBe('IN_REVIEW');
    await steps.answered(id);
    await world.take(appVersion, 'approve', world.company, { id });
    const seen = 'query ($id: ID!) { app(id: $id) { name opsProfile { owner } } }';
    const owners = { app: { name: '漓江排队助手', opsProfile: { owner: '运维组' } } };
    expect(await world.ask(unit, seen, { id: appId })).toEqual(owners);
    expect(await world.ask(world.management, seen, { id: appId })).toEqual(owners);
    for (const viewer of [ANONYMOUS, department])
      expect(await world.ask(viewer, seen, { id: appId })).toEqual({
        app: { name: '漓江排队助手', opsProfile: null },
      });
  });

  it('for a market app a base connection that the company has verified [duty 38.4]', async () => {
    const { id: appId } = await steps.registered(unit, marketApp());
    const bare = await steps.inTest(unit, appId, marketConfiguration({ baseConnection: null }));
    expect(await world.refusal(appVersion, 'verifyConnection', world.company, { id: bare.id })).toBe(
      'BASE_CONNECTION_REQUIRED',
    );
    await steps.passed(bare.id);
    expect((await submit(unit, bare.id)).refusal).toMatchObject({
      code: 'BASE_CONNECTION_REQUIRED',
      articles: [38],
    });
    const { id } = await steps.inTest(unit, appId, marketConfiguration(), '1.0.1');
    await steps.passed(id);
    expect((await submit(unit, id)).refusal?.details[0]?.message).toBe('底座连接还没有经项目公司核验');
    await world.take(appVersion, 'verifyConnection', world.company, { id });
    expect((await submit(unit, id)).record?.state).toBe('IN_REVIEW');
  });

  it.each([
    ['SIGN_IN', 'IDENTITY', { features: ['SIGN_IN'] }],
    ['a price', 'PAYMENT', { pricing: '每次 1 元' }],
    ['PUSH', 'MESSAGE', { features: ['PUSH'] }],
  ])('with %s the base’s own %s [duty 18.2]', async (_, category, configuration) => {
    const { id: appId } = await steps.registered(unit, marketApp());
    const { id } = await steps.tested(unit, appId, marketConfiguration(configuration));
    const { refusal } = await submit(unit, id);
    expect(refusal).toMatchObject({ code: 'BASE_CAPABILITY_NOT_USED', articles: [18] });
    expect(refusal!.details.map(({ message }) => message).join()).toContain(category);
    await steps.bound(unit, appId, capabilities[category]!);
    expect((await submit(unit, id)).record?.state).toBe('IN_REVIEW');
  });

  it('for a public page identity and payment adapted, or why not [duty 20.2]', async () => {
    const { id: appId } = await steps.registered(department, publicApp());
    const { id } = await steps.tested(department, appId, publicConfiguration({ unifiedIdentity: null }));
    expect((await submit(department, id)).refusal).toMatchObject({
      code: 'BASIC_FUNCTION_INCOMPLETE',
      articles: [20],
      details: [{ message: '统一身份：还没有填写' }],
    });
    const own = publicConfiguration({ features: ['SIGN_IN'] });
    const again = await steps.tested(department, appId, own, '1.0.1');
    expect((await submit(department, again.id)).refusal?.details[0]?.message).toBe(
      '统一身份：应用用到它，须改造完成',
    );
    const done = publicConfiguration({ features: ['SIGN_IN'], unifiedIdentity: 'COMPLETED' });
    const last = await steps.tested(department, appId, done, '1.0.2');
    expect((await submit(department, last.id)).refusal?.code).toBe('BASE_CAPABILITY_NOT_USED');
    await steps.bound(department, appId, capabilities.IDENTITY!);
    expect((await submit(department, last.id)).record?.state).toBe('IN_REVIEW');
  });
});

describe('the standards (articles 19, 21 and 37)', () => {
  it.each([
    ['market', [37]],
    ['public', [19, 21]],
  ] as const)(
    'keep a %s app out whose description has not passed the check [duty 19.3] [duty 37] [duty 21.2]',
    async (regime, articles) => {
      const isMarket = regime === 'market';
      const provider = isMarket ? unit : department;
      const configuration = isMarket ? marketConfiguration : publicConfiguration;
      const { id: appId } = await steps.registered(provider, isMarket ? marketApp() : publicApp());
      const failed = await steps.check(provider, 'PAGE_MANIFEST', '{ "name": "缺很多" }');
      expect(failed.state).toBe('FAILED');
      const foreign = await steps.checked(isMarket ? department : unit);
      const otherKind = await steps.checked(provider, 'OPENAPI');
      const cases = [
        [null, '还没有注明规范检查'],
        [failed.id, '没有通过'],
        [foreign, '不是提供方或开发方的'],
        [otherKind, '与应用的接入方式不符'],
      ] as const;
      for (const [index, [checkId, why]] of cases.entries()) {
        const { id } = await steps.tested(provider, appId, configuration({ checkId }), `1.0.${index}`);
        const { refusal } = await submit(provider, id);
        expect(refusal).toMatchObject({ code: 'STANDARD_NOT_MET', articles });
        expect(refusal!.details[0]!.message).toContain(why);
      }
      const { id } = await steps.tested(provider, appId, configuration(), '1.1.0');
      expect((await submit(provider, id)).record?.state).toBe('IN_REVIEW');
      await steps.answered(id);
      expect((await world.take(appVersion, 'approve', world.company, { id })).state).toBe('LISTED');
    },
  );

  it('are no ground for refusing public services when the parameter says so, and know no waiver for market ones', async () => {
    await world.setParameter('standards.public_and_refuse', false);
    const { id: publicId } = await steps.registered(department, publicApp());
    const open = await steps.tested(department, publicId, publicConfiguration({ checkId: null }));
    expect((await submit(department, open.id)).record?.state).toBe('IN_REVIEW');
    const { id: marketId } = await steps.registered(unit, marketApp());
    const shut = await steps.tested(unit, marketId, marketConfiguration({ checkId: null }));
    expect((await submit(unit, shut.id)).refusal?.code).toBe('STANDARD_NOT_MET');
    await world.setParameter('standards.public_and_refuse', true);
  });
});

describe('the review (articles 27 and 39)', () => {
  it('names what failed and lets the provider come again [duty 39.1]', async () => {
    const { id: appId } = await steps.registered(unit, marketApp());
    const { id } = await steps.inReview(unit, appId, marketConfiguration());
    expect(await world.refusal(appVersion, 'approve', unit, { id })).toBe('FORBIDDEN_ROLE');
    const back = { id, input: { failedItems: ['UI-03 字号过小'] } };
    expect(await world.refusal(appVersion, 'return', world.company, back)).toBe('REASON_REQUIRED');
    const returned = await world.take(appVersion, 'return', world.company, {
      ...back,
      reason: '请按条目修改',
    });
    expect(returned).toMatchObject({ state: 'CONFIGURED', failedItems: ['UI-03 字号过小'] });
    expect((await submit(unit, id)).record?.state).toBe('IN_REVIEW');
    await steps.answered(id);
    expect((await world.take(appVersion, 'approve', world.company, { id })).failedItems).toBeNull();
  });

  it('of a public app ends with the management unit, when the parameter says so [duty 27.1]', async () => {
    const { id: appId } = await steps.registered(department, publicApp());
    const { id } = await steps.inReview(department, appId, publicConfiguration());
    expect(await world.refusal(appVersion, 'submitConfirmation', world.company, { id })).toBe(
      'ILLEGAL_TRANSITION',
    );
    await world.setParameter('listing.public.final_approver', 'MANAGEMENT_UNIT');
    expect(await world.refusal(appVersion, 'approve', world.company, { id })).toBe('APPROVAL_REQUIRED');
    expect(await world.refusal(appVersion, 'submitConfirmation', world.company, { id })).toBe(
      'STANDARD_NOT_MET',
    );
    await steps.answered(id);
    await world.take(appVersion, 'submitConfirmation', world.company, { id });
    expect((await steps.look(appId)).status).toBe('DRAFT');
    await world.take(appVersion, 'confirm', world.management, { id });
    expect(await steps.look(appId)).toMatchObject({
      status: 'LISTED',
      versionText: '1.0.0',
      terminals: ['APP'],
    });
    await world.setParameter('listing.public.final_approver', 'PROJECT_COMPANY');
    const next = await steps.listed(department, appId, publicConfiguration(), '1.1.0');
    expect(next.state).toBe('LISTED');
  });

  it('puts a new version in the place of the listed one, which stays until then', async () => {
    const { id: appId } = await steps.registered(unit, marketApp());
    const first = await steps.listed(unit, appId, marketConfiguration());
    const { firstListedAt } = await steps.look(appId);
    const second = await steps.inReview(unit, appId, marketConfiguration(), '1.1.0');
    expect(await steps.look(appId)).toMatchObject({ status: 'LISTED', versionText: '1.0.0' });
    await steps.answered(second.id);
    await world.take(appVersion, 'approve', world.company, { id: second.id });
    expect(await steps.look(appId)).toMatchObject({ status: 'LISTED', versionText: '1.1.0', firstListedAt });
    expect(await steps.versionStatus(first.id)).toBe('SUPERSEDED');
    expect(await world.refusal(appVersion, 'draft', unit, { input: { appId, versionText: '1.1.0' } })).toBe(
      'ALREADY_EXISTS',
    );
  });
});

describe('the catalogue', () => {
  it('shows anyone what is listed, by class, domain, terminal and industry, and no draft', async () => {
    const listed = await steps.listedMarket(unit, {
      name: '目录中的应用',
      industryCategory: 'TRANSPORT',
      domains: ['COMMERCIAL_USE', 'VISITOR_USE'],
    });
    const hidden = await steps.registered(unit, marketApp({ name: '还没有上架' }));
    const found = async (filter: string) => {
      const { apps } = await world.ask(
        ANONYMOUS,
        `{ apps(first: 100, filter: { ${filter} }) { edges { node { id } } } }`,
      );
      return apps.edges.map(({ node }: any) => node.id as string);
    };
    for (const filter of [
      'serviceClass: MARKET',
      'domain: COMMERCIAL_USE',
      'domain: VISITOR_USE',
      'terminal: APP',
      'industryCategory: TRANSPORT',
      'domain: VISITOR_USE, terminal: APP, text: "目录中"',
    ])
      expect([filter, (await found(filter)).includes(listed.id)]).toEqual([filter, true]);
    for (const filter of [
      'serviceClass: PUBLIC',
      'domain: GOVERNMENT_USE',
      'terminal: MSG_5G',
      'industryCategory: HEALTH',
    ])
      expect([filter, (await found(filter)).includes(listed.id)]).toEqual([filter, false]);
    expect(await found('')).not.toContain(hidden.id);
  });
});
