import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import type { LoadGenerator } from './measure/load.ts';
import { startLoadGenerator } from './measure/load.ts';
import type { Options } from './options.ts';

/** What all sections share: the database server, the load generator, and what has to be closed at the end. */
export interface Place {
  options: Options;
  postgres: PostgresServer;
  load: LoadGenerator;
  /** Is called at the end, the last one first, whatever happened. */
  atEnd(close: () => Promise<void> | void): void;
  leave(): Promise<void>;
}

export async function openPlace(options: Options): Promise<Place> {
  const closing: (() => Promise<void> | void)[] = [];
  const postgres = await startPostgres();
  closing.push(() => postgres.stop());
  const load = startLoadGenerator();
  closing.push(() => load.stop());
  return {
    options,
    postgres,
    load,
    atEnd: (close) => closing.push(close),
    leave: async () => {
      for (const close of closing.reverse()) await close();
      closing.length = 0;
    },
  };
}
