import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

const OUTPUT = resolve(import.meta.dirname, '../output');
export const WIDE = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface OpenBrowser {
  /** A visitor of their own, with their own cookies, at a desk and with scripts unless told otherwise. */
  visitor(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Opens the Chromium that the test dependencies bring, unpacked into a folder of its own that goes with it. */
export async function openBrowser(): Promise<OpenBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'zgt-chromium-'));
  // The package unpacks itself into the system's temporary folder and takes half a file for a whole one.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const { default: bundled } = await import('@sparticuz/chromium');
  const executablePath = await bundled.executablePath();
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], headless: true });
  return {
    visitor: (options) =>
      browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: WIDE, ...options }),
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What is wrong with a page for those who cannot see or point, as rule and place; serious faults alone. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // This mode sees no frames of other sites, and takes a third of the time. No page of ours has a frame at all.
  if (page.frames().length > 1) throw new Error(`${page.url()} has frames: they would not be looked at`);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}`));
}

/** How far a page can be pushed sideways, in pixels; 0 when it fits. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** With PICTURES=on, a picture of the whole page in test/output, at the page's present width. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== 'on') return;
  await mkdir(OUTPUT, { recursive: true });
  await page.screenshot({ path: join(OUTPUT, `${name}.png`), fullPage: true });
}
