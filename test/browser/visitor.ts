import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PHONE, picture, seriousFaults, sideways, WIDE } from './browser.ts';

const PASSWORD = 'Zgt-demo-2026';
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
);

/** A file as it comes from somebody's desk. */
export const pdf = (name: string) => ({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: PDF });

/** The one script that there is shows how far files have been sent; every page does without it too. */
export const UNEXPECTED_SCRIPTS = 'script:not([src*="/UploadProgress"])';

/** The page needs no script and is fit for everyone, on a desk and on a phone. */
export async function checkPage(page: Page, name: string): Promise<void> {
  expect(await page.locator(UNEXPECTED_SCRIPTS).count(), `scripts of ${name}`).toBe(0);
  await page.setViewportSize(PHONE);
  await picture(page, `${name}-390`);
  expect(await sideways(page), `${name} at 390 px`).toBe(0);
  await page.setViewportSize(WIDE);
  await picture(page, `${name}-1280`);
  expect(await seriousFaults(page), name).toEqual([]);
}

/** Signs in through the page. */
export async function signIn(context: BrowserContext, url: string, username: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${url}/sign-in`);
  await page.fill('#field-name', username);
  await page.fill('#field-password', PASSWORD);
  await press(page, '登录');
  return page;
}

/** Presses a button of the page's content by its name. */
export async function press(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).last().click();
}

/** Follows a link of the page's content by its name. */
export async function follow(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('link', { name, exact: true }).first().click();
}

/** Ticks boxes of one question by their names. */
export async function tick(page: Page, field: string, names: readonly string[]): Promise<void> {
  for (const name of names) await page.locator(`#field-${field}`).getByLabel(name, { exact: true }).check();
}

/** Fills fields of a form by their names in the API. */
export async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, value] of Object.entries(values)) await page.fill(`[name="${field}"]`, value);
}

/** Chooses files for kinds of documents. */
export async function attach(page: Page, kinds: readonly string[]): Promise<void> {
  for (const kind of kinds) await page.setInputFiles(`[name="documents.${kind}"]`, pdf(kind));
}

/** The words of the confirmation after an action. */
export function confirmation(page: Page): Promise<string> {
  return page.locator('.done').innerText();
}
