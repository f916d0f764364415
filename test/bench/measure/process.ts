import { type ChildProcess, execFile, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { NODE_FLAGS } from '../../harness/start-command.ts';

const READY_MS = 60_000;
const run = promisify(execFile);

export interface TargetProcess {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts a target in a process of its own and waits until it says where it listens; throws what it wrote when it ends. */
export async function startTarget(file: URL, setup: object, execArgv: string[] = []): Promise<TargetProcess> {
  const child = fork(file, [JSON.stringify(setup)], {
    // Every target has the memory for new objects that the product has, so that it decides nothing.
    execArgv: ['--disable-warning=ExperimentalWarning', ...NODE_FLAGS, ...execArgv],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout!.on('data', (chunk) => (output += chunk));
  child.stderr!.on('data', (chunk) => (output += chunk));
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const gaveUp = setTimeout(
    () => reject(new Error(`not ready in ${READY_MS} ms: ${gist(output)}`)),
    READY_MS,
  );
  child.on('message', ({ port }: { port: number }) => resolve(port));
  child.once('error', reject);
  child.once('exit', (code) => reject(new Error(`ended with ${code} at start: ${gist(output)}`)));
  try {
    const port = await promise;
    return { url: `http://127.0.0.1:${port}`, pid: child.pid!, stop: () => end(child) };
  } catch (error) {
    await end(child);
    throw error;
  } finally {
    clearTimeout(gaveUp);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 5000);
  await exited;
  clearTimeout(forced);
}

/** The line of an output that says what went wrong. */
function gist(output: string): string {
  const lines = output.trim().split('\n');
  return (lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'it wrote nothing')
    .trim()
    .slice(0, 200);
}

/** Resident memory of a process in megabytes; NaN where the system does not tell. */
export async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  const kilobytes = status
    ? /VmRSS:\s+(\d+)/.exec(status)?.[1]
    : await run('ps', ['-o', 'rss=', '-p', String(pid)]).then(
        ({ stdout }) => stdout,
        () => undefined,
      );
  return Number(kilobytes ?? Number.NaN) / 1024;
}
