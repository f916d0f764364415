import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PORTAL = dirname(fileURLToPath(import.meta.url));
const SCHEMA = resolve(PORTAL, '../schema');
const DIGEST_FILE = join(PORTAL, 'dist/.digest');
const LOCK = join(PORTAL, '.astro/build.lock');
const SOURCES = [
  join(PORTAL, 'src'),
  join(PORTAL, 'public'),
  join(PORTAL, 'astro.config.mjs'),
  join(PORTAL, 'package.json'),
  resolve(PORTAL, '../pnpm-lock.yaml'),
  SCHEMA,
];

/**
 * Leaves a build of the present sources in `dist`: builds only when the sources of the portal or of the schema,
 * or the locked dependencies, are not those of the last build. Processes that start together build once.
 * Fails with the builder's own words.
 */
export async function ensurePortalBuilt(): Promise<void> {
  const digest = await digestOfSources();
  if ((await storedDigest()) === digest) return;
  const unlock = await lock();
  try {
    if ((await storedDigest()) === digest) return;
    await rm(DIGEST_FILE, { force: true });
    await runAstroBuild();
    // Written last and at once, so that an interrupted build is never taken for a whole one.
    await writeFile(`${DIGEST_FILE}.new`, digest);
    await rename(`${DIGEST_FILE}.new`, DIGEST_FILE);
  } finally {
    await unlock();
  }
}

/** Waits while another living process builds; a lock whose process has died is taken over. */
async function lock(): Promise<() => Promise<void>> {
  await mkdir(dirname(LOCK), { recursive: true });
  for (;;) {
    try {
      await writeFile(LOCK, String(process.pid), { flag: 'wx' });
      return () => rm(LOCK, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = Number(await readFile(LOCK, 'utf8').catch(() => '')) || null;
    if (owner !== null && !isAlive(owner)) await rm(LOCK, { force: true });
    else await setTimeout(200);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function storedDigest(): Promise<string | null> {
  try {
    return await readFile(DIGEST_FILE, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) {
    for (const file of await filesOf(source)) {
      hash.update(`\0${relative(PORTAL, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules') && !file.endsWith('.test.ts'))
    .sort();
}

async function runAstroBuild(): Promise<void> {
  const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--silent'], {
    cwd: PORTAL,
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (code !== 0) {
    throw new Error(
      `The portal could not be built (exit ${code}):\n${Buffer.concat(output).toString('utf8')}`,
    );
  }
}
