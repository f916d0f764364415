import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** What the embedded database's thread is asked: bytes of PostgreSQL's protocol, or to close. */
export type Asked = Uint8Array<ArrayBuffer> | 'CLOSE';
/** What it answers: first that it is open, then to each message of bytes one of bytes, in their order. */
export type Answer = 'OPEN' | ArrayBuffer;

const STARTUP = 0;
const READY_FOR_QUERY = 'Z'.charCodeAt(0);
const READY_LENGTH = 6;

const port = parentPort!;
const database = await PGlite.create(workerData as string);

/**
 * Answers one message of whole requests with everything that the database says to it.
 * An answer that does not end in readiness leaves a client waiting for ever: it ends the thread, and so the process.
 */
async function answer(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] === STARTUP) await reset();
  const answered = new Uint8Array(await database.execProtocolRaw(bytes));
  if (answered.at(-READY_LENGTH) !== READY_FOR_QUERY)
    throw new Error('The embedded database stopped in the middle of an answer.');
  return answered;
}

/**
 * A new connection meets the session of the last one: it finds no open transaction and no prepared statement,
 * and keeps role, search_path and LISTEN.
 */
async function reset(): Promise<void> {
  if (database.isInTransaction()) await database.exec('rollback');
  await database.exec('deallocate all');
}

let work = Promise.resolve();
port.on('message', (asked: Asked) => {
  work = work.then(async () => {
    if (asked === 'CLOSE') {
      await database.close();
      port.close();
      return;
    }
    const { buffer } = await answer(asked);
    port.postMessage(buffer satisfies Answer, [buffer]);
  });
});
port.postMessage('OPEN' satisfies Answer);
