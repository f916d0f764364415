import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { posix, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { isTest, type Source, sources } from './sources.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OURS = /^@zgt\/([a-z]+)/;

let all: Source[];
beforeAll(async () => {
  all = await sources();
});

const within = (...rooms: string[]) =>
  all.filter(({ path }) => rooms.some((room) => path.startsWith(`${room}/`)));
const program = (files: readonly Source[]) => files.filter(({ path }) => !isTest(path));

/** Lines `file: import` for the imports that a rule does not allow. */
function breaches(
  files: readonly Source[],
  isAllowed: (specifier: string, path: string) => boolean,
): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter((specifier) => !isAllowed(specifier, path)).map((specifier) => `${path}: ${specifier}`),
  );
}

/** The room of a package of ours, or null for what others wrote and for neighbours. */
const room = (specifier: string) => OURS.exec(specifier)?.[1] ?? null;

function staysIn(folder: string) {
  return (specifier: string, path: string) =>
    !specifier.startsWith('.') || posix.join(posix.dirname(path), specifier).startsWith(`${folder}/`);
}

/** Lines `file: text` for what a rule forbids to write. */
const mentions = (files: readonly Source[], pattern: RegExp) =>
  files.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([found]) => `${path}: ${found.trim()}`));

it.each(['ecosystem', 'apps', 'operations'])(
  'subgraph %s imports no other subgraph: each can run, be replaced and own its data alone',
  (name) => {
    const allowed = (specifier: string) => [null, 'runtime', 'schema', name].includes(room(specifier));
    expect(breaches(within(`subgraphs/${name}`), allowed)).toEqual([]);
    expect(breaches(within(`subgraphs/${name}`), staysIn(`subgraphs/${name}`))).toEqual([]);
  },
);

it('the runtime imports the schema only: it knows no noun, so every noun can stand on it', () => {
  expect(breaches(within('subgraphs/runtime'), (name) => [null, 'schema'].includes(room(name)))).toEqual([]);
  expect(breaches(within('subgraphs/runtime'), staysIn('subgraphs/runtime'))).toEqual([]);
});

it('the schema imports nothing of ours: outsiders rely on it without the program', () => {
  expect(breaches(within('schema'), (name) => [null, 'schema'].includes(room(name)))).toEqual([]);
  expect(breaches(within('schema'), staysIn('schema'))).toEqual([]);
});

it('the portal reads and writes through the gateway alone: it can do nothing that another client cannot', () => {
  expect(breaches(program(within('portal')), (name) => [null, 'schema'].includes(room(name)))).toEqual([]);
  expect(breaches(program(within('portal')), staysIn('portal'))).toEqual([]);
});

it('the gateway holds no SQL: rules about data live where the data lives', () => {
  const pattern = /\bsql`|\b(?:selectFrom|insertInto|updateTable|deleteFrom)\(/g;
  expect(mentions(program(within('gateway')), pattern)).toEqual([]);
});

it('a lifecycle is pure: what it declares is read by the API, the database, the portal and the tests alike', () => {
  const lifecycles = within('subgraphs').filter(({ path }) => path.endsWith('/lifecycle.ts'));
  expect(lifecycles.length).toBeGreaterThan(10);
  const pure =
    /^@zgt\/schema\/|^@zgt\/runtime\/(lifecycle\/(declaration|fields)|refusal|calendar\/work-calendar|validation\/[a-z-]+)\.ts$/;
  // What lifecycles share stands beside them, and has to be as pure.
  const checked = new Set<Source>(lifecycles);
  for (const { path, imports } of checked)
    for (const specifier of imports.filter((name) => name.startsWith('.')))
      checked.add(all.find((source) => source.path === posix.join(posix.dirname(path), specifier))!);
  expect(breaches([...checked], (name) => name.startsWith('.') || pure.test(name))).toEqual([]);
});

it('SQL is written in stores, migrations and the runtime: whoever reads a rule need not read queries', () => {
  const mayWrite = /\/store\.ts$|-store\.ts$|\/migrations\/|^subgraphs\/(runtime|demo)\//;
  const files = program(within('subgraphs', 'portal', 'schema')).filter(({ path }) => !mayWrite.test(path));
  const pattern = /\bimport \{[^}]*\bsql\b[^}]*\} from 'kysely'/g;
  expect(mentions(files, pattern)).toEqual([]);
});

it('only the clock reads the time: a deadline can be tested years ahead', () => {
  const files = program(all).filter(({ path }) => path !== 'subgraphs/runtime/clock.ts');
  expect(mentions(files, /\bDate\.now\(\)|\bnew Date\(\)/g)).toEqual([]);
});

it('no file only passes on what others export: an import names the file that it means', () => {
  const barrels = all.filter(
    ({ path, text }) =>
      /(?:^|\/)index\.ts$/.test(path) ||
      (/^\s*export \*? ?.*from/m.test(text) &&
        !/^(?!\s*(?:export .* from|import|\/\/|\/\*|\*|$)).+/m.test(text)),
  );
  expect(barrels.map(({ path }) => path)).toEqual([]);
});

it('only config.ts and tracing.ts read the environment: what is wrong in it is said once, at start', () => {
  // The portal's build hands the whole environment on to the build tool; the benches are commands of their own.
  const excepted = ['subgraphs/runtime/config.ts', 'gateway/tracing.ts', 'portal/build.ts'];
  const files = program(all).filter(({ path }) => !excepted.includes(path));
  expect(mentions(files, /\bprocess\.env(?!\.NODE_ENV')/g)).toEqual([]);
});

it.each([
  'schema',
  'subgraphs/runtime',
  'subgraphs/ecosystem',
  'subgraphs/apps',
  'subgraphs/operations',
  'subgraphs/demo',
  'gateway',
  'portal',
  'test',
  'test/bench/peers',
])(
  'package %s names what it imports: nothing works only because a neighbour happens to install it',
  async (folder) => {
    const manifest = JSON.parse(await readFile(resolve(ROOT, folder, 'package.json'), 'utf8'));
    const root = JSON.parse(await readFile(resolve(ROOT, 'package.json'), 'utf8'));
    const named = new Set([
      manifest.name,
      // Every package is tested, so the test runner is the repository's.
      ...Object.keys(root.devDependencies),
      ...Object.keys(manifest.dependencies ?? {}),
      ...Object.keys(manifest.devDependencies ?? {}),
    ]);
    const packageOf = (specifier: string) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
    const isNamed = (specifier: string) =>
      /^(?:\.|node:|astro:|virtual:)/.test(specifier) ||
      builtinModules.includes(specifier) ||
      named.has(packageOf(specifier));
    const own = within(folder).filter(
      ({ path }) => folder !== 'test' || !path.startsWith('test/bench/peers/'),
    );
    expect(breaches(own, isNamed)).toEqual([]);
  },
);
