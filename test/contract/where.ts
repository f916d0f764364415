import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { article as articleOf } from '@zgt/schema/measure/articles.ts';
import { implementations } from './implementations.ts';

const number = Number(process.argv[2]);
if (!Number.isInteger(number) || number < 1 || number > 77) {
  console.error('用法：pnpm where <条款号 1 到 77>，例如 pnpm where 50');
  process.exit(2);
}
const root = resolve(import.meta.dirname, '../..');
const article = articleOf(number)!;
console.log(`第 ${number} 条 ${article.title}\n${article.gist}\n`);
const coverage = JSON.parse(await readFile(resolve(root, 'schema/measure/coverage.json'), 'utf8')) as Record<
  string,
  string
>;
for (const duty of article.duties)
  console.log(`  ${duty.id.padEnd(5)} ${(coverage[duty.id] ?? 'OPEN').padEnd(7)} ${duty.gist}`);
console.log('');
for (const { kind, name, file } of (await implementations(root))[String(number)] ?? [])
  console.log(`${kind.padEnd(11)} ${name.padEnd(40)} ${file}`);
