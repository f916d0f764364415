import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { EmbeddedConnection } from './embedded-connection.ts';
import type { Answer, Asked } from './embedded-worker.ts';

/** The embedded database in a thread of its own: whatever it computes, the process goes on. */
export interface EmbeddedThread {
  /** A connection for one client at a time; the next one starts where the last one's session was left. */
  connect(): Duplex;
  /** Ends when everything asked is answered and the files are closed. */
  close(): Promise<void>;
}

function brokenThread(folder: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(
    `内嵌数据库意外停止（${reason}），平台随之停止。已答复的写入都在 ${folder} 中，重新启动即可继续；如再次发生，请改用 DATABASE_URL 指定 PostgreSQL 服务器。`,
    { cause },
  );
}

/**
 * Opens the database's files in a thread. When the thread ends unasked, waiting statements fail and the process
 * ends with an uncaught error: without a database nothing that it answers would be true.
 */
export async function startEmbeddedThread(folder: string): Promise<EmbeddedThread> {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: folder,
    execArgv: [],
  });
  /** Whose answers are to come, in their order. */
  const waiting: EmbeddedConnection[] = [];
  let state: 'OPENING' | 'OPEN' | 'CLOSING' = 'OPENING';

  await new Promise<void>((opened, failed) => {
    const broken = (cause: unknown) => {
      if (state === 'OPENING') failed(cause);
      if (state !== 'OPEN') return;
      state = 'CLOSING';
      const error = brokenThread(folder, cause);
      for (const connection of waiting) connection.destroy(error);
      throw error;
    };
    worker.on('error', broken);
    worker.on('exit', (code) => broken(new Error(`exit ${code}`)));
    worker.on('message', (answer: Answer) => {
      if (answer === 'OPEN') {
        state = 'OPEN';
        opened();
        worker.unref();
        return;
      }
      const [connection] = waiting;
      if (connection && !connection.destroyed) connection.push(Buffer.from(answer.piece));
      if (answer.isLast) waiting.shift();
      // Only an answer that is still to come keeps the process alive.
      if (waiting.length === 0) worker.unref();
    });
  });
  const ask = (asked: Asked) => worker.postMessage(asked, asked === 'CLOSE' ? [] : [asked.buffer]);

  return {
    connect: () => {
      const connection: EmbeddedConnection = new EmbeddedConnection((bytes) => {
        if (waiting.push(connection) === 1) worker.ref();
        ask(bytes);
      });
      return connection;
    },
    close: async () => {
      if (state === 'CLOSING') return;
      state = 'CLOSING';
      worker.ref();
      const ended = once(worker, 'exit');
      ask('CLOSE');
      await ended;
    },
  };
}
