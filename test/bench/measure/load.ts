import { fork } from 'node:child_process';

export interface Request {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** Stands in every right answer. */
  sign: string;
}

export interface Job {
  url: string;
  /** Sent in turn, again from the first after the last. */
  requests: readonly Request[];
  connections: number;
  limit: { ms: number } | { requests: number };
}

/** What one window showed. Times in milliseconds. */
export interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
  /** Of one answer's body. */
  bytes: number;
  failed: number;
  /** The first failure. */
  why: string | null;
}

export interface LoadGenerator {
  /** Drives one job at a time; throws when an answer was wrong, because a fast refusal is no speed. */
  drive(job: Job): Promise<Measured>;
  stop(): void;
}

/** Starts the process that makes the requests, so that making them does not hold up the bench itself. */
export function startLoadGenerator(): LoadGenerator {
  const child = fork(new URL('./load-process.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return {
    drive: async (job) => {
      const answered = new Promise<Measured>((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`the load generator ended with ${code}`));
        child.once('exit', ended);
        child.once('message', (measured: Measured) => {
          child.off('exit', ended);
          resolve(measured);
        });
      });
      child.send(job);
      const measured = await answered;
      if (measured.failed > 0)
        throw new Error(`${measured.failed} wrong answers, the first: ${measured.why}`);
      return measured;
    },
    stop: () => {
      child.disconnect();
    },
  };
}

/** A GraphQL request as any client sends it. */
export function graphqlRequest(body: string, sign: string, headers: Record<string, string> = {}): Request {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body,
    sign,
  };
}
