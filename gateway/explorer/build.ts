import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';

export interface Asset {
  type: string;
  content: Buffer;
}

const FOLDER = import.meta.dirname;
const { version } = createRequire(import.meta.url)('graphiql/package.json') as { version: string };
const SOURCES = ['client.ts', 'page.css', 'build.ts'];
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

/** Gives the explorer's files, bundling them from the installed packages when that was not done before. */
export async function explorerAssets(): Promise<ReadonlyMap<string, Asset>> {
  const output = await outputFolder();
  const names = await readdir(output).catch(() => build(output));
  const assets = await Promise.all(
    names.map(async (name): Promise<[string, Asset]> => {
      const type = TYPES[extname(name)] ?? 'application/octet-stream';
      return [name, { type, content: await readFile(join(output, name)) }];
    }),
  );
  return new Map(assets);
}

/** Names the folder by what goes into the bundle, so that a change is never served stale. */
async function outputFolder(): Promise<string> {
  const hash = createHash('sha256').update(version);
  for (const source of SOURCES) hash.update(await readFile(join(FOLDER, source)));
  return join(FOLDER, 'dist', hash.digest('hex').slice(0, 16));
}

async function build(output: string): Promise<string[]> {
  const { build: bundle } = await import('esbuild');
  const graphiql = createRequire(createRequire(import.meta.url).resolve('graphiql'));
  const react = createRequire(graphiql.resolve('@graphiql/react'));
  const draft = `${output}-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await bundle({
    entryPoints: {
      client: join(FOLDER, 'client.ts'),
      'worker-editor': react.resolve('monaco-editor/esm/vs/editor/editor.worker.js'),
      'worker-json': react.resolve('monaco-editor/esm/vs/language/json/json.worker.js'),
      'worker-graphql': react.resolve('monaco-graphql/esm/graphql.worker.js'),
    },
    outdir: draft,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.ttf': 'file' },
    logLevel: 'warning',
  });
  // Written aside and moved, so that a second process never sees half a bundle.
  await rename(draft, output).catch(() => rm(draft, { recursive: true, force: true }));
  return readdir(output);
}
