import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { app } from '../app/actions.ts';
import { appVersion } from '../app-version/actions.ts';
import { capabilityRequest } from '../capability-request/actions.ts';
import { standardCheck } from '../standard-check/actions.ts';
import { requestInput, type World } from './world.ts';

/** The SHA-256 of a build that nobody made. */
export const DIGEST = 'ab'.repeat(32);

/** What a provider fills in for a market app that is reached by a page. */
export const marketApp = (overrides: object = {}) => ({
  name: '漓江排队助手',
  serviceClass: 'MARKET',
  marketKind: 'VALUE_ADDED',
  industryCategory: 'CULTURE_TOURISM',
  domains: ['VISITOR_USE'],
  accessMode: 'MOBILE_PAGE',
  purpose: '游客查看景区排队时间并预约入园',
  ...overrides,
});

/** What a government body fills in for a public app. */
export const publicApp = (overrides: object = {}) => ({
  ...marketApp(),
  name: '疫苗接种预约',
  serviceClass: 'PUBLIC',
  marketKind: null,
  publicKind: 'PUBLIC_SERVICE',
  industryCategory: 'HEALTH',
  domains: ['CITIZEN_USE'],
  purpose: '市民预约接种门诊',
  ...overrides,
});

export const OPS_PROFILE = {
  opsOwner: '运维组',
  opsPhone: '0771-5551234',
  opsHosting: '项目公司云',
  maintenancePlan: '每月第一个周日凌晨维护',
  emergencyPlan: '分三级响应，三十分钟内恢复',
};

/** A configuration that satisfies every demand on a market app without sign-in, fees and messages. */
export const marketConfiguration = (overrides: object = {}) => ({
  releaseNotes: '首个版本',
  baseConnection: 'https://app.example/queue',
  ...overrides,
});

/** A configuration that satisfies every demand on a public page without sign-in and fees. */
export const publicConfiguration = (overrides: object = {}) => ({
  releaseNotes: '首个版本',
  unifiedIdentity: 'NOT_APPLICABLE',
  unifiedPayment: 'NOT_APPLICABLE',
  basicFunctionNote: '不登录、不收费',
  ...overrides,
});

export const listing = (overrides: object = {}) => ({
  buildDigest: DIGEST,
  terminals: ['APP'],
  ...overrides,
});

/** What passes the check against the standards, by the kind of document. */
const DOCUMENTS = {
  PAGE_MANIFEST: JSON.stringify({
    name: '漓江排队助手',
    version: '1.0.0',
    login: 'NONE',
    charges: false,
    pages: [{ title: '首页', url: 'https://app.example/queue' }],
    collects: [],
    consentPreselected: false,
    smallestWidth: 360,
    largestWidth: 1920,
    bodyFontSize: 16,
    contrast: 7,
    careMode: true,
  }),
  OPENAPI: `openapi: 3.1.0
info: { title: 接种预约, version: 1.0.0 }
servers: [{ url: https://api.example.gov.cn/v1 }]
security: [{ credential: [] }]
paths:
  /slots:
    get:
      operationId: listSlots
      summary: 可预约的时段
      responses:
        '200': { description: 时段 }
        '429': { description: 请求过多 }
components:
  securitySchemes:
    credential: { type: http, scheme: bearer }
`,
} as const;

/** The ways of an app to its listing, each step by those who take it. */
export function appSteps(world: World) {
  const { take, company } = world;
  const passedChecks = new Map<string, Promise<string>>();
  const steps = {
    /** A check of the viewer's that has passed, made once. */
    checked: (by: Viewer, kind: keyof typeof DOCUMENTS = 'PAGE_MANIFEST'): Promise<string> => {
      const key = `${by.organizationId} ${kind}`;
      const known = passedChecks.get(key) ?? steps.check(by, kind, DOCUMENTS[kind]).then(({ id }) => id);
      passedChecks.set(key, known);
      return known;
    },
    check: (by: Viewer, kind: string, content: string): Promise<Row> =>
      take(standardCheck, 'run', by, { input: { kind, name: '应用 1.0.0', content } }),
    registered: async (provider: Viewer, input: object, { opsProfile = true } = {}): Promise<Row> => {
      const { id } = await take(app, 'register', provider, { input: { ...input } });
      return opsProfile
        ? take(app, 'keepOpsProfile', provider, { id, input: OPS_PROFILE })
        : take(app, 'amend', provider, { id, input: { ...input } });
    },
    drafted: (by: Viewer, appId: string, versionText = '1.0.0'): Promise<Row> =>
      take(appVersion, 'draft', by, { input: { appId, versionText } }),
    configured: async (by: Viewer, appId: string, input: object, versionText?: string): Promise<Row> => {
      const { id } = await steps.drafted(by, appId, versionText);
      const checkId = await steps.checked(by);
      return take(appVersion, 'configure', by, { id, input: { checkId, ...input } });
    },
    inTest: async (by: Viewer, appId: string, input: object, versionText?: string): Promise<Row> => {
      const { id } = await steps.configured(by, appId, input, versionText);
      return take(appVersion, 'submitTest', by, { id, input: { buildDigest: DIGEST } });
    },
    passed: (id: string, by = company): Promise<Row> =>
      take(appVersion, 'passTest', by, {
        id,
        input: { testNote: '功能和兼容性测试通过' },
        documents: ['APP_TEST_REPORT'],
      }),
    /** Tested, and with its connection verified if it has one. */
    tested: async (by: Viewer, appId: string, input: object, versionText?: string): Promise<Row> => {
      const version = await steps.inTest(by, appId, input, versionText);
      if (version.baseConnection) await take(appVersion, 'verifyConnection', company, { id: version.id });
      return steps.passed(version.id);
    },
    inReview: async (by: Viewer, appId: string, input: object, versionText?: string): Promise<Row> => {
      const { id } = await steps.tested(by, appId, input, versionText);
      return take(appVersion, 'submitListing', by, { id, input: listing() });
    },
    /** The company answers every check item that no program judges. */
    answered: async (id: string, by = company): Promise<Row> => {
      const { appVersion: version } = await world.ask(
        company,
        'query ($id: ID!) { appVersion(id: $id) { standardCheck { handItems { id } } } }',
        { id },
      );
      const answers = version.standardCheck.handItems.map((item: { id: string }) => `${item.id}：通过`);
      return take(appVersion, 'answerItems', by, { id, input: { answers } });
    },
    listed: async (by: Viewer, appId: string, input: object, versionText?: string): Promise<Row> => {
      const { id } = await steps.inReview(by, appId, input, versionText);
      await steps.answered(id);
      return take(appVersion, 'approve', company, { id });
    },
    listedMarket: async (provider: Viewer, overrides: object = {}): Promise<Row> => {
      const { id } = await steps.registered(provider, marketApp(overrides));
      await steps.listed(provider, id, marketConfiguration());
      return { ...(await steps.look(id)), id };
    },
    listedPublic: async (provider: Viewer, overrides: object = {}): Promise<Row> => {
      const { id } = await steps.registered(provider, publicApp(overrides));
      await steps.listed(provider, id, publicConfiguration());
      return { ...(await steps.look(id)), id };
    },
    /** A capability granted for an app, in the sandbox: its version may not have been tested yet. */
    bound: async (provider: Viewer, appId: string, capabilityId: string, more: object = {}): Promise<Row> => {
      const { id } = await take(capabilityRequest, 'submit', provider, {
        input: { ...requestInput(capabilityId, 'SANDBOX'), appId, ...more },
      });
      return take(capabilityRequest, 'approve', company, { id });
    },
    /** An app as the project company sees it. */
    look: async (id: string): Promise<any> =>
      (
        await world.ask(
          company,
          `query ($id: ID!) { app(id: $id) { status versionText terminals firstListedAt delistingNotice
            pricing opsProfile { owner } } }`,
          { id },
        )
      ).app,
    versionStatus: async (id: string): Promise<string> =>
      (await world.ask(company, 'query ($id: ID!) { appVersion(id: $id) { status } }', { id })).appVersion
        .status,
  };
  return steps;
}
