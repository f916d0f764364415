import { execFile } from 'node:child_process';
import { appendFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readTables } from '@zgt/runtime/backup/contents.ts';
import type { BackupManifest } from '@zgt/runtime/backup/format.ts';
import { loadKeyRing } from '@zgt/runtime/crypto/keys.ts';
import { type DatabaseHandle, openEmbedded, openServer } from '@zgt/runtime/database/open.ts';
import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { client, signIn } from '../harness/client.ts';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import { type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { endorsedBrand } from './main-journey.ts';

const COMMANDS = resolve(import.meta.dirname, '../../gateway/backup');

let postgres: PostgresServer;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
/** The installation that is backed up, stopped, and the first backup of it, with keys. */
let site: string;
let backup: string;
const servers: RunningServer[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  place = await temporaryFolder();
  site = join(place.path, 'site');
  await copyPreparedDatabase(site);
  await lived({ DATA_DIR: site });
  backup = join(place.path, 'backup');
  const { code, output } = await command('backup', [backup, '--with-keys'], { DATA_DIR: site });
  expect(output).toMatch(/已备份 \d+ 张表共 \d+ 行、[1-9]\d* 份材料/);
  expect(code).toBe(0);
}, 120_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await postgres?.stop();
  await place?.remove();
}, 60_000);

async function start(environment: Record<string, string>): Promise<RunningServer> {
  const server = await startServer(environment);
  servers.push(server);
  return server;
}

/** Starts the platform with its demonstration, adds to it, and stops it. */
async function lived(environment: Record<string, string>): Promise<void> {
  const server = await start({ ...environment, DEMO: 'on' });
  const [holder, company] = [await signIn(server.url, 'danwei-a'), await signIn(server.url, 'gongsi')];
  await endorsedBrand(holder, company);
  await server.stop();
}

function command(name: 'backup' | 'restore', args: string[], environment: Record<string, string>) {
  return new Promise<{ code: number; output: string }>((done) =>
    execFile(
      process.execPath,
      [join(COMMANDS, `${name}-command.ts`), ...args],
      { env: { PATH: process.env.PATH, ...environment } },
      (error, stdout, stderr) => done({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    ),
  );
}

/** A digest of all rows of every table, and where the sequences stand. */
async function contents(open: () => Promise<DatabaseHandle>): Promise<Record<string, string>> {
  const database = await open();
  const found: Record<string, string> = {};
  for (const { name } of await readTables(database.pool as never)) {
    const { rows } = await database.pool.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(it::text, chr(10) order by it::text collate "C")), '') as digest
        from ${name} as it`,
    );
    found[name] = rows[0]!.digest;
  }
  const sequences = await database.pool.query<{ name: string; value: string }>(
    `select schemaname || '.' || sequencename as name, coalesce(last_value::text, '') as value from pg_sequences
      where schemaname <> 'jobs'`,
  );
  for (const { name, value } of sequences.rows) found[name] = value;
  await database.close();
  return found;
}

const atHome = (folder: string) => () => openEmbedded(folder);
const onServer = (url: string) => async () => openServer(url, { max: 1 });

async function manifestOf(folder: string): Promise<BackupManifest> {
  return JSON.parse(await readFile(join(folder, 'backup.json'), 'utf8')) as BackupManifest;
}

/** A copy of the backup that may be spoilt. */
async function copyOfBackup(name: string): Promise<string> {
  const folder = join(place.path, name);
  await cp(backup, folder, { recursive: true });
  return folder;
}

describe('[duty 69.4] a restored backup', () => {
  it('into an empty folder has every row, sequence and document, and the platform goes on from there', async () => {
    const target = join(place.path, 'restored');
    const { code, output } = await command('restore', [backup], { DATA_DIR: target });
    expect(output).toContain('没有发现问题');
    expect(code).toBe(0);
    expect(await contents(atHome(target))).toEqual(await contents(atHome(site)));
    const documents = (folder: string) => readdir(join(folder, 'documents'), { recursive: true });
    expect((await documents(target)).toSorted()).toEqual((await documents(site)).toSorted());
    await lived({ DATA_DIR: target });
  }, 90_000);

  it('taken from the embedded database stands on a server, and comes back from there the same', async () => {
    const [url, target] = [await postgres.createDatabase(), join(place.path, 'on-server')];
    const there = { DATABASE_URL: url, DATA_DIR: target };
    expect((await command('restore', [backup], there)).output).toContain('没有发现问题');
    expect(await contents(onServer(url))).toEqual(await contents(atHome(site)));
    const back = join(place.path, 'from-server');
    expect((await command('backup', [back], there)).output).toContain('备份中没有密钥');
    const digests = ({ tables }: BackupManifest) => tables.map(({ name, rows }) => ({ name, rows }));
    expect(digests(await manifestOf(back))).toEqual(digests(await manifestOf(backup)));
    expect(await readdir(back)).not.toContain('keys.json');
  }, 90_000);
});

it('a backup taken while people work is one moment of the whole platform', async () => {
  const [url, folder] = [await postgres.createDatabase(), join(place.path, 'busy')];
  const there = { DATABASE_URL: url, DATA_DIR: folder };
  const server = await start({ ...there, DEMO: 'on' });
  const [holder, company] = [await signIn(server.url, 'danwei-a'), await signIn(server.url, 'gongsi')];
  let working = true;
  const work = (async () => {
    let done = 0;
    for (; working; done++) await endorsedBrand(holder, company);
    return done;
  })();
  const taken = join(place.path, 'busy-backup');
  expect((await command('backup', [taken, '--with-keys'], there)).code).toBe(0);
  working = false;
  expect(await work).toBeGreaterThan(1);
  await server.stop();
  const restored = {
    DATABASE_URL: await postgres.createDatabase(),
    DATA_DIR: join(place.path, 'busy-restored'),
  };
  const { code, output } = await command('restore', [taken], restored);
  expect(output).toContain('没有发现问题');
  expect(code).toBe(0);
  const again = await start({ ...restored, DEMO: 'on' });
  const { data } = await client(again.url, (await signIn(again.url, 'gongsi')).token).ask(
    '{ viewer { actingOrganization { name } } }',
  );
  expect(data.viewer.actingOrganization.name).toBeTruthy();
  await again.stop();
}, 120_000);

describe('nothing is restored', () => {
  const restoreInto = (name: string, folder: string, more: Record<string, string> = {}) =>
    command('restore', [folder], { DATA_DIR: join(place.path, name), ...more });

  it('over data that is there', async () => {
    const before = await contents(atHome(site));
    const { code, output } = await command('restore', [backup], { DATA_DIR: site });
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('目标数据库中已有数据') });
    expect(await contents(atHome(site))).toEqual(before);
  });

  it.each<[string, (folder: string) => Promise<unknown>, RegExp]>([
    [
      'a table was altered',
      (folder) => appendFile(join(folder, 'tables/runtime.organization.jsonl.gz'), 'x'),
      /已损坏.*runtime\.organization/,
    ],
    [
      'a table is missing',
      (folder) => rm(join(folder, 'tables/apps.app.jsonl.gz')),
      /已损坏.*apps\.app\.jsonl/,
    ],
    [
      'a document was altered',
      async (folder) => {
        const [first] = await readdir(join(folder, 'documents'));
        await writeFile(join(folder, 'documents', first!), 'x');
      },
      /已损坏.*documents\//,
    ],
    ['the backup was not finished', (folder) => rm(join(folder, 'backup.json')), /没有 backup\.json/],
    [
      'its description is torn',
      (folder) => writeFile(join(folder, 'backup.json'), '{"format":1,'),
      /不是本程序认识/,
    ],
    ['the keys are not there', (folder) => rm(join(folder, 'keys.json')), /没有找到 .*keys\.json/],
  ])('when %s', async (what, spoil, words) => {
    const folder = await copyOfBackup(`spoilt ${what}`);
    await spoil(folder);
    const { code, output } = await restoreInto(`for spoilt ${what}`, folder);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringMatching(words) });
  });

  it('when it is of a newer program, of an older one, or a row does not fit: the database stays empty', async () => {
    const folder = await copyOfBackup('of another program');
    const manifest = await manifestOf(folder);
    const described = (change: Partial<BackupManifest>) =>
      writeFile(join(folder, 'backup.json'), JSON.stringify({ ...manifest, ...change }));
    const target = 'for another program';
    await copyPreparedDatabase(join(place.path, target));
    const { apps = [] } = manifest.migrations;
    await described({ migrations: { ...manifest.migrations, apps: [...apps, '999-new'] } });
    expect((await restoreInto(target, folder)).output).toContain('较新的程序（apps/999-new）');
    await described({ migrations: { ...manifest.migrations, apps: apps.slice(1) } });
    expect((await restoreInto(target, folder)).output).toContain(`较旧的程序（缺 apps/${apps[0]}）`);
    const [first, ...tables] = manifest.tables;
    await described({ tables: [...tables, { ...first!, rows: first!.rows + 1 }] });
    expect((await restoreInto(target, folder)).output).toContain('未恢复任何数据');
    const kept = await contents(atHome(join(place.path, target)));
    expect(kept['"runtime"."organization"']).toMatch(/^0 /);
    await described({});
    expect((await restoreInto(target, folder)).code).toBe(0);
  }, 60_000);

  it('with other keys than those it was encrypted with', async () => {
    const other = join(place.path, 'other keys');
    await loadKeyRing(join(other, 'keys'));
    await copyPreparedDatabase(join(place.path, 'for other keys'));
    const { output } = await restoreInto('for other keys', backup, { KEYS_DIR: join(other, 'keys') });
    expect(output).toContain('没有做备份时的密钥');
  }, 60_000);
});

describe('no backup is made', () => {
  it.each<[string, () => string[], () => Record<string, string>, string]>([
    ['over another', () => [backup], () => ({ DATA_DIR: site }), '已经存在'],
    ['without a place for it', () => [], () => ({ DATA_DIR: site }), '用法：pnpm backup'],
    [
      'of nothing',
      () => [join(place.path, 'x')],
      () => ({ DATA_DIR: join(place.path, 'nothing') }),
      '没有找到',
    ],
  ])('%s', async (_, args, environment, words) => {
    const { code, output } = await command('backup', args(), environment());
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(words) });
  });

  it('of an embedded database that the platform works on', async () => {
    const server = await start({ DATA_DIR: site });
    const { code, output } = await command('backup', [join(place.path, 'y')], { DATA_DIR: site });
    await server.stop();
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(site) });
  }, 60_000);
});
