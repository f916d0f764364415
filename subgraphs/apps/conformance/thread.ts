import { Worker } from 'node:worker_threads';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { CheckSubject } from '../choices.ts';
import { type ConformanceReport, START } from './finding.ts';
import { Findings } from './findings.ts';
import type { Job } from './worker.ts';

/** How long one document may take; ordinary ones take a few hundredths of it. */
const LONGEST_CHECK_MS = 5000;
const LARGEST_HEAP_MB = 192;
/** More than these in line are turned away, so that those in line are served in reasonable time. */
const LONGEST_LINE = 32;

interface Waiting extends Job {
  answer(report: ConformanceReport): void;
  fail(error: unknown): void;
}

/** What is answered for a document that does not come to an end: a verdict too, since it can never be put to use. */
function beyondBounds(): ConformanceReport {
  const findings = new Findings();
  findings.add(
    'DOC-005',
    START,
    `文档过于复杂，在 ${LONGEST_CHECK_MS / 1000} 秒和 ${LARGEST_HEAP_MB} MB 内存之内检查不完`,
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

function finish(report: ConformanceReport): void {
  clearTimeout(alarm);
  const done = current;
  current = null;
  done?.answer(report);
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
    finish(beyondBounds());
  }, LONGEST_CHECK_MS);
  worker.postMessage({ kind: current.kind, content: current.content } satisfies Job);
}

function start(): void {
  const started = new Worker(new URL('./worker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB },
  });
  worker = started;
  started.on('message', (message: 'READY' | ConformanceReport) => {
    if (worker !== started) return;
    if (message !== 'READY') return finish(message);
    ready = true;
    next();
  });
  started.on('error', (error: Error & { code?: string }) => {
    if (worker !== started) return;
    drop();
    if (current && (error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError))
      return finish(beyondBounds());
    // A fault of the program is told to whoever waits for an answer, instead of a verdict.
    clearTimeout(alarm);
    const waiting = current ? [current] : line.splice(0);
    current = null;
    for (const one of waiting) one.fail(error);
    next();
  });
}

/**
 * Judges one document in a thread of its own, within bounds of time and memory, one after the other: whatever it
 * contains, the process goes on serving. Refuses only when too many are waiting.
 */
export async function checkConformance(
  kind: CheckSubject,
  content: string,
): Promise<{ prepared: ConformanceReport } | { refusal: Refusal }> {
  if (line.length >= LONGEST_LINE) return { refusal: refuse('RATE_LIMITED') };
  const report = await new Promise<ConformanceReport>((answer, fail) => {
    line.push({ kind, content, answer, fail });
    next();
  });
  return { prepared: report };
}
