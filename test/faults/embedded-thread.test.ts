import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { openEmbedded } from '@zgt/runtime/database/open.ts';
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

it('the database thread keeps nothing of what it answered', async () => {
  const { output } = await run(`
    const awake = setInterval(() => undefined, 1000);
    const read = async (times) => {
      for (let time = 0; time < times; time++)
        await handle.pool.query("select n, 'row ' || n as text from generate_series(1, $1::int) as n", [1000]);
      return (await thread.getHeapStatistics()).used_heap_size / 1e6;
    };
    const before = await read(20);
    console.log('MB more:', Math.round((await read(800)) - before));
    clearInterval(awake);
    await handle.close();`);
  // Kept, the messages of 800,000 rows are above 100 MB.
  expect(Number(/MB more: (-?\d+)/.exec(output)?.[1])).toBeLessThan(40);
});

it('answers of every length reach whoever asked, however many are asked for at once', async () => {
  const handle = await openEmbedded(folder.path);
  // Around the bytes after which an answer goes back in pieces, and far beyond.
  const lengths = [1, ...Array.from({ length: 200 }, (_, index) => 8050 + index), 100_000, 5_000_000, 2];
  try {
    // Twice, as they are prepared from the second time on.
    for (const _ of [1, 2]) {
      const answers = await Promise.all(
        lengths.map((length) => handle.pool.query("select repeat('x', $1::int) as text", [length])),
      );
      expect(answers.map(({ rows }) => rows[0].text.length)).toEqual(lengths);
    }
    await expect(handle.pool.query('select 1 / $1::int', [0])).rejects.toThrow('division by zero');
    expect((await handle.pool.query('select $1::int as n', [7])).rows).toEqual([{ n: 7 }]);
  } finally {
    await handle.close();
  }
});
