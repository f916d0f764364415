import { Worker } from 'node:worker_threads';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { CheckSubject, ImportFormat } from '../choices.ts';
import type { ImportOutcome } from '../standard-import/import-content.ts';
import { type ConformanceReport, START } from './finding.ts';
import { Findings } from './findings.ts';
import type { Job } from './worker.ts';
import { measureBy, type Yardstick } from './yardstick.ts';

/** How long one document may take; ordinary ones take a few hundredths of it. The gateway waits for an answer a second longer. */
const LONGEST_CHECK_MS = 4000;
const LARGEST_HEAP_MB = 192;
/** More than these in line are turned away, so that those in line are served in reasonable time. */
const LONGEST_LINE = 32;

interface Waiting {
  job: Job;
  answer(result: unknown): void;
  /** What is answered when the bounds are reached. */
  beyond(): unknown;
  fail(error: unknown): void;
}

const BOUNDS = `${LONGEST_CHECK_MS / 1000} 秒和 ${LARGEST_HEAP_MB} MB 内存`;

/** What is answered for a document that does not come to an end: a verdict too, since it can never be put to use. */
function beyondBounds(yardstick: Yardstick): ConformanceReport {
  const findings = new Findings(measureBy(yardstick));
  findings.add(
    'DOC-005',
    START,
    `文档过于复杂，在 ${BOUNDS}之内检查不完`,
    '请减少嵌套、别名和交叉引用，或拆成几份分别检查。',
  );
  return findings.report();
}

const line: Waiting[] = [];
let worker: Worker | null = null;
let ready = false;
let current: Waiting | null = null;
let alarm: NodeJS.Timeout | undefined;

/** Ends the present thread's work; the next document gets a new thread. */
function drop(): void {
  void worker?.terminate();
  worker = null;
  ready = false;
}

function finish(result: (done: Waiting) => unknown): void {
  clearTimeout(alarm);
  const done = current;
  current = null;
  if (done) done.answer(result(done));
  next();
}

function next(): void {
  if (current || line.length === 0) {
    if (!current) worker?.unref();
    return;
  }
  if (!worker) {
    start();
    return;
  }
  worker.ref();
  if (!ready) return;
  current = line.shift()!;
  alarm = setTimeout(() => {
    drop();
    finish((done) => done.beyond());
  }, LONGEST_CHECK_MS);
  worker.postMessage(current.job);
}

function start(): void {
  const started = new Worker(new URL('./worker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB },
  });
  worker = started;
  started.on('message', (message: unknown) => {
    if (worker !== started) return;
    if (message !== 'READY') return finish(() => message);
    ready = true;
    next();
  });
  started.on('error', (error: Error & { code?: string }) => {
    if (worker !== started) return;
    drop();
    if (current && (error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError))
      return finish((done) => done.beyond());
    // A fault of the program is told to whoever waits for an answer, instead of a verdict.
    clearTimeout(alarm);
    const waiting = current ? [current] : line.splice(0);
    current = null;
    for (const one of waiting) one.fail(error);
    next();
  });
}

/** Does one job in the thread, one after the other; refuses only when too many are waiting. */
async function inThread<T>(job: Job, beyond: () => T): Promise<{ prepared: T } | { refusal: Refusal }> {
  if (line.length >= LONGEST_LINE) return { refusal: refuse('RATE_LIMITED') };
  const result = await new Promise<unknown>((answer, fail) => {
    line.push({ job, answer, beyond, fail });
    next();
  });
  return { prepared: result as T };
}

/**
 * Judges one document by a yardstick, in a thread of its own, within bounds of time and memory: whatever it contains,
 * the process goes on serving.
 */
export async function checkConformance(
  kind: CheckSubject,
  content: string,
  yardstick: Yardstick,
): Promise<{ prepared: ConformanceReport } | { refusal: Refusal }> {
  return inThread<ConformanceReport>({ task: 'JUDGE', kind, content, yardstick }, () =>
    beyondBounds(yardstick),
  );
}

/** Reads a table of dictionary entries or check items within the same bounds. */
export async function readImport(
  format: ImportFormat,
  content: string,
): Promise<{ prepared: ImportOutcome } | { refusal: Refusal }> {
  return inThread<ImportOutcome>({ task: 'IMPORT', format, content }, () => ({
    faults: [`表格过于复杂，在 ${BOUNDS}之内读不完；请减少行数后再导入`],
  }));
}
