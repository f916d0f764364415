import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../harness/server.ts';

const OPEN = resolve(import.meta.dirname, '../../subgraphs/runtime/database/open.ts');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder?.remove());

/** Runs a program that has the database open as `handle`, and its thread as `thread`. */
function run(program: string): Promise<{ code: number | null; output: string }> {
  const source = `
    let thread;
    process.on('worker', (worker) => { thread = worker; });
    const { openEmbedded } = await import(${JSON.stringify(OPEN)});
    const handle = await openEmbedded(${JSON.stringify(folder.path)});
    ${program}`;
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      ['--input-type=module', '--eval', source],
      { timeout: 50_000 },
      (_, stdout, stderr) => done({ code: child.exitCode, output: stdout + stderr }),
    );
  });
}

it('the end of the database thread ends the process, in words, and fails what waited for it', async () => {
  const { code, output } = await run(`
    handle.pool.query('select count(*) from generate_series(1, 100000000)').catch(({ message }) => console.log('failed:', message));
    setTimeout(() => thread.terminate(), 300);
    process.on('uncaughtExceptionMonitor', () => console.log('ended'));
    setInterval(() => undefined, 1000);`);
  expect(output).toMatch(/内嵌数据库意外停止（.+），平台随之停止。已答复的写入都在 \S+ 中，重新启动即可继续/);
  expect(output).toContain('ended');
  expect(code).toBe(1);
});

it('an idle database whose thread ends, too', async () => {
  const { code, output } = await run(`
    await handle.pool.query('create table kept (id int)');
    setTimeout(() => thread.terminate(), 100);
    setInterval(() => undefined, 1000);`);
  expect(output).toContain('内嵌数据库意外停止');
  expect(code).toBe(1);
});

it('a program that is done ends, though it closed nothing; the next finds all that was answered', async () => {
  expect(await run(`console.log((await handle.pool.query('table kept')).rowCount);`)).toEqual({
    code: 0,
    output: '0\n',
  });
});
