import { migrations as apps } from '@zgt/apps/migrations.ts';
import { migrations as ecosystem } from '@zgt/ecosystem/migrations.ts';
import { migrations as operations } from '@zgt/operations/migrations.ts';
import { readConfig } from '@zgt/runtime/config.ts';
import { loadKeyRing } from '@zgt/runtime/crypto/keys.ts';
import { type DatabaseHandle, openEmbedded } from '@zgt/runtime/database/open.ts';
import { dropRights, prepareDatabase } from '@zgt/runtime/database/prepare.ts';
import { createAuth } from '@zgt/runtime/identity/auth.ts';
import { openJobQueue } from '@zgt/runtime/jobs/queue.ts';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { temporaryFolder } from './server.ts';

/** Migrates an empty database as a start of the platform does, and closes it. */
export async function prepare(handle: DatabaseHandle): Promise<void> {
  const keys = await temporaryFolder();
  const config = readConfig({ DATA_DIR: keys.path });
  const auth = createAuth(handle, config, await loadKeyRing(config.keysDir));
  await prepareDatabase(handle, auth, { ecosystem, apps, operations });
  if (handle.embedded) await dropRights(handle);
  const queue = await openJobQueue(handle, pino({ level: 'silent' }), { work: false });
  await queue.stop();
  await handle.close();
  await keys.remove();
}

async function prepareFolder() {
  const folder = await temporaryFolder();
  await prepare(await openEmbedded(folder.path));
  return folder;
}

let prepared: ReturnType<typeof prepareFolder> | undefined;
let users = 0;

/** Migrates one embedded database for the whole run; tests and the servers under test begin with copies of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  users += 1;
  prepared ??= prepareFolder();
  const folder = await prepared;
  project.provide('preparedFolder', folder.path);
  return async () => {
    users -= 1;
    if (users === 0) await folder.remove();
  };
}
