import { type ChildProcess, fork } from 'node:child_process';
import type { PlanNode } from '@graphql-hive/router-query-planner';

/** Plans operations of one supergraph; null for an operation that asks nothing of any subgraph. */
export interface Planner {
  /** Throws when there is no plan; throws PlannerDied when planning ended the planning process or hung. */
  plan(query: string, operationName: string | undefined): Promise<PlanNode | null>;
}

/** Says that an operation must not be planned again: it ended the process that planned it. */
export class PlannerDied extends Error {
  override readonly name = 'PlannerDied';
}

export type PlannerRequest =
  | { planner: number; supergraph: string }
  | { planner: number; id: number; query: string; operationName: string | undefined };

export type PlannerAnswer = { id: number; node: PlanNode | null } | { id: number; error: string };

interface Waiting {
  request: Extract<PlannerRequest, { id: number }>;
  resolve(node: PlanNode | null): void;
  reject(error: Error): void;
}

const PLANNING_TIMEOUT_MS = 5000;
const KEPT_STDERR = 2000;
const PROGRAM = new URL('./planner-process.ts', import.meta.url);

const supergraphs: string[] = [];
// In the order in which they were asked: the first one is being planned, the others wait behind it.
const waiting = new Map<number, Waiting>();
let child: ChildProcess | null = null;
let timer: NodeJS.Timeout | null = null;
let lastId = 0;

/**
 * Plans in a process of its own, which all supergraphs share: a client's operation that makes the native planner fail
 * hard, or never end, costs that process and no more.
 */
export function createPlanner(supergraph: string): Planner {
  const planner = supergraphs.push(supergraph) - 1;
  if (child) send({ planner, supergraph });
  return {
    plan: (query, operationName) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        const request = { planner, id, query, operationName };
        waiting.set(id, { request, resolve, reject });
        if (child) send(request);
        else start();
        watch();
      }),
  };
}

function start(): void {
  const started = fork(PROGRAM, { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  child = started;
  let stderr = '';
  started.stderr!.on('data', (chunk) => {
    stderr = (stderr + chunk).slice(0, KEPT_STDERR);
  });
  started.on('message', (answer: PlannerAnswer) => settle(answer));
  started.once('error', (error) => ended(started, error.message));
  started.once('exit', (code, signal) => ended(started, `${signal ?? code} ${stderr}`));
  // The process must not keep ours alive, and ends with it because its channel closes.
  started.unref();
  started.channel?.unref();
  (started.stderr as unknown as { unref(): void }).unref();
  for (const [planner, supergraph] of supergraphs.entries()) send({ planner, supergraph });
  for (const { request } of waiting.values()) send(request);
}

function send(request: PlannerRequest): void {
  // What could not be sent is sent again to the next process.
  child!.send(request, () => undefined);
}

function settle(answer: PlannerAnswer): void {
  const asked = waiting.get(answer.id);
  if (!asked) return;
  waiting.delete(answer.id);
  watch();
  if ('error' in answer) asked.reject(new Error(answer.error));
  else asked.resolve(answer.node);
}

/** Counts the time of the operation that is being planned; while one is, our own process stays alive. */
function watch(): void {
  if (timer) clearTimeout(timer);
  timer = waiting.size > 0 ? setTimeout(() => child?.kill('SIGKILL'), PLANNING_TIMEOUT_MS) : null;
}

function ended(gone: ChildProcess, why: string): void {
  if (child !== gone) return;
  child = null;
  const [first] = waiting.values();
  if (!first) return;
  waiting.delete(first.request.id);
  first.reject(new PlannerDied(`the planning process ended: ${why}`));
  watch();
  if (waiting.size > 0) start();
}
