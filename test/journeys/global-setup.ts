import { openServer } from '@zgt/runtime/database/open.ts';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../harness/postgres.ts';
import { prepare } from '../harness/prepared-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database on the run's server that every migration has run on, to be copied; nobody stays connected to it. */
    preparedDatabaseUrl: string;
  }
}

/** One PostgreSQL server for the whole run; each server under test gets a database of its own on it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  const url = await postgres.createDatabase();
  await prepare(openServer(url, { max: 2 }));
  project.provide('preparedDatabaseUrl', url);
  return () => postgres.stop();
}
