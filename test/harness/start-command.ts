import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as {
  scripts: { start: string };
};
const [, ...words] = scripts.start.split(' ');

/** The program that `pnpm start` runs. */
export const START = resolve(ROOT, words.at(-1)!);

/** What `pnpm start` gives to Node for it. */
export const NODE_FLAGS: readonly string[] = words.slice(0, -1);
