import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Connections } from '../federation/registers.ts';
import type { SubgraphName } from '../federation/subgraphs.ts';

/** What a target of the comparison is told at start. */
export interface Setup {
  databaseUrl: string;
  supergraph: string;
  subgraphs: { name: SubgraphName; url: string; sdl: string }[];
  /** True when the subgraphs are to be called in the process, false over HTTP. */
  inProcess: boolean;
  /** Which of several forms the file is to serve. */
  form?: string;
  /** How the database is reached in the process; plain unless told. */
  connections?: Connections;
}

/** Reads what the bench told this process. */
export function readSetup<T = Setup>(): T {
  const [text] = process.argv.slice(2);
  if (!text) throw new Error('This file is a target of the bench: start it by `pnpm bench`.');
  return JSON.parse(text) as T;
}

/** Tells the bench where this process listens, and makes it end in order when asked to, profile written. */
export function announce(port: number): void {
  process.on('SIGTERM', () => process.exit(0));
  process.on('disconnect', () => process.exit(0));
  process.send!({ port });
}

/** Announces the port of a server that listens already. */
export function announceServer(server: Server): void {
  announce((server.address() as AddressInfo).port);
}

/** Listens on any free port of the loopback address and announces it. */
export function listenAndAnnounce(server: Server): void {
  server.listen(0, '127.0.0.1', () => announceServer(server));
}
