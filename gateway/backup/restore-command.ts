import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { migrations as apps } from '@zgt/apps/migrations.ts';
import { migrations as ecosystem } from '@zgt/ecosystem/migrations.ts';
import { migrations as operations } from '@zgt/operations/migrations.ts';
import { readCheckpoints } from '@zgt/runtime/audit/checkpoint.ts';
import { verifyAudit } from '@zgt/runtime/audit/verify.ts';
import { reportText } from '@zgt/runtime/audit/verify-command.ts';
import { demandWhole, KEYS, readManifest } from '@zgt/runtime/backup/format.ts';
import { restoreBackup } from '@zgt/runtime/backup/restore.ts';
import { ConfigurationError, readConfig } from '@zgt/runtime/config.ts';
import { loadKeyRing } from '@zgt/runtime/crypto/keys.ts';
import { prepareDatabase, withDroppedRights } from '@zgt/runtime/database/prepare.ts';
import { documentStoreOf } from '@zgt/runtime/documents/document-store.ts';
import { createAuth } from '@zgt/runtime/identity/auth.ts';
import { openDatabase, runCommand } from '@zgt/runtime/installation.ts';
import { openJobQueue } from '@zgt/runtime/jobs/queue.ts';
import { createLogger } from '../logging.ts';

/** Keys are put in place before anything else: without them an installation would make keys of its own. */
async function placeKeys(folder: string, keysDir: string): Promise<void> {
  const place = join(keysDir, KEYS);
  if (existsSync(place)) return;
  const kept = join(folder, KEYS);
  if (!existsSync(kept))
    throw new ConfigurationError(`没有找到 ${place}，备份中也没有密钥。请先放回做备份时的 keys.json。`);
  await mkdir(keysDir, { recursive: true, mode: 0o700 });
  await copyFile(kept, place);
}

await runCommand('恢复', async () => {
  const [given, ...more] = process.argv.slice(2);
  if (!given || more.length > 0)
    throw new ConfigurationError(
      '用法：pnpm restore <备份目录>：把备份恢复到 DATA_DIR 或 DATABASE_URL 指定的空库。',
    );
  const folder = resolve(given);
  const manifest = await readManifest(folder);
  await demandWhole(folder, manifest);
  const config = readConfig();
  await placeKeys(folder, config.keysDir);
  const keys = await loadKeyRing(config.keysDir);
  const database = await openDatabase(config);
  try {
    const log = createLogger({ level: 'error', name: 'restore' });
    await prepareDatabase(database, createAuth(database, config, keys), { ecosystem, apps, operations });
    await withDroppedRights(database, async () => {
      const queue = await openJobQueue(database, log, { work: false });
      await queue.stop();
    });
    const { checkpointDir } = config;
    await restoreBackup(
      { database, documents: documentStoreOf(config), keys, checkpointDir },
      folder,
      manifest,
    );
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`已恢复 ${manifest.at} 的 ${rows} 行数据和 ${manifest.documents.length} 份材料。`);
    const report = await verifyAudit(database.db, keys, await readCheckpoints(checkpointDir));
    console.log(reportText(report));
    process.exitCode = report.faults.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
});
