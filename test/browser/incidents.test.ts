import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { attach, checkPage, confirmation, fill, follow, press, signIn } from './visitor.ts';

const MINUTES = 60_000;
const TITLE = '统一服务平台整体无法访问';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let browser: OpenBrowser;
let watched: Server;
const pages: Record<string, Page> = {};

beforeAll(async () => {
  watched = createServer((_, response) => response.writeHead(500).end());
  await new Promise<void>((resolve) => watched.listen(0, '127.0.0.1', resolve));
  folder = await temporaryFolder();
  await copyPreparedDatabase(folder.path);
  server = await startServer({
    DATA_DIR: folder.path,
    CLOCK_START: '2026-11-23T10:00:00+08:00',
    MONITOR_ALLOW: '127.0.0.1',
  });
  browser = await openBrowser();
  for (const name of ['guanli', 'gongsi', 'danwei-a'])
    pages[name] = await signIn(await browser.visitor(), server.url, name);
}, 3 * MINUTES);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await folder?.remove();
  await new Promise((resolve) => watched.close(resolve));
});

const choose = async (page: Page, values: Readonly<Record<string, string>>) => {
  for (const [field, value] of Object.entries(values)) await page.selectOption(`[name="${field}"]`, value);
};

/** Sends a form that is filled in: longer ones are shown once more before they are confirmed. */
async function send(page: Page, label: string): Promise<void> {
  const button = (name: string) => page.locator('main').getByRole('button', { name, exact: true }).last();
  const check = button('下一步：核对');
  await check.or(button(label)).first().waitFor();
  if ((await check.count()) === 0) return press(page, label);
  await check.click();
  await press(page, `确认${label}`);
}

/** Takes an action of the record that the page shows. */
async function act(
  page: Page,
  label: string,
  filled: () => Promise<void> = async () => undefined,
): Promise<string> {
  await follow(page, label);
  await filled();
  await send(page, label);
  return confirmation(page);
}

test('[duty 61.3] anyone reads the four levels, with the table that the system computes by', async () => {
  const page = await (await browser.visitor()).newPage();
  await page.goto(`${server.url}/incident-levels`);
  expect(await page.locator('#level-1').innerText()).toContain('超过 30 分钟');
  expect(await page.locator('#level-3').innerText()).toContain('达到 5 分钟');
  await checkPage(page, 'incident-levels');
});

describe('an incident from its detection to its report', () => {
  let address = '';

  test('the company registers it and sees at once which level the facts make', async () => {
    const page = pages.gongsi!;
    await page.goto(`${server.url}/work/incidents`);
    expect(await page.locator('main').innerText()).toContain('景区购票支付失败');
    await follow(page, '登记事件');
    await fill(page, {
      title: TITLE,
      description: '09:45 起用户打不开首页。',
      outageStartedAt: '2026-11-23T09:45:00',
    });
    await choose(page, {
      category: 'FAULT',
      outageScope: 'WHOLE_PLATFORM',
      damagedData: 'NONE',
      dataEffect: 'UNASSESSED',
      threat: 'NONE',
    });
    await checkPage(page, 'incident-form');
    await press(page, '下一步：核对');
    expect(await page.locator('main').innerText()).toContain('2026年11月23日 09:45:00');
    await press(page, '确认登记事件');
    address = page.url().split('?')[0]!;
    const text = await page.locator('main').innerText();
    expect(text).toContain('二级（重大）');
    expect(text).toContain('智桂通整体不能使用超过 10 分钟，不超过 30 分钟');
    expect(text).toContain('持续到此刻升级');
  });

  test('accepted, it has its duties, and the management unit is told', async () => {
    const page = pages.gongsi!;
    await page.goto(address);
    await act(page, '报告');
    await page.goto(address);
    await act(page, '受理并处置');
    await page.goto(address);
    const text = await page.locator('main').innerText();
    expect(text).toContain('下次进展报告');
    expect(text).toContain('待任命，须为项目公司的负责人');
    await checkPage(page, 'incident');
    await act(page, '报告进展', () => fill(page, { text: '已定位到网关，正在切换。' }));
    await page.goto(address);
    await act(page, '任命指挥长', () => fill(page, { commander: 'gongsi' }));
    await page.goto(address);
    expect(await page.locator('main').innerText()).toContain('指挥长 黄经办');
    const inbox = pages.guanli!;
    await inbox.goto(`${server.url}/work/notifications`);
    expect(await inbox.locator('main').innerText()).toContain(`二级（重大）事件“${TITLE}”`);
  });

  test('the live page shows the clocks and asks for itself again, without scripts', async () => {
    const page = pages.guanli!;
    const answer = await page.goto(`${address}/live`);
    expect(answer?.headers().refresh).toBe('10');
    expect(await page.locator('main').innerText()).toContain('中断，还在持续');
    await checkPage(page, 'incident-live');
  });

  test('a wrong commander is refused with what was expected, and what was typed stays', async () => {
    const page = pages.guanli!;
    await page.goto(address);
    await follow(page, '任命指挥长');
    await fill(page, { commander: 'guanli' });
    await send(page, '任命指挥长');
    expect(await page.locator('main').innerText()).toContain('二级（重大）事件须由项目公司的负责人担任');
    expect(await page.inputValue('[name="commander"]')).toBe('guanli');
  });

  test('it ends with verification, and its report is printed or taken as a Word file', async () => {
    const page = pages.gongsi!;
    await page.goto(address);
    await act(page, '处置完毕，转回归验证', () => fill(page, { resolution: '切换到备用网关。' }));
    await page.goto(address);
    await act(page, '留存材料', () => attach(page, ['EVIDENCE']));
    await page.goto(address);
    await act(page, '验证通过，应急结束', () => attach(page, ['VERIFICATION_REPORT']));
    await page.goto(address);
    await act(page, '报送书面报告', () =>
      fill(page, {
        cause: '证书更新后没有重新加载。',
        impact: '全区用户 20 分钟。',
        measures: '更新后自动检查。',
      }),
    );
    await page.goto(`${address}/print`);
    expect(await page.locator('main').innerText()).toContain('证书更新后没有重新加载。');
    await checkPage(page, 'incident-report');
    const file = await page.request.get(`${address}/report.docx`);
    expect(file.status()).toBe(200);
    expect(file.headers()['content-disposition']).toContain('.docx');
    expect((await file.body()).subarray(0, 2).toString()).toBe('PK');
    await page.goto(`${address}/live`);
    expect(await page.locator('main').innerText()).toContain('不再自动更新');
  });

  test('a unit sees nothing of it, by whatever page', async () => {
    const page = pages['danwei-a']!;
    for (const path of ['', '/live', '/print']) {
      const answer = await page.goto(`${address}${path}`);
      expect([path, answer?.status()]).toEqual([path, 404]);
      expect(await page.locator('main').innerText()).not.toContain(TITLE);
    }
    expect((await page.request.get(`${address}/report.docx`)).status()).toBe(404);
  });
});

test('the list is narrowed by level, and says so when nothing is left', async () => {
  const page = pages.guanli!;
  await page.goto(`${server.url}/work/incidents?level=LEVEL_2&text=${encodeURIComponent(TITLE)}`);
  expect(await page.locator('main').innerText()).toContain(TITLE);
  await checkPage(page, 'incidents');
  await choose(page, { level: 'LEVEL_4' });
  await press(page, '筛选');
  await page.waitForURL(/level=LEVEL_4/);
  expect(await page.locator('main').innerText()).toContain('没有符合条件的记录');
});

test(
  '[duty 60.1] what is monitored shows how it stands, checked by the worker itself',
  async () => {
    const page = pages.gongsi!;
    await page.goto(`${server.url}/work/monitor-targets`);
    await follow(page, '添加监测目标');
    await fill(page, {
      name: '统一服务平台首页',
      address: `http://127.0.0.1:${(watched.address() as AddressInfo).port}/`,
      intervalSeconds: '30',
      timeoutSeconds: '5',
      warnDays: '0',
    });
    await choose(page, { probe: 'HTTP', outageScope: 'WHOLE_PLATFORM' });
    await send(page, '添加监测目标');
    const address = page.url().split('?')[0]!;
    await expect
      .poll(
        async () => {
          await page.goto(address);
          return page.locator('main').innerText();
        },
        { timeout: 75_000, interval: 2000 },
      )
      .toContain('HTTP 500');
    await checkPage(page, 'monitor-target');
  },
  2 * MINUTES,
);

test('[duty 63.2] a case shows who leads, as the rules say', async () => {
  const page = pages.guanli!;
  await page.goto(`${server.url}/work/accountability-cases`);
  await follow(page, '立案');
  await fill(page, { subjectName: '某市政务服务部门', matter: '接口未按约定维护。' });
  await choose(page, { scope: 'OPS', subject: 'GOVERNMENT', lead: 'PROJECT_COMPANY' });
  await send(page, '立案');
  expect(await page.locator('main').innerText()).toContain('应为管理单位');
  await choose(page, { lead: '' });
  await send(page, '立案');
  expect(await page.locator('main').innerText()).toContain('管理单位');
  await checkPage(page, 'accountability-case');
});
