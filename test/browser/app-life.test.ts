import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { type OpenBrowser, openBrowser, PHONE, picture, sideways } from './browser.ts';
import { attach, confirmation, fill, follow, press, signIn, tick } from './visitor.ts';

const APP = '北海老街导览';
const NOTICE = `“${APP}”将于公告期满后下架，收藏的路线请提前导出。`;
const BUILDS = { first: 'a1'.repeat(32), second: 'b2'.repeat(32) };
const WITHOUT_SCRIPT = { javaScriptEnabled: false };

const MANIFEST = JSON.stringify({
  name: APP,
  version: '1.0.0',
  login: 'NONE',
  charges: false,
  pages: [{ title: '首页', url: 'https://laojie.example/guide' }],
  collects: [{ field: 'phone', purpose: '发送路线' }],
  privacyNotice: 'https://laojie.example/privacy',
  consentPreselected: false,
  smallestWidth: 360,
  largestWidth: 1920,
  bodyFontSize: 16,
  contrast: 7,
  careMode: true,
});

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let port: string;
let server: RunningServer;
let browser: OpenBrowser;
let provider: Page;
let company: Page;
let anyone: Page;
let appAddress: string;
let versionAddress: string;
let delistingAddress: string;

/** The same installation, at another time. */
async function startAt(instant: string): Promise<void> {
  await server?.stop();
  server = await startServer({
    DATA_DIR: folder.path,
    LOG_LEVEL: 'warn',
    PORT: port,
    CLOCK_START: instant,
  });
}

/** Somebody without an account, on a phone, who has read nothing yet. */
async function newReader(): Promise<Page> {
  const page = await (await browser.visitor({ ...WITHOUT_SCRIPT, viewport: PHONE })).newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

beforeAll(async () => {
  folder = await temporaryFolder();
  await copyPreparedDatabase(folder.path);
  port = String(await freePort());
  await startAt('2026-11-23T09:00:00+08:00');
  browser = await openBrowser();
  provider = await signIn(await browser.visitor(WITHOUT_SCRIPT), server.url, 'danwei-a');
  company = await signIn(await browser.visitor({ ...WITHOUT_SCRIPT, viewport: PHONE }), server.url, 'gongsi');
  anyone = await newReader();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await folder?.remove();
});

/** With scripts off the page can be measured, though not examined further. */
async function fits(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await sideways(page), name).toBe(0);
}

const appId = (): string => appAddress.split('/').at(-1)!;

const addressOf = (page: Page): string => page.url().split('?')[0]!;

/** Carries out what the page is for; where there is much to fill in, the answers are checked before. */
async function carryOut(page: Page, label: string): Promise<void> {
  const next = page.locator('main').getByRole('button', { name: '下一步：核对', exact: true });
  const checks = (await next.count()) > 0;
  if (checks) await next.last().click();
  await press(page, checks ? `确认${label}` : label);
  expect(await confirmation(page)).toContain(`已办理：${label}`);
}

/** Chooses from lists by the words that stand there. */
async function choose(page: Page, choices: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, label] of Object.entries(choices))
    await page.selectOption(`[name="${field}"]`, { label });
}

/** The address of a new version that the provider has configured. */
async function configured(versionText: string): Promise<string> {
  await provider.goto(`${server.url}/work/app-versions`);
  await follow(provider, '新建版本');
  await provider.selectOption('[name="appId"]', appId());
  await fill(provider, { versionText });
  await carryOut(provider, '新建');
  await follow(provider, '配置');
  await fill(provider, {
    releaseNotes: `${versionText}：路线、讲解、开放时间`,
    fieldPurposes: 'phone：发送路线',
    baseConnection: 'https://laojie.example/guide',
  });
  await provider.selectOption('[name="checkId"]', { index: 1 });
  await fits(provider, 'app-life-configure');
  await carryOut(provider, '配置');
  return addressOf(provider);
}

async function sendToTest(buildDigest: string): Promise<void> {
  await follow(provider, '送测');
  await fill(provider, { buildDigest });
  await carryOut(provider, '送测');
  expect(await confirmation(provider)).toContain('接下来由项目公司办理');
}

/** Whether somebody without an account finds the app in the catalogue. */
async function inCatalogue(): Promise<boolean> {
  await anyone.goto(`${server.url}/apps?text=${encodeURIComponent(APP)}`);
  return (await anyone.locator('main').getByRole('link', { name: APP }).count()) > 0;
}

/** What a public page says to somebody without an account. */
async function textOf(path: string): Promise<string> {
  await anyone.goto(`${server.url}${path}`);
  return anyone.locator('main').innerText();
}

test('article 2: a unit registers its app and says how it is run [duty 2.3]', async () => {
  await provider.goto(`${server.url}/work/apps`);
  await follow(provider, '登记应用');
  await fill(provider, { name: APP, purpose: '游客查看老街的路线、讲解和开放时间' });
  await choose(provider, {
    serviceClass: '市场化服务',
    marketKind: '增值服务',
    industryCategory: '文化旅游',
    accessMode: '移动端页面',
  });
  await tick(provider, 'domains', ['客用']);
  await fits(provider, 'app-life-register');
  await carryOut(provider, '登记');
  appAddress = addressOf(provider);
  await follow(provider, '填写运维档案');
  await fill(provider, {
    opsOwner: '运维组',
    opsPhone: '0779-5550606',
    opsHosting: '项目公司云',
    maintenancePlan: '每月第一个周日凌晨维护',
    emergencyPlan: '分三级响应，三十分钟内恢复',
  });
  await carryOut(provider, '填写运维档案');
});

test('it checks the description of its pages, from a file, and keeps the check [duty 2.3]', async () => {
  await provider.goto(`${server.url}/work/self-check`);
  await provider.getByRole('radio', { name: /页面清单/ }).check();
  await provider.setInputFiles('[name="file"]', {
    name: 'pages.json',
    mimeType: 'application/json',
    buffer: Buffer.from(MANIFEST),
  });
  await press(provider, '检查这份文档');
  expect(await provider.locator('[data-passed]').getAttribute('data-passed')).toBe('true');
  await press(provider, '把这份文档提交为规范检查');
  await fill(provider, { name: `${APP} 1.0.0` });
  await carryOut(provider, '提交');
  await fits(provider, 'app-life-check');
});

test('a version is configured, tested by the company as built, and listed when all that is asked for is there [duty 2.3]', async () => {
  versionAddress = await configured('1.0.0');
  await sendToTest(BUILDS.first);
  await company.goto(versionAddress);
  await follow(company, '核验连接');
  await carryOut(company, '核验连接');
  await follow(company, '测试通过');
  await fill(company, { testNote: '功能和兼容性测试通过' });
  await attach(company, ['APP_TEST_REPORT']);
  await carryOut(company, '测试通过');

  await provider.goto(versionAddress);
  expect(await provider.locator('main').innerText()).toContain('还没有公布隐私告知');
  await fits(provider, 'app-life-notice-missing');
  await provider.goto(`${server.url}/work/privacy-notices`);
  await follow(provider, '发布告知书');
  await provider.selectOption('[name="appId"]', appId());
  await fill(provider, {
    versionText: '1.0',
    purposes: '发送路线',
    fieldsPerPurpose: '发送路线：phone',
    body: '我们只为发送您收藏的路线处理您的手机号。',
  });
  await carryOut(provider, '发布告知书');

  await provider.goto(versionAddress);
  await follow(provider, '提交上架');
  expect(await provider.inputValue('[name="buildDigest"]')).toBe(BUILDS.first);
  await tick(provider, 'terminals', ['手机客户端', '微信小程序']);
  await fits(provider, 'app-life-submit');
  await carryOut(provider, '提交上架');
  expect(await confirmation(provider)).toContain('接下来由项目公司办理：审核应用上架');

  await company.goto(versionAddress);
  await follow(company, '回答检查项');
  const asked = (await company.inputValue('[name="answers"]')).split('\n');
  await fill(company, { answers: asked.map((line) => `${line}通过`).join('\n') });
  await fits(company, 'app-life-answers');
  await carryOut(company, '回答检查项');
  await follow(company, '批准上架');
  await carryOut(company, '批准上架');
});

test('everyone finds it in the catalogue, also while its next version is made [duty 2.3]', async () => {
  expect(await inCatalogue()).toBe(true);
  await anyone.locator('main').getByRole('link', { name: APP }).first().click();
  expect(await anyone.locator('main').innerText()).toMatch(/微信小程序[\s\S]*1\.0\.0/);
  await fits(anyone, 'app-life-catalogue');
  await configured('1.1.0');
  await sendToTest(BUILDS.second);
  await anyone.reload();
  expect(await anyone.locator('main').innerText()).toContain('1.0.0');
  expect(await anyone.locator('main').innerText()).not.toContain('1.1.0');
});

test('its delisting is asked for, reviewed and announced to everyone [duty 2.3]', async () => {
  await provider.goto(`${server.url}/work/delisting-requests`);
  await follow(provider, '要求下架');
  await provider.selectOption('[name="appId"]', appId());
  await fill(provider, {
    ground: '业务并入“桂游一码通”',
    userImpact: '每月约一千人使用',
    alternative: '改用“桂游一码通”',
    announcementText: NOTICE,
  });
  await carryOut(provider, '提出');
  delistingAddress = addressOf(provider);
  await company.goto(delistingAddress);
  await follow(company, '审查通过');
  await carryOut(company, '审查通过');
  await follow(company, '公告');
  await fits(company, 'app-life-announce');
  await carryOut(company, '公告');
  await fits(company, 'app-life-announced');
  expect(await textOf('/announcements')).toContain(APP);
  await fits(anyone, 'app-life-announcements');
  expect(await inCatalogue()).toBe(true);
});

test('when five working days have passed it is off the catalogue [duty 2.3]', {
  timeout: 180_000,
}, async () => {
  await startAt('2026-12-01T00:00:00+08:00');
  provider = await signIn(await browser.visitor(WITHOUT_SCRIPT), server.url, 'danwei-a');
  const standing = async () => {
    await provider.goto(delistingAddress);
    return provider.locator('.item-head').innerText();
  };
  await expect.poll(standing, { timeout: 60_000, interval: 1_000 }).toContain('已下架');
  // Somebody else, for a browser may show what it was given for half a minute more.
  anyone = await newReader();
  expect(await inCatalogue()).toBe(false);
  expect(await textOf(`/apps/${appId()}`)).toContain('已下架');
  await fits(anyone, 'app-life-delisted');
});
