import {
  GATHERED_PATH,
  GATHERED_TYPE,
  SIGNATURE_HEADER,
  signGathered,
} from '@zgt/runtime/graphql/gathered.ts';
import type { RequestContext } from '@zgt/runtime/viewer.ts';
import { exchange } from './post.ts';
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

/** So many requests that nothing was heard of yet may be under way before what is asked waits for the next one. */
const MOST_UNHEARD = 2;
/** As long may it wait, so that slow operations hold up no quick one for longer. */
const LONGEST_WAIT_MS = 2;

/**
 * Calls a subgraph of ours: what is asked in one turn of the event loop goes as one request, and so does what is asked
 * while the subgraph is busy with those before.
 */
export function gatheredCall({ name, url, secret, timeoutMs = 3000 }: GatheredCallOptions): HttpSubgraphCall {
  const pool = keptConnections(url, timeoutMs);
  let waiting: Asked[] = [];
  let characters = 0;
  let unheard = 0;
  let longestWait: NodeJS.Timeout | null = null;

  function endTurn(): void {
    if (unheard < MOST_UNHEARD) flush();
    else longestWait ??= setTimeout(flush, LONGEST_WAIT_MS);
  }

  function flush(): void {
    if (longestWait) clearTimeout(longestWait);
    longestWait = null;
    if (waiting.length === 0) return;
    const asked = waiting;
    waiting = [];
    characters = 0;
    const body = asked.map(({ line }) => line).join('');
    const headers = { 'content-type': GATHERED_TYPE, [SIGNATURE_HEADER]: signGathered(secret, name, body) };
    const answers = new Answers(asked);
    unheard += 1;
    const hear = once(() => {
      unheard -= 1;
      if (longestWait) setImmediate(endTurn);
    });
    exchange(
      pool,
      { path: GATHERED_PATH, headers, body, timeoutMs },
      {
        onStatus: (status) => answers.onStatus(status),
        onData: (chunk) => {
          hear();
          answers.onData(chunk);
        },
      },
    )
      .finally(hear)
      .then(
        () => answers.end(),
        (error: Error) => answers.fail(error),
      );
  }

  function send(request: string, context: RequestContext): Promise<string> {
    const line = `${request.slice(0, -1)},"context":${contextText(context)}}\n`;
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    if (waiting.length === 0) setImmediate(endTurn);
    waiting.push({ line, resolve, reject });
    characters += line.length;
    if (waiting.length >= LARGEST.operations || characters >= LARGEST.characters) flush();
    return promise;
  }

  return { call: reliableCall(name, send), close: () => pool.close() };
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
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

/** Reads the answers of one request of gathered operations and gives each to whoever asked. */
class Answers {
  private readonly asked: readonly Asked[];
  private rest: Buffer[] = [];
  private refusal: Buffer[] | null = null;
  private status = 0;
  private answered = 0;

  constructor(asked: readonly Asked[]) {
    this.asked = asked;
  }

  onStatus(status: number): void {
    this.status = status;
    if (status !== 200) this.refusal = [];
  }

  onData(chunk: Buffer): void {
    if (this.refusal) {
      this.refusal.push(chunk);
      return;
    }
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
      const part = chunk.subarray(start, end);
      this.answer(this.rest.length === 0 ? part : Buffer.concat([...this.rest, part]));
      this.rest = [];
      start = end + 1;
    }
    if (start < chunk.length) this.rest.push(chunk.subarray(start));
  }

  /** Nothing more comes: whoever has no answer is told why. */
  end(): void {
    if (!this.refusal) {
      if (this.answered < this.asked.length) this.fail(new Error('the answer ended early'));
    } else if (NOT_SERVED.has(this.status)) this.fail(new NotServed(`answered ${this.status}`));
    else {
      const text = Buffer.concat(this.refusal).toString();
      for (const { resolve } of this.asked) resolve(text);
    }
  }

  /** What has its answer already keeps it. */
  fail(error: Error): void {
    for (const { reject } of this.asked) reject(error);
  }

  /** A line is `[index,answer]`. */
  private answer(line: Buffer): void {
    const comma = line.indexOf(',');
    const index = Number(line.toString('latin1', 1, comma));
    this.answered += 1;
    this.asked[index]?.resolve(line.toString('utf8', comma + 1, line.length - 1));
  }
}
