import { Duplex } from 'node:stream';

const TERMINATE = 'X'.charCodeAt(0);

type Chunk = { chunk: Buffer; encoding: BufferEncoding };

/**
 * What node-postgres takes for its socket: each write goes on as one message of whole requests, with bytes of its own.
 * A client writes a request's parts corked, so a message never ends within a request.
 */
export class EmbeddedConnection extends Duplex {
  readonly #send: (bytes: Uint8Array<ArrayBuffer>) => void;

  constructor(send: (bytes: Uint8Array<ArrayBuffer>) => void) {
    super();
    this.#send = send;
  }

  connect(): void {
    process.nextTick(() => this.emit('connect'));
  }

  // A socket's settings, which a thread has no use for.
  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}

  override _read(): void {}

  override _write(chunk: Buffer, encoding: BufferEncoding, done: () => void): void {
    this._writev([{ chunk, encoding }], done);
  }

  override _writev(chunks: Chunk[], done: () => void): void {
    // The database has one session for ever: a client's goodbye ends the client only.
    const parts = chunks.map(({ chunk }) => chunk).filter((chunk) => chunk[0] !== TERMINATE);
    const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let offset = 0;
    for (const part of parts) {
      bytes.set(part, offset);
      offset += part.length;
    }
    if (bytes.length > 0) this.#send(bytes);
    done();
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }
}
