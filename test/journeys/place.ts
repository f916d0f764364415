import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import pg from 'pg';
import { inject } from 'vitest';
import { freePort, type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';

/** Every journey runs on both. */
export const DATABASES = ['PGlite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

/** Long enough for a start with its seed on a busy machine. */
export const START_MS = 120_000;

let databases = 0;

async function createDatabase(): Promise<string> {
  const url = new URL(inject('preparedDatabaseUrl'));
  const prepared = url.pathname.slice(1);
  databases += 1;
  const name = `journey_${process.pid}_${databases}`;
  url.pathname = '/postgres';
  const connection = new pg.Client({ connectionString: url.href });
  await connection.connect();
  await connection.query(`create database ${name} template ${prepared}`);
  await connection.end();
  url.pathname = `/${name}`;
  return url.href;
}

/** A platform with its own data and a fixed address: it can be stopped and started again at another time. */
export interface Place {
  url: string;
  /** How long the last start took; a test that has to be there before an instant starts that much earlier. */
  startTook: number;
  /** Starts the platform at an instant; one that runs is stopped first. */
  startAt(clockStart: string): Promise<void>;
  /** Stops the platform and forgets its data. */
  leave(): Promise<void>;
}

/** Prepares a place for the platform on the given database, with settings of its own; nothing runs yet. */
export async function openPlace(
  database: DatabaseKind,
  settings: Readonly<Record<string, string>> = {},
): Promise<Place> {
  const folder = await temporaryFolder();
  if (database === 'PGlite') await copyPreparedDatabase(folder.path);
  const port = await freePort();
  const environment: Record<string, string> = {
    ...settings,
    PORT: String(port),
    DATA_DIR: folder.path,
    ...(database === 'PostgreSQL' && { DATABASE_URL: await createDatabase(), DEMO: 'on' }),
  };
  let running: RunningServer | null = null;
  const stop = async () => {
    await running?.stop();
    // At this level the log holds faults alone: they belong to the report of the test that caused them.
    const faults =
      running
        ?.output()
        .split('\n')
        .filter((line) => line.startsWith('{')) ?? [];
    if (faults.length > 0) console.error(faults.join('\n'));
    running = null;
  };
  const place: Place = {
    url: `http://127.0.0.1:${port}`,
    startTook: 0,
    startAt: async (clockStart) => {
      await stop();
      const began = performance.now();
      running = await startServer({ ...environment, CLOCK_START: clockStart });
      place.startTook = performance.now() - began;
    },
    leave: async () => {
      await stop();
      await folder.remove();
    },
  };
  return place;
}
