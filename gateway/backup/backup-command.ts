import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { KEYS } from '@zgt/runtime/backup/format.ts';
import { writeBackup } from '@zgt/runtime/backup/write.ts';
import { ConfigurationError, readConfig } from '@zgt/runtime/config.ts';
import { loadKeyRing } from '@zgt/runtime/crypto/keys.ts';
import { documentStoreOf } from '@zgt/runtime/documents/document-store.ts';
import { openDatabase, requireDatabase, requireFile, runCommand } from '@zgt/runtime/installation.ts';

const USAGE =
  '用法：pnpm backup <新目录> [--with-keys]：把平台的全部数据和材料备份到这个还不存在的目录；--with-keys 连同密钥文件。';

function readArguments(): { folder: string; withKeys: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'with-keys': { type: 'boolean', default: false } },
    });
    const [folder, ...more] = positionals;
    if (folder && more.length === 0) return { folder: resolve(folder), withKeys: values['with-keys'] };
  } catch {}
  throw new ConfigurationError(USAGE);
}

await runCommand('备份', async () => {
  const { folder, withKeys } = readArguments();
  if (existsSync(folder))
    throw new ConfigurationError(`${folder} 已经存在。请指定一个新目录，旧备份不会被覆盖。`);
  const config = readConfig();
  await requireFile(join(config.keysDir, KEYS), 'KEYS_DIR');
  await requireDatabase(config);
  const database = await openDatabase(config);
  try {
    const { keysDir, checkpointDir } = config;
    const source = {
      database,
      documents: documentStoreOf(config),
      keys: await loadKeyRing(keysDir),
      keysDir,
      checkpointDir,
    };
    const { tables, documents } = await writeBackup(source, folder, { withKeys });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`已备份 ${tables.length} 张表共 ${rows} 行、${documents.length} 份材料到 ${folder}。`);
    console.log(
      withKeys
        ? '备份中有密钥文件：谁得到它就能读出全部加密内容，请按密钥保管。'
        : `备份中没有密钥：请另行妥善保存 ${keysDir}/keys.json，没有它加密的内容无法恢复。`,
    );
  } finally {
    await database.close();
  }
});
