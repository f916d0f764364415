import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { type OpenBrowser, openBrowser, PHONE, picture, seriousFaults, sideways, WIDE } from './browser.ts';
import { signIn, UNEXPECTED_SCRIPTS } from './visitor.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let browser: OpenBrowser;

beforeAll(async () => {
  folder = await temporaryFolder();
  await copyPreparedDatabase(folder.path);
  server = await startServer({ DATA_DIR: folder.path, CLOCK_START: '2026-11-23T09:00:00+08:00' });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await folder?.remove();
});

/** Kinds of pages that were looked at closely: the records of one register look the same to every party. */
const checked = new Set<string>();

test.each(['danwei-a', 'gongsi', 'guanli', 'yezhu', 'jichu', 'weijian'])(
  'every place of %s opens, with the first record of its list, on a desk and on a phone',
  { timeout: 300_000 },
  async (username) => {
    const page = await signIn(await browser.visitor(), server.url, username);
    const links = await page
      .locator('nav.side-work a')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')!));
    expect(links.length).toBeGreaterThan(2);
    const faults: string[] = [];
    const look = async (path: string) => {
      const answer = await page.goto(new URL(path, server.url).href);
      if (answer!.status() !== 200) faults.push(`${path}: ${answer!.status()}`);
      if ((await page.locator(UNEXPECTED_SCRIPTS).count()) > 0) faults.push(`${path}: has scripts`);
      if ((await page.getByText('暂时取不到').count()) > 0) faults.push(`${path}: a part is missing`);
      const kind = path.replace(/[0-9a-f-]{36}/, ':id');
      if (checked.has(kind)) return;
      checked.add(kind);
      const name = `${username}${kind.replaceAll(/\W+/g, '-')}`;
      await picture(page, `${name}-1280`);
      for (const fault of await seriousFaults(page)) faults.push(`${path}: ${fault}`);
      await page.setViewportSize(PHONE);
      if ((await sideways(page)) > 0) faults.push(`${path}: pushes sideways`);
      await picture(page, `${name}-390`);
      await page.setViewportSize(WIDE);
    };
    for (const link of links) {
      await look(link);
      const first = page.locator('table tbody th a[href^="/work/"]').first();
      if ((await first.count()) > 0) await look((await first.getAttribute('href'))!);
    }
    expect(faults).toEqual([]);
  },
);
