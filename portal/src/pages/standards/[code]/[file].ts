import type { APIRoute } from 'astro';
import { toCsv } from '../../../lib/csv.ts';
import { download, ELEMENT_COLUMNS, elementRows } from '../../../lib/dictionary.ts';
import { entriesOf, ITEM_KEYS, itemRows, type StandardVersion, versionOf } from '../../../lib/standards.ts';

type Make = (locals: App.Locals, version: StandardVersion) => Promise<[body: string, type: string]>;

/** What of a version can be had as a file; the tables are such as an import takes. */
const FILES: Readonly<Record<string, Make>> = {
  'items.csv': async (_, { items }) => [toCsv(ITEM_KEYS, itemRows(items)), 'text/csv'],
  'entries.csv': async (locals, { id }) => [
    toCsv(ELEMENT_COLUMNS, elementRows(await entriesOf(locals, id))),
    'text/csv',
  ],
  'content.json': async (locals, version) => [
    JSON.stringify({ ...version, entries: await entriesOf(locals, version.id) }, null, 2),
    'application/json',
  ],
};

/** One file of a version of a standard, by default of the one in force. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const { code = '', file = '' } = params;
  const make = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
  const found = make && (await versionOf(locals, code, url.searchParams.get('version')));
  if (!make || !found) return new Response('没有这个文件。', { status: 404 });
  const [body, type] = await make(locals, found.version);
  return download(body, `${code}-${found.version.versionText}-${file}`, type);
};
