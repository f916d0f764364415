import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** What the embedded database's thread is asked: bytes of PostgreSQL's protocol, or to close. */
export type Asked = Uint8Array<ArrayBuffer> | 'CLOSE';
/** What it answers: first that it is open, then to each message, in their order, bytes in one piece or several. */
export type Answer = 'OPEN' | { piece: ArrayBuffer; isLast: boolean };

const STARTUP = 0;
const READY_FOR_QUERY = 'Z'.charCodeAt(0);
const READY_LENGTH = 6;

const port = parentPort!;
const database = await PGlite.create(workerData as string);

/**
 * So many bytes go back before the message is answered to its end: many requests come in one message, and whoever asked
 * first works on while the others' statements run.
 */
const PIECE = 8 * 1024;

/** What the database said and nobody was sent: it says it in many small parts. */
let said = new Uint8Array(2 * PIECE);
let length = 0;

function gather(part: Uint8Array): void {
  if (length + part.length > said.length) {
    const larger = new Uint8Array(2 * (length + part.length));
    larger.set(said.subarray(0, length));
    said = larger;
  }
  said.set(part, length);
  length += part.length;
}

/** Sends what was gathered up to there; the rest stays. */
function send(end: number, isLast: boolean): void {
  const { buffer: piece } = said.slice(0, end);
  said.copyWithin(0, end, length);
  length -= end;
  port.postMessage({ piece, isLast } satisfies Answer, [piece]);
}

/**
 * Answers one message of whole requests with everything that the database says to it, byte for byte: read by the
 * database's own client it would cost as much again, and stay in this thread's memory.
 * An answer that does not end in readiness leaves a client waiting for ever: it ends the thread, and so the process.
 */
async function answer(bytes: Uint8Array): Promise<void> {
  if (bytes[0] === STARTUP) await reset();
  await database.execProtocolRawStream(bytes, {
    onRawData: (part) => {
      // The end of an answer may come in two parts: as much as tells it from others is kept together.
      if (length >= PIECE) send(length - READY_LENGTH, false);
      gather(part);
    },
  });
  if (length < READY_LENGTH || said[length - READY_LENGTH] !== READY_FOR_QUERY)
    throw new Error('The embedded database stopped in the middle of an answer.');
  send(length, true);
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
    await answer(asked);
  });
});
port.postMessage('OPEN' satisfies Answer);
