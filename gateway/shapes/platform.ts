import { migrations as apps } from '@zgt/apps/migrations.ts';
import { migrations as ecosystem } from '@zgt/ecosystem/migrations.ts';
import { migrations as operations } from '@zgt/operations/migrations.ts';
import { startClockAt } from '@zgt/runtime/clock.ts';
import type { Config } from '@zgt/runtime/config.ts';
import { type KeyRing, loadKeyRing } from '@zgt/runtime/crypto/keys.ts';
import { type DatabaseHandle, type Db, openEmbedded, openServer } from '@zgt/runtime/database/open.ts';
import { dropRights, grantJobs, prepareDatabase } from '@zgt/runtime/database/prepare.ts';
import { openReplica, type Replica } from '@zgt/runtime/database/replica.ts';
import { roleOf, type SubgraphName } from '@zgt/runtime/database/roles.ts';
import { type DocumentStore, documentStoreOf } from '@zgt/runtime/documents/document-store.ts';
import { type Auth, createAuth } from '@zgt/runtime/identity/auth.ts';
import { type JobQueue, openJobQueue } from '@zgt/runtime/jobs/queue.ts';
import { createRuntime, type Runtime } from '@zgt/runtime/runtime.ts';
import type { Logger } from 'pino';
import { createLogger } from '../logging.ts';

/** What a process stands on: the prepared database, keys, jobs; opened once and closed in reverse. */
export interface Platform {
  config: Config;
  log: Logger;
  keys: KeyRing;
  auth: Auth;
  queue: JobQueue;
  documents: DocumentStore;
  /** The database as the gateway may use it: identity and the shared registers. */
  database: DatabaseHandle;
  runtimeOf(subgraph: SubgraphName): Promise<Runtime>;
  close(): Promise<void>;
}

const PROCESS_CONNECTIONS = 4;

/** Opens, migrates and grants; on the embedded database everything shares its one connection. */
export async function openPlatform(config: Config, worksOnJobs: boolean): Promise<Platform> {
  if (config.clockStart) startClockAt(config.clockStart);
  const log = createLogger({ level: config.logLevel, name: config.role });
  const keys = await loadKeyRing(config.keysDir);
  const url = config.databaseUrl;
  const owner = url ? openServer(url, { max: PROCESS_CONNECTIONS }) : await openEmbedded(config.dataDir);
  const opened: Pick<DatabaseHandle, 'close'>[] = [owner];
  const openAs = (role: SubgraphName | 'gateway'): DatabaseHandle => {
    if (!url) return owner;
    const handle = openServer(url, { role: roleOf(role) });
    opened.push(handle);
    return handle;
  };
  const openReplicaAs = (subgraph: SubgraphName, primary: Db): Replica | null => {
    if (!config.databaseReplicaUrl) return null;
    const replica = openReplica(config.databaseReplicaUrl, primary, { role: roleOf(subgraph) });
    opened.push(replica);
    return replica;
  };
  const ownerAuth = createAuth(owner, config, keys);
  await prepareDatabase(owner, ownerAuth, { ecosystem, apps, operations });
  if (!url) await dropRights(owner);
  const queue = await openJobQueue(owner, log, { work: worksOnJobs });
  if (url) await grantJobs(owner.db);
  const database = openAs('gateway');
  const runtimes = new Map<SubgraphName, Promise<Runtime>>();
  return {
    config,
    log,
    keys,
    auth: url ? createAuth(database, config, keys) : ownerAuth,
    queue,
    documents: documentStoreOf(config),
    database,
    runtimeOf: (subgraph) => {
      const known = runtimes.get(subgraph);
      if (known) return known;
      const { db } = openAs(subgraph);
      const replica = openReplicaAs(subgraph, db);
      const made = createRuntime({ log, db, keys, publicUrl: config.publicUrl, queue, replica });
      runtimes.set(subgraph, made);
      return made;
    },
    close: async () => {
      await queue.stop();
      for (const handle of opened.reverse()) await handle.close();
    },
  };
}
