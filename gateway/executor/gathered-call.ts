import {
  GATHERED_PATH,
  GATHERED_TYPE,
  SIGNATURE_HEADER,
  signGathered,
} from '@zgt/runtime/graphql/gathered.ts';
import type { RequestContext } from '@zgt/runtime/viewer.ts';
import type { Pool } from 'undici';
import { NOT_SERVED, NotServed, reliableCall, viewerText } from './reliable-call.ts';
import { type HttpSubgraphCall, keptConnections } from './subgraph-http.ts';

export interface GatheredCallOptions {
  name: string;
  /** Of the subgraph's server, without a path. */
  url: string;
  secret: string;
  /** Whole time for one attempt; 3000 unless told. */
  timeoutMs?: number;
}

const LARGEST = { operations: 50, characters: 500_000 };

/** Calls a subgraph of ours: what is asked in one turn of the event loop goes as one request. */
export function gatheredCall({ name, url, secret, timeoutMs = 3000 }: GatheredCallOptions): HttpSubgraphCall {
  const pool = keptConnections(url, timeoutMs);
  const sign = (body: string) => signGathered(secret, name, body);
  let waiting: Asked[] = [];
  let characters = 0;

  function flush(): void {
    if (waiting.length === 0) return;
    const asked = waiting;
    waiting = [];
    characters = 0;
    new Exchange(asked, timeoutMs).over(pool, sign);
  }

  function send(request: string, context: RequestContext): Promise<string> {
    const line = `${request.slice(0, -1)},"context":${contextText(context)}}\n`;
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    if (waiting.length === 0) setImmediate(flush);
    waiting.push({ line, resolve, reject });
    characters += line.length;
    if (waiting.length >= LARGEST.operations || characters >= LARGEST.characters) flush();
    return promise;
  }

  return { call: reliableCall(name, send), close: () => pool.close() };
}

function contextText({ viewer, ...rest }: RequestContext): string {
  return `${JSON.stringify(rest).slice(0, -1)},"viewer":${viewerText(viewer)}}`;
}

interface Asked {
  line: string;
  resolve(answer: string): void;
  reject(error: Error): void;
}

const LINE_END = 0x0a;

/** One request of gathered operations and the reading of its answers. */
class Exchange {
  private readonly asked: readonly Asked[];
  private readonly timeoutMs: number;
  private rest: Buffer[] = [];
  private refusal: Buffer[] | null = null;
  private status = 0;
  private answered = 0;

  constructor(asked: readonly Asked[], timeoutMs: number) {
    this.asked = asked;
    this.timeoutMs = timeoutMs;
  }

  over(pool: Pool, sign: (body: string) => string): void {
    const body = this.asked.map(({ line }) => line).join('');
    let late: Error | null = null;
    let abort: ((reason: Error) => void) | null = null;
    const timer = setTimeout(() => {
      late = new Error(`no whole answer in ${this.timeoutMs} ms`);
      abort?.(late);
      this.fail(late);
    }, this.timeoutMs);
    pool.dispatch(
      {
        path: GATHERED_PATH,
        method: 'POST',
        headers: { 'content-type': GATHERED_TYPE, [SIGNATURE_HEADER]: sign(body) },
        body,
      },
      {
        onRequestStart: (controller) => {
          if (late) controller.abort(late);
          else abort = (reason) => controller.abort(reason);
        },
        onResponseStart: (_, status) => {
          this.status = status;
          if (status !== 200) this.refusal = [];
        },
        onResponseData: (_, chunk) => {
          if (this.refusal) this.refusal.push(chunk);
          else this.take(chunk);
        },
        onResponseEnd: () => {
          clearTimeout(timer);
          this.end();
        },
        onResponseError: (_, error) => {
          clearTimeout(timer);
          this.fail(error);
        },
      },
    );
  }

  private take(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
      const part = chunk.subarray(start, end);
      this.answer(this.rest.length === 0 ? part : Buffer.concat([...this.rest, part]));
      this.rest = [];
      start = end + 1;
    }
    if (start < chunk.length) this.rest.push(chunk.subarray(start));
  }

  /** A line is `[index,answer]`. */
  private answer(line: Buffer): void {
    const comma = line.indexOf(',');
    const index = Number(line.toString('latin1', 1, comma));
    this.answered += 1;
    this.asked[index]?.resolve(line.toString('utf8', comma + 1, line.length - 1));
  }

  private end(): void {
    if (!this.refusal) {
      if (this.answered < this.asked.length) this.fail(new Error('the answer ended early'));
    } else if (NOT_SERVED.has(this.status)) this.fail(new NotServed(`answered ${this.status}`));
    else {
      const text = Buffer.concat(this.refusal).toString();
      for (const { resolve } of this.asked) resolve(text);
    }
  }

  /** What has its answer already keeps it. */
  private fail(error: Error): void {
    for (const { reject } of this.asked) reject(error);
  }
}
