import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PartyKind } from '@zgt/schema/parties.ts';
import { pino } from 'pino';
import { now } from '../clock.ts';
import { readConfig } from '../config.ts';
import { loadKeyRing } from '../crypto/keys.ts';
import { type DatabaseHandle, openServer } from '../database/open.ts';
import { dropRights, grantJobs, prepareDatabase, type SubgraphMigrations } from '../database/prepare.ts';
import { roleOf, type SubgraphName } from '../database/roles.ts';
import { newId } from '../id.ts';
import { createAuth } from '../identity/auth.ts';
import { openJobQueue } from '../jobs/queue.ts';
import { createRuntime, type Runtime } from '../runtime.ts';
import { ANONYMOUS, type RequestContext, type Viewer } from '../viewer.ts';
import { borrowDatabase } from './lent-database.ts';

export interface TestRuntime extends Runtime {
  pool: DatabaseHandle['pool'];
  /** Registers an organisation and returns a member of it who may act. */
  member(party: PartyKind, roles: readonly string[], organizationId?: string): Promise<Viewer>;
  close(): Promise<void>;
}

/** An empty database on a server to test on, what to make of it, and the subgraph whose rights the runtime has there. */
export interface TestServer {
  url: string;
  subgraph: SubgraphName;
  migrations: Partial<SubgraphMigrations>;
}

/** A real database for tests: an embedded one with every subgraph's tables, for this test alone; or a server's. */
export async function openTestRuntime(server: TestServer | null = null): Promise<TestRuntime> {
  const folder = await mkdtemp(join(tmpdir(), 'zgt-test-'));
  const config = readConfig({ DATA_DIR: folder });
  const log = pino({ level: 'silent' });
  const keys = await loadKeyRing(config.keysDir);
  const owner = server ? openServer(server.url, { max: 2 }) : await borrowDatabase();
  if (server) {
    const migrations = { ecosystem: {}, apps: {}, operations: {}, ...server.migrations };
    await prepareDatabase(owner, createAuth(owner, config, keys), migrations);
  } else {
    await dropRights(owner);
  }
  const queue = await openJobQueue(owner, log, { work: true });
  if (server) await grantJobs(owner.db);
  const handle = server ? openServer(server.url, { role: roleOf(server.subgraph) }) : owner;
  const runtime = await createRuntime({ log, db: handle.db, keys, publicUrl: config.publicUrl, queue });
  return {
    ...runtime,
    pool: handle.pool,
    member: async (party, roles, organizationId) => {
      const id = organizationId ?? newId();
      if (!organizationId)
        await handle.db
          .insertInto('runtime.organization')
          .values({
            id,
            party,
            name: `${party} ${id.slice(-4)}`,
            unifiedSocialCreditCode: null,
            regionCode: null,
            status: 'ACTIVE',
            createdAt: now(),
          })
          .execute();
      return {
        ...ANONYMOUS,
        accountId: `account-${newId()}`,
        accountName: '测试人员',
        organizationId: id,
        organizationName: party,
        party,
        roles,
        via: 'SESSION',
        realNameVerified: true,
        undertakingAccepted: true,
        secondFactor: true,
      };
    },
    close: async () => {
      await queue.stop();
      await handle.close();
      if (handle !== owner) await owner.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A request by a viewer, as the gateway would hand it on. */
export function requestBy(viewer: Viewer, idempotencyKey: string | null = null): RequestContext {
  return { viewer, requestId: newId(), idempotencyKey };
}
