import { glob, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const BUILT = /node_modules|\/dist\/|\/\.astro\//;
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

export interface Source {
  /** From the repository's root. */
  path: string;
  text: string;
  /** What it imports, as written. */
  imports: string[];
}

/** The program's own files below the rooms, generated ones left out. */
export async function sources(): Promise<Source[]> {
  const paths: string[] = [];
  for await (const path of glob('{schema,subgraphs,gateway,portal,test}/**/*.{ts,astro}', { cwd: ROOT }))
    if (!BUILT.test(`/${path}`)) paths.push(path);
  return Promise.all(
    paths.sort().map(async (path) => {
      const text = await readFile(resolve(ROOT, path), 'utf8');
      const imports = [...text.matchAll(IMPORT)].map((match) => (match[1] ?? match[2] ?? match[3])!);
      return { path, text, imports };
    }),
  );
}

/** True for files that only tests load. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('test/') || path.includes('/testing/');
}
