import { createHmac } from 'node:crypto';
import { REGISTERS } from '@zgt/portal/src/lib/registers.ts';
import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { checkPage, confirmation, fill, follow, press, signIn } from './visitor.ts';

const PENDING = '三月三文旅展会联合展位使用智桂通标识';
const MOST_URGENT = '品牌使用情况报备 2026Q3';
const MINUTES = 60_000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let browser: OpenBrowser;
const pages: Record<string, Page> = {};

beforeAll(async () => {
  folder = await temporaryFolder();
  await copyPreparedDatabase(folder.path);
  server = await startServer({ DATA_DIR: folder.path, CLOCK_START: '2026-11-23T09:00:00+08:00' });
  browser = await openBrowser();
  for (const name of ['guanli', 'gongsi', 'danwei-a'])
    pages[name] = await signIn(await browser.visitor(), server.url, name);
}, 3 * MINUTES);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await folder?.remove();
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

describe.each([
  ['guanli', '韦管理，您好', '/work/approvals', '待审批'],
  ['gongsi', '黄经办，您好', '/work/queue', '待办'],
  ['danwei-a', '张晓桂，您好', '/work/queue', '待办'],
])('the work pages of %s', (name, greeting, queue, queueTitle) => {
  test.each([
    ['/work', greeting],
    [queue, queueTitle],
    ['/work/notifications', '收件箱'],
    ['/work/duties', '义务日历'],
    ['/work/duties?late=1', '义务日历'],
    ['/work/audit', '审计日志'],
    ['/work/parameters', '规则参数'],
    ['/work/statistics', '统计'],
    ['/work/capability-usage', '能力调用量'],
    ['/work/account', '账号'],
  ])('%s opens under its title', async (path, title) => {
    const page = pages[name]!;
    const answer = await page.goto(`${server.url}${path}`);
    expect(answer?.status()).toBe(200);
    expect(await heading(page)).toBe(title);
  });
});

test('a stranger reads the public figures and is led to sign in for work', async () => {
  const page = await (await browser.visitor()).newPage();
  await page.goto(`${server.url}/transparency`);
  expect(await heading(page)).toBe('透明度');
  await checkPage(page, 'transparency');
  await page.goto(`${server.url}/work/approvals`);
  expect(page.url()).toBe(`${server.url}/sign-in?next=%2Fwork%2Fapprovals`);
});

describe('the approval inbox (article 50)', () => {
  test('shows what is asked, what the project company said and until when', async () => {
    const page = pages.guanli!;
    await page.goto(`${server.url}/work/approvals`);
    await follow(page, PENDING);
    const item = await page.locator('#item').innerText();
    expect(item).toContain('用途和样式符合品牌规范，同意授权并报请同意。');
    expect(item).toContain('还剩 10 个工作日');
    expect(item).toContain('2026年12月7日周一');
    expect(item).toContain('立即生效并签发证书');
  });

  test('a no without a reason is not taken, and the form is shown again', async () => {
    const page = pages.guanli!;
    await follow(page, '不同意');
    await press(page, '不同意');
    expect(await page.locator('.error-summary').innerText()).toContain('理由：必填');
    await press(page, '申请的范围超出授权协议。');
    expect(await page.inputValue('#field-reason')).toBe('申请的范围超出授权协议。');
    await checkPage(page, 'guanli-approvals-no');
  });

  test('consent takes effect at once and the most urgent item is open', async () => {
    const page = pages.guanli!;
    await follow(page, '同意授权');
    await press(page, '同意授权');
    expect(await confirmation(page)).toContain('已办理：同意授权');
    expect(await page.locator('#item-title').innerText()).toBe(MOST_URGENT);
    const certificate = await page.locator('.after-done a').innerText();
    await checkPage(page, 'guanli-approvals-done');
    await page.goto(`${server.url}/verify/${certificate}`);
    expect(await page.locator('main').innerText()).toContain('在有效期内');
  });

  test('an address of what has been decided says so', async () => {
    const page = pages.guanli!;
    await page.goto(`${server.url}/work/approvals?item=01a00000-0000-7000-8000-000000000000`);
    expect(await page.getByRole('status').innerText()).toContain('已经不在待办里');
  });
});

test('the project company grants from its queue, in place', async () => {
  const page = pages.gongsi!;
  await page.goto(`${server.url}/work/queue`);
  await follow(page, '企业办事助手网站使用智桂通标识');
  await fill(page, { endorsement: '用途在协议范围内，予以授权。' });
  await press(page, '授权，报请同意');
  expect(await confirmation(page)).toContain('接下来由管理单位办理');
});

test('notes are marked read, one and all', async () => {
  const page = pages.gongsi!;
  await page.goto(`${server.url}/work/notifications`);
  const before = await page.locator('.note-unread').count();
  expect(before).toBeGreaterThan(1);
  await page.locator('.note-unread').first().getByRole('button').click();
  expect(await page.locator('.note-unread').count()).toBe(before - 1);
  await press(page, '全部标为已读');
  expect(await page.locator('.note-unread').count()).toBe(0);
});

test('a parameter cannot be set below what the text commands (article 75)', async () => {
  const page = pages.guanli!;
  const name = 'delisting.market.announcement_working_days';
  await page.goto(`${server.url}/work/parameters?edit=${name}`);
  await fill(page, { value: '4', reason: '加快办理' });
  await press(page, '调整参数');
  expect(await page.locator('#refusal').innerText()).toContain('PARAMETER_BELOW_REGULATION');
  expect(await page.inputValue('#field-reason')).toBe('加快办理');
  await checkPage(page, 'guanli-parameters-refused');
  await fill(page, { value: '7' });
  await press(page, '调整参数');
  expect(await page.locator('.done').innerText()).toContain('现行的值是 7 个工作日');
  await page.goto(`${server.url}/measure/39`);
  expect(await page.locator('main').innerText()).toContain('7 个工作日');
});

/** The six digits that an authenticator with this secret shows now (RFC 6238). */
function totp(secret: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(step).digest();
  const number = digest.readUInt32BE(digest[19]! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

test('a second factor is bound with a code, and a wrong one keeps the codes on the page', async () => {
  const page = pages['danwei-a']!;
  await page.goto(`${server.url}/work/account`);
  await fill(page, { factorPassword: 'Zgt-demo-2026' });
  await press(page, '下一步：绑定验证器');
  const codes = await page.locator('.backup-codes li').allInnerTexts();
  expect(codes.length).toBeGreaterThan(5);
  await fill(page, { code: 'abc' });
  await press(page, '开启两步登录');
  expect(await page.locator('.error-summary').innerText()).toContain('验证码是六位数字');
  expect(await page.locator('.backup-codes li').allInnerTexts()).toEqual(codes);
  await checkPage(page, 'danwei-a-account-second-factor');
  await fill(page, { code: totp(await page.locator('.steps p code').innerText()) });
  await press(page, '开启两步登录');
  expect(await page.locator('.done').innerText()).toContain('两步登录已经开启');
});

test('a password is changed only by who knows it', async () => {
  const page = pages['danwei-a']!;
  await page.goto(`${server.url}/work/account`);
  const passwords = { newPassword: 'Lijiang-river-7', repeated: 'Lijiang-river-7' };
  await fill(page, { currentPassword: 'something-else', ...passwords });
  await press(page, '更换口令');
  expect(await page.locator('.error-summary').innerText()).toContain('现在的口令不对');
  await fill(page, { currentPassword: 'Zgt-demo-2026', ...passwords });
  await press(page, '更换口令');
  expect(await page.locator('.done').innerText()).toContain('口令已经更换');
});

describe('the overview of supervision', () => {
  test('shows what is late, and incidents and indicators over the months that one chooses', async () => {
    const page = pages.guanli!;
    await page.goto(`${server.url}/work/supervision`);
    expect(await heading(page)).toBe('监管总览');
    await checkPage(page, 'supervision');
    const columns = page.getByRole('img', { name: /^发现的事件/ });
    expect(await columns.getAttribute('aria-label')).toContain('一级（特别重大）1件');
    await page.getByRole('link', { name: '近 3 个月', exact: true }).click();
    expect(page.url()).toContain('months=3');
    await page.locator('section:has(#incidents) summary').click();
    const table = page.getByRole('table', { name: '事件，按发现的月份和最高等级' });
    expect(await table.getByRole('row').count()).toBe(4);
  });

  test('is in figures the same for the company, and not for a unit', async () => {
    await pages.gongsi!.goto(`${server.url}/work/supervision`);
    expect(await pages.gongsi!.locator('main').innerText()).toContain('审核要多久');
    await pages['danwei-a']!.goto(`${server.url}/work/supervision`);
    const told = await pages['danwei-a']!.locator('main').innerText();
    expect(told).toContain('无权查看');
    expect(told).not.toContain('逾期未办结');
  });

  test.each(['late', 'organizations', 'metrics', 'incidents', 'reviews', 'refusals'])(
    'gives its table of %s as a file',
    async (table) => {
      const ask = (format: string) =>
        pages
          .guanli!.context()
          .request.get(`${server.url}/work/supervision/export.${format}?table=${table}&months=6`);
      const csv = (await (await ask('csv')).body()).toString('utf8').replace(/\r\n$/, '').split('\r\n');
      const { sheets } = await readXlsx(await (await ask('xlsx')).body());
      expect(csv).toHaveLength(sheets[0]!.rows.length);
      expect(csv[0]).toBe(`\uFEFF${sheets[0]!.rows[0]!.join(',')}`);
      expect(csv.length).toBeGreaterThan(1);
    },
  );
});

describe('every list goes out as a file, as far as its reader may read it', () => {
  const exported = async (name: string, path: string) => {
    const answer = await pages[name]!.context().request.get(`${server.url}/work/${path}`);
    return { status: answer.status(), headers: answer.headers(), body: await answer.body() };
  };
  const lines = (body: Buffer) => body.toString('utf8').replace(/\r\n$/, '').split('\r\n');

  test.each([...REGISTERS.map(({ path }) => path), 'queue', 'duties', 'audit'])('%s', async (path) => {
    const csv = await exported('gongsi', `${path}/export.csv`);
    expect(csv.status).toBe(200);
    expect(csv.headers['content-disposition']).toMatch(/filename\*=UTF-8''%E/);
    const { sheets } = await readXlsx((await exported('gongsi', `${path}/export.xlsx`)).body);
    expect(sheets[0]!.rows[0]!.length).toBeGreaterThan(6);
    expect(lines(csv.body)[0]).toBe(`\uFEFF${sheets[0]!.rows[0]!.join(',')}`);
  });

  test('narrowed as the list is, and to what its reader may see', async () => {
    const rows = async (name: string, path: string) => lines((await exported(name, path)).body).slice(1);
    const all = await rows('gongsi', 'apps/export.csv');
    const listed = await rows('gongsi', 'apps/export.csv?status=LISTED');
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.length).toBeLessThan(all.length);
    expect(all.filter((line) => line.includes(',已上架,'))).toEqual(listed);
    const own = await rows('danwei-a', 'capability-requests/export.csv');
    const everyone = await rows('gongsi', 'capability-requests/export.csv');
    expect(own.length).toBeGreaterThan(0);
    expect(everyone.length).toBeGreaterThan(own.length);
  });

  test('leads a stranger to sign in, and says of no list that there is none', async () => {
    const stranger = await (await browser.visitor()).request.get(`${server.url}/work/apps/export.csv`);
    expect(stranger.url()).toContain('/sign-in');
    expect((await exported('gongsi', 'nothing/export.csv')).status).toBe(404);
  });
});
