import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';

const ROOT = resolve(import.meta.dirname, '../..');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;

/** Runs a program of the platform to its end on the folder. */
function run(file: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const env = { PATH: process.env.PATH, DATA_DIR: folder.path, PORT: '0' };
  return new Promise((done) =>
    execFile(
      process.execPath,
      [join(ROOT, file), ...args],
      { env, timeout: 60_000 },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    ),
  );
}

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startServer({ DATA_DIR: folder.path });
});
afterAll(async () => {
  await server?.stop();
  await folder?.remove();
});

it('refuses a second process on the same data folder and names the first', async () => {
  const { code, output } = await run('gateway/start.ts');
  expect(code).toBe(1);
  expect(output).toMatch(
    new RegExp(`数据目录 ${folder.path} 正被进程 \\d+ 使用。请先停止该进程，或用 DATA_DIR 指定另一个目录。`),
  );
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

it('refuses to verify the audit log of a folder in use, in words', async () => {
  const { code, output } = await run('subgraphs/runtime/audit/verify-command.ts');
  expect(code).toBe(1);
  expect(output).toMatch(/^无法核对审计日志：数据目录 \S+ 正被进程 \d+ 使用。/);
  expect(output).not.toContain('    at ');
});

it('takes over the lock of a process that died, and verifies what it left', async () => {
  await server.kill();
  const verified = await run('subgraphs/runtime/audit/verify-command.ts');
  expect(verified.output).toContain('没有发现问题：日志完整，未被改动。');
  expect(verified.code).toBe(0);
  const young = await run('subgraphs/runtime/audit/purge-command.ts', '2099-01');
  expect(young.output).toContain('日志须至少保存五年');
  expect(young.code).toBe(1);
  const old = await run('subgraphs/runtime/audit/purge-command.ts', '2000-01');
  expect(old).toEqual({ code: 0, output: '没有可以清除的月份。\n' });
  // A process id that cannot exist.
  await writeFile(join(folder.path, 'lock'), '4194305');
  server = await startServer({ DATA_DIR: folder.path });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});
