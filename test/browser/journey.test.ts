import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import { makeUnifiedSocialCreditCode } from '@zgt/runtime/validation/unified-social-credit-code.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { attach, checkPage, confirmation, fill, follow, press, signIn, tick } from './visitor.ts';

const UNIT = '百色右江智旅科技有限公司';
const PURPOSE = '景区导览小程序使用智桂通标识';
const FROM = '2026-11-23';
const UNTIL = '2027-06-30';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let browser: OpenBrowser;
let applicant: Page;
let company: Page;
let management: Page;
let unitAddress: string;
let brandAddress: string;
let certificate: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  await copyPreparedDatabase(folder.path);
  server = await startServer({
    DATA_DIR: folder.path,
    LOG_LEVEL: 'warn',
    CLOCK_START: '2026-11-23T09:00:00+08:00',
  });
  browser = await openBrowser();
  company = await signIn(await browser.visitor(), server.url, 'gongsi');
  management = await signIn(await browser.visitor(), server.url, 'guanli');
  applicant = await (await browser.visitor()).newPage();
  applicant.setDefaultTimeout(15_000);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await folder?.remove();
});

/** The page of a record, opened from the list of its register by somebody who looks for it there. */
async function open(page: Page, register: string, title: string): Promise<void> {
  await page.goto(`${server.url}/work/${register}?text=${encodeURIComponent(title)}`);
  await follow(page, title);
}

test('a stranger makes an account and registers an enterprise', async () => {
  await applicant.goto(`${server.url}/sign-up`);
  await fill(applicant, {
    username: 'youjiang',
    name: '岑右江',
    email: 'cen@example.cn',
    password: 'Zgt-demo-2026',
  });
  await press(applicant, '注册账号');
  await applicant.goto(`${server.url}/work/my-unit`);
  await checkPage(applicant, 'journey-my-unit');
  await follow(applicant, '开始登记');
  await checkPage(applicant, 'journey-unit-form');

  await fill(applicant, { name: UNIT, unifiedSocialCreditCode: '91451002MA5ABCDE12' });
  await press(applicant, '下一步：核对');
  expect(await applicant.locator('.error-summary li').allInnerTexts()).toEqual([
    '单位类型：必填',
    '注册地址：必填',
    '联系人：必填',
    '联系电话：必填',
    '拟参与的工作：必填',
  ]);
  expect(await applicant.inputValue('[name="name"]')).toBe(UNIT);
  await checkPage(applicant, 'journey-unit-faults');

  await applicant.selectOption('[name="unitType"]', 'ENTERPRISE');
  await fill(applicant, {
    registeredAddress: '百色市右江区中山路 1 号',
    contactName: '岑右江',
    contactPhone: '13877600009',
  });
  await tick(applicant, 'workScopes', ['运营', '商务']);
  await press(applicant, '下一步：核对');
  await checkPage(applicant, 'journey-unit-check');
  await press(applicant, '确认登记');
  expect(await applicant.locator('.error-summary li').innerText()).toContain('统一社会信用代码');
  await fill(applicant, { unifiedSocialCreditCode: makeUnifiedSocialCreditCode('91451002MA5ABCDE1') });
  await press(applicant, '下一步：核对');
  await press(applicant, '确认登记');
  expect(await confirmation(applicant)).toContain('已办理：登记');
  unitAddress = applicant.url().split('?')[0]!;
});

test('a file once uploaded is not asked for again', async () => {
  await follow(applicant, '提交');
  await attach(applicant, ['BUSINESS_LICENSE']);
  await press(applicant, '下一步：核对');
  expect(await applicant.locator('.error-summary').innerText()).toContain('缺少材料：联系人授权书');
  expect(await applicant.getByText('BUSINESS_LICENSE.pdf').count()).toBe(1);
  await attach(applicant, ['CONTACT_LETTER']);
  await press(applicant, '下一步：核对');
  await press(applicant, '确认提交');
  expect(await confirmation(applicant)).toMatch(
    /已办理：提交[\s\S]*接下来由项目公司办理：审核并授权，最迟 2026年12月7日周一/,
  );
  await checkPage(applicant, 'journey-unit-submitted');
});

test('the company authorizes', async () => {
  await open(company, 'ecosystem-units', UNIT);
  await follow(company, '授权');
  await tick(company, 'activities', ['服务推广', '产品标识']);
  await tick(company, 'clauses', ['遵守管理办法', '品牌使用规范']);
  await fill(company, { capabilityCodes: '*', validFrom: FROM, validUntil: '2027-12-31' });
  await attach(company, ['SIGNED_AGREEMENT']);
  await checkPage(company, 'journey-authorize');
  await press(company, '下一步：核对');
  await press(company, '确认授权');
  expect(await confirmation(company)).toContain('接下来由管理单位办理：批准生态单位');
});

test('the management unit approves, once, even when the button is pressed twice', async () => {
  await open(management, 'ecosystem-units', UNIT);
  await follow(management, '批准');
  await checkPage(management, 'journey-approve');
  await management.locator('main button:text-is("批准")').last().dblclick();
  await management.waitForURL(/done=approve/);
  expect(await confirmation(management)).toContain('已办理：批准');
  expect(await management.locator('.timeline b:text-is("批准 → 已批准")').count()).toBe(1);
});

test('the unit requests the brand; the company endorses; the management unit consents', async () => {
  await applicant.goto(`${server.url}/work/brand-authorizations`);
  await checkPage(applicant, 'journey-brands-empty');
  await follow(applicant, '申请品牌授权');
  await applicant.selectOption('[name="trademarkId"]', { index: 1 });
  await fill(applicant, {
    purpose: PURPOSE,
    regions: '百色市\n南宁市',
    materials: '标准标识横版',
    validFrom: FROM,
    validUntil: UNTIL,
  });
  await tick(applicant, 'activities', ['服务推广']);
  await tick(applicant, 'channels', ['移动应用与小程序']);
  await attach(applicant, ['USAGE_PLAN']);
  await press(applicant, '下一步：核对');
  await press(applicant, '确认申请');
  brandAddress = applicant.url().split('?')[0]!;

  await company.goto(brandAddress);
  await follow(company, '授权，报请同意');
  await fill(company, { endorsement: '用途与协议相符，样式规范。' });
  await press(company, '授权，报请同意');
  expect(await confirmation(company)).toContain('接下来由管理单位办理');

  await management.goto(brandAddress);
  await checkPage(management, 'journey-brand-pending');
  await follow(management, '同意授权');
  await press(management, '同意授权');
  certificate = await management.locator('.certificate-number').innerText();
  await checkPage(management, 'journey-brand-effective');
});

test('anyone verifies it, and sees at once that it was revoked', async () => {
  const anyone = await (await browser.visitor()).newPage();
  await anyone.goto(`${server.url}/verify/${certificate}`);
  expect(await anyone.locator('h1').innerText()).toBe('在有效期内');
  await checkPage(anyone, 'journey-verified');

  await company.goto(brandAddress);
  await follow(company, '撤销');
  await press(company, '违反授权协议约定，经通知仍未改正。');
  expect(await company.inputValue('[name="reason"]')).toBe('违反授权协议约定，经通知仍未改正。');
  await press(company, '撤销');
  expect(await company.locator('.panel-refusal').innerText()).toContain('BASIS_REQUIRED');
  await checkPage(company, 'journey-revoke-refused');
  await fill(company, { clause: '协议第 8 条' });
  await press(company, '撤销');
  expect(await confirmation(company)).toContain('已办理：撤销');

  await anyone.reload();
  expect(await anyone.locator('h1').innerText()).toBe('不在有效期内');
});

test('a secret is shown once', async () => {
  await applicant.goto(`${server.url}/work/machine-credentials`);
  await follow(applicant, '签发程序凭证');
  await fill(applicant, { name: '订单同步程序', purpose: '同步订单', validUntil: UNTIL });
  await press(applicant, '签发');
  const secret = await applicant.locator('.secret').innerText();
  expect(secret.length).toBeGreaterThan(30);
  expect(applicant.url()).not.toContain(secret);
  await checkPage(applicant, 'journey-secret');
  await follow(applicant, '我已保存，继续');
  expect(await applicant.content()).not.toContain(secret);
});

test('a contact is masked until a purpose is given', async () => {
  await management.goto(unitAddress);
  expect(await management.locator('main').innerText()).toContain('138****0009');
  await management.getByText('查看全文').click();
  await management.fill('[name="purpose"]', '核对联系人授权书');
  await press(management, '查看');
  expect(await management.locator('main').innerText()).toContain('13877600009');
});

test('the public reports misuse without an account', async () => {
  const anyone = await (await browser.visitor()).newPage();
  await anyone.goto(`${server.url}/report-misuse?number=${certificate}`);
  expect(await anyone.inputValue('[name="certificateNumber"]')).toBe(certificate);
  await fill(anyone, {
    suspectedParty: '某旅行社',
    sighting: '百色市某车站',
    description: '已撤销的证书仍在使用',
  });
  await checkPage(anyone, 'journey-report-misuse');
  await press(anyone, '下一步：核对');
  await press(anyone, '确认举报');
  expect(await confirmation(anyone)).toMatch(/编号 \S+-2026-\d{6}/);
  await checkPage(anyone, 'journey-report-confirmed');
});
