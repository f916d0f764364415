import { SAFETY_REGISTERS } from '@zgt/portal/src/lib/registers-safety.ts';
import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { checkPage, confirmation, fill, follow, press, signIn } from './visitor.ts';

const MINUTES = 60_000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let browser: OpenBrowser;
const pages: Record<string, Page> = {};

beforeAll(async () => {
  folder = await temporaryFolder();
  await copyPreparedDatabase(folder.path);
  server = await startServer({ DATA_DIR: folder.path, CLOCK_START: '2026-11-23T10:00:00+08:00' });
  browser = await openBrowser();
  for (const name of ['guanli', 'gongsi', 'yezhu', 'danwei-a', 'danwei-b'])
    pages[name] = await signIn(await browser.visitor(), server.url, name);
}, 3 * MINUTES);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await folder?.remove();
});

/** Sends a form that is filled in: longer ones are shown once more before they are confirmed. */
async function send(page: Page, label: string): Promise<void> {
  const button = (name: string) => page.locator('main').getByRole('button', { name, exact: true }).last();
  const check = button('下一步：核对');
  await check.or(button(label)).first().waitFor();
  if ((await check.count()) === 0) return press(page, label);
  await check.click();
  await press(page, `确认${label}`);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

describe.each(['gongsi', 'guanli', 'yezhu', 'danwei-a'])('the safety pages of %s', (name) => {
  test.each(SAFETY_REGISTERS.map(({ path, label }) => [path, label]))('%s opens', async (path, label) => {
    const page = pages[name]!;
    const answer = await page.goto(`${server.url}/work/${path}`);
    expect(answer?.status()).toBe(200);
    expect(await heading(page)).toBe(label);
  });
});

test('articles 64 and 65: the company sees what is missing of security, and closes a gap', async () => {
  const page = pages.gongsi!;
  await page.goto(`${server.url}/work/security-gaps`);
  expect(await page.locator('main').innerText()).toContain('软件：没有安全措施');
  await checkPage(page, 'security-gaps');
  await page.goto(`${server.url}/work/security-programmes`);
  await follow(page, '登记措施');
  await page.selectOption('[name="domain"]', 'SOFTWARE');
  await fill(page, { measures: '依赖清点，发布前扫描', chargeOf: '安全部' });
  await send(page, '登记措施');
  await page.goto(`${server.url}/work/security-gaps`);
  expect(await page.locator('main').innerText()).not.toContain('软件：没有安全措施');
});

describe('a vulnerability from its report to its verification (article 73)', () => {
  let address = '';

  test('the company reports it', async () => {
    const page = pages.gongsi!;
    await page.goto(`${server.url}/work/vulnerabilities`);
    await follow(page, '报告漏洞');
    await page.selectOption('[name="appId"]', { label: (await appChoices(page))[0]! });
    await page.selectOption('[name="severity"]', 'HIGH');
    await fill(page, { description: '登录接口可被绕过', foundOn: '2026-11-23' });
    await checkPage(page, 'vulnerability-form');
    await send(page, '报告漏洞');
    address = page.url().split('?')[0]!;
    const text = await page.locator('main').innerText();
    expect(text).toContain('已通知，待处理');
    expect(text).toContain('2026年11月26日');
    await checkPage(page, 'vulnerability');
  });

  test('its unit mends it, another unit is shown nothing, and the company verifies', async () => {
    const unit = pages['danwei-a']!;
    await unit.goto(address);
    expect(await unit.locator('main').innerText()).toContain('登录接口可被绕过');
    expect((await pages['danwei-b']!.goto(address))?.status()).toBe(404);
    await follow(unit, '开始整改');
    await fill(unit, { plan: '修改鉴权' });
    await send(unit, '开始整改');
    expect(await confirmation(unit)).toContain('开始整改');
    await follow(unit, '提交修复');
    await fill(unit, { fix: '已修改并复测' });
    await send(unit, '提交修复');
    const page = pages.gongsi!;
    await page.goto(address);
    await follow(page, '复核通过');
    await send(page, '复核通过');
    expect(await page.locator('main').innerText()).toContain('已修改并复测');
    await page.goto(`${server.url}/work/vulnerabilities`);
    await checkPage(page, 'vulnerabilities');
  });
});

/** The apps of the unit that the form offers. */
async function appChoices(page: Page): Promise<string[]> {
  const labels = await page.locator('[name="appId"] option').allInnerTexts();
  return labels.filter((label) => label.includes('桂游一码通'));
}
