import { migrations as apps } from '@zgt/apps/migrations.ts';
import { migrations as ecosystem } from '@zgt/ecosystem/migrations.ts';
import { migrations as operations } from '@zgt/operations/migrations.ts';
import { now } from '@zgt/runtime/clock.ts';
import { readConfig } from '@zgt/runtime/config.ts';
import { type KeyRing, loadKeyRing } from '@zgt/runtime/crypto/keys.ts';
import { type DatabaseHandle, openServer, queriesOver } from '@zgt/runtime/database/open.ts';
import { prepareDatabase } from '@zgt/runtime/database/prepare.ts';
import { roleOf, type SubgraphName } from '@zgt/runtime/database/roles.ts';
import { sharingPool } from '@zgt/runtime/database/sharing-pool.ts';
import { type Auth, createAuth } from '@zgt/runtime/identity/auth.ts';
import { stateNames } from '@zgt/runtime/lifecycle/declaration.ts';
import { createRuntime, type Runtime } from '@zgt/runtime/runtime.ts';
import { inWaves } from '@zgt/runtime/testing/in-waves.ts';
import { recordStatements } from '@zgt/runtime/testing/record-statements.ts';
import { pino } from 'pino';
import { REGISTERS } from '../contract/registers.ts';
import { insertManyRows, type ManyRows } from './many-rows.ts';
import type { PostgresServer } from './postgres.ts';
import { temporaryFolder } from './server.ts';

/** A migrated database on a server, filled with many rows. */
export interface FilledDatabase {
  parties: ManyRows;
  keys: KeyRing;
  /** Connections with the owner's rights. */
  owner: DatabaseHandle;
  auth: Auth;
  /** A subgraph's own runtime with its role's rights, answered in waves, and the texts of all statements that it runs. */
  subgraph(name: SubgraphName): Promise<{ runtime: Runtime; statements: string[] }>;
  close(): Promise<void>;
}

/** Migrates a new database and fills it; see `insertManyRows` for how much of what there will be. */
export async function openFilled(
  server: PostgresServer,
  amount: { rows: number; others?: number },
): Promise<FilledDatabase> {
  const folder = await temporaryFolder();
  const url = await server.createDatabase();
  const config = readConfig({ DATA_DIR: folder.path, DATABASE_URL: url });
  const keys = await loadKeyRing(config.keysDir);
  const owner = openServer(url, { max: 4 });
  const auth = createAuth(owner, config, keys);
  await prepareDatabase(owner, auth, { ecosystem, apps, operations });
  const registers = REGISTERS.map(({ noun }) => ({
    table: noun.table,
    states: stateNames(noun.lifecycle),
  }));
  const parties = await insertManyRows(owner.pool, { registers, until: now(), ...amount });
  const opened: DatabaseHandle[] = [owner];
  return {
    parties,
    keys,
    owner,
    auth,
    subgraph: async (name) => {
      const handle = openServer(url, { role: roleOf(name), max: 4 });
      opened.push(handle);
      const statements = recordStatements(handle.pool);
      const runtime = await createRuntime({
        log: pino({ level: 'silent' }),
        db: queriesOver(inWaves(sharingPool(handle.pool, 2))),
        keys,
        publicUrl: config.publicUrl,
        queue: {
          eventStatement: () => Promise.reject(new Error('this database is only read')),
          alarmStatement: () => Promise.reject(new Error('this database is only read')),
        },
      });
      return { runtime, statements };
    },
    close: async () => {
      for (const handle of opened.reverse()) await handle.close();
      await folder.remove();
    },
  };
}
