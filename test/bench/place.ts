import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import type { LoadGenerator } from './measure/load.ts';
import { startLoadGenerator } from './measure/load.ts';
import type { Options } from './options.ts';

/** What all sections share: the database server, the load generator, and what has to be closed at the end. */
export interface Place {
  options: Options;
  postgres: PostgresServer;
  load: LoadGenerator;
  /** What was begun once for all sections, by its name. */
  shared: Map<string, Promise<unknown>>;
  /** Is called at the end of the section, the last one first, whatever happened. */
  atEnd(close: () => Promise<void> | void): void;
  /** Is called when all sections are over. */
  atLeave(close: () => Promise<void> | void): void;
  /** Closes what the section opened, so that the next one has the machine to itself. */
  endSection(): Promise<void>;
  leave(): Promise<void>;
}

const MAX_CONNECTIONS = 400;

export async function openPlace(options: Options): Promise<Place> {
  const closing: (() => Promise<void> | void)[] = [];
  const leaving: (() => Promise<void> | void)[] = [];
  const endSection = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  // All targets of a section run at once, each with a pool of its own.
  const postgres = await startPostgres(MAX_CONNECTIONS);
  const load = startLoadGenerator();
  return {
    options,
    postgres,
    load,
    shared: new Map(),
    atEnd: (close) => closing.push(close),
    atLeave: (close) => leaving.push(close),
    endSection,
    leave: async () => {
      await endSection();
      for (const close of leaving.reverse()) await close();
      await load.stop();
      await postgres.stop();
    },
  };
}
