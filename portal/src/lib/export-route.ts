/// <reference path="../env.d.ts" />
import type { APIRoute } from 'astro';
import { type ExportFormat, type ExportSheet, exportFile } from './export.ts';
import { registerSheet, WORK_LISTS } from './export-lists.ts';
import { today } from './legal-days.ts';
import { registerAt } from './registers.ts';
import { signInFirst } from './work.ts';

const said = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** The rows with the first of them read: whoever may not read the list is told so, instead of getting a broken file. */
async function begun(sheet: ExportSheet): Promise<ExportSheet> {
  const rows = sheet.rows[Symbol.asyncIterator]();
  const first = await rows.next();
  async function* all() {
    if (!first.done) yield first.value;
    yield* { [Symbol.asyncIterator]: () => rows };
  }
  return { ...sheet, rows: all() };
}

/** The list at `/work/<list>` as a file, for those who may read it there. */
export function exportRoute(format: ExportFormat): APIRoute {
  return async ({ locals, url, params }) => {
    const stranger = signInFirst(locals, url);
    if (stranger) return stranger;
    const register = registerAt(params.register);
    const list = WORK_LISTS[params.register ?? ''];
    if (!register && !list) return said(404, '没有这个列表，请从列表页面上的“导出”进入。');
    try {
      const sheet = register
        ? registerSheet(locals, register, url.searchParams)
        : await list!(locals, url.searchParams);
      return exportFile(await begun(sheet), format, today(locals));
    } catch (error) {
      console.error(`portal: export of ${url.pathname} failed, request ${locals.requestId}`, error);
      return said(503, `列表暂时取不到，没有导出任何内容。请稍后再试。请求编号 ${locals.requestId}`);
    }
  };
}
