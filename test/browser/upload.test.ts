import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { type OpenBrowser, openBrowser, PHONE, picture, seriousFaults, sideways } from './browser.ts';
import { press, signIn } from './visitor.ts';

const BUTTON = '检查这份文档';
const BYTES_PER_SECOND = 300_000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let browser: OpenBrowser;
let page: Page;
let session: CDPSession | undefined;

beforeAll(async () => {
  folder = await temporaryFolder();
  await copyPreparedDatabase(folder.path);
  server = await startServer({ DATA_DIR: folder.path });
  browser = await openBrowser();
  page = await signIn(await browser.visitor(), server.url, 'danwei-a');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await folder?.remove();
});

/** A table definition of this many bytes, most of them remarks. */
const definition = (bytes: number) => {
  const table = 'create table t (id uuid primary key);\n';
  return {
    name: 'table.sql',
    mimeType: 'application/sql',
    buffer: Buffer.from(table + '-- 备注\n'.repeat(Math.ceil((bytes - table.length) / 10))),
  };
};

async function slowly(uploadThroughput: number): Promise<void> {
  session ??= await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', {
    offline: uploadThroughput === 0,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput,
  });
}

async function chosen(bytes: number): Promise<void> {
  await page.goto(`${server.url}/work/self-check`);
  await page
    .getByRole('radio', { name: /SQL|表/ })
    .first()
    .check();
  await page.setInputFiles('input[type=file]', definition(bytes));
}

test('files show how far they have come, and can be stopped: nothing is lost of the form', async () => {
  await chosen(900_000);
  await slowly(BYTES_PER_SECOND);
  await press(page, BUTTON);
  await page.getByText(/已上传 [1-9]\d?%（0\.\d \/ 0\.9 MB）/).waitFor();
  expect(await page.getByRole('button', { name: BUTTON }).isDisabled()).toBe(true);
  expect(await seriousFaults(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  await picture(page, 'upload-390');
  expect(await sideways(page)).toBe(0);
  await press(page, '取消上传');
  await page.getByRole('alert').getByText('已取消上传').waitFor();
  expect(
    await page.locator('input[type=file]').evaluate((input: HTMLInputElement) => input.files!.length),
  ).toBe(1);
  await slowly(-1);
  await press(page, BUTTON);
  await page.locator('[data-passed]').waitFor();
});

test('what the answer says takes the place of the page, and the next try is watched as well', async () => {
  await chosen(1_200_000);
  await press(page, BUTTON);
  await page.locator('.error-summary').waitFor();
  await page.setInputFiles('input[type=file]', definition(900_000));
  await slowly(BYTES_PER_SECOND);
  await press(page, BUTTON);
  await page.getByText(/已上传 [1-9]\d?%/).waitFor();
  await slowly(-1);
  await page.locator('[data-passed]').waitFor();
});

test('a broken line is said, and the form can be sent again', async () => {
  await chosen(10_000);
  await slowly(0);
  await press(page, BUTTON);
  await page.getByRole('alert').getByText('没有送达').waitFor();
  await slowly(-1);
  await press(page, BUTTON);
  await page.locator('[data-passed]').waitFor();
});
