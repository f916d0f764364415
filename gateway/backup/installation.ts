import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, ConfigurationError } from '@zgt/runtime/config.ts';
import { type DatabaseHandle, openEmbedded, openServer } from '@zgt/runtime/database/open.ts';
import { createDocumentStore, type DocumentStore } from '@zgt/runtime/documents/document-store.ts';

/** The database that the configuration names, with the owner's rights. */
export function openDatabase({ databaseUrl, dataDir }: Config): Promise<DatabaseHandle> {
  return databaseUrl ? Promise.resolve(openServer(databaseUrl, { max: 2 })) : openEmbedded(dataDir);
}

export const documentStoreOf = ({ s3, dataDir }: Config): DocumentStore =>
  createDocumentStore(s3 ? { s3 } : { folder: `${dataDir}/documents` });

/** A command must not make what it only reads. */
export async function demandInstallation({ databaseUrl, dataDir, keysDir }: Config): Promise<void> {
  const needed = [
    join(keysDir, 'keys.json'),
    ...(databaseUrl ? [] : [join(dataDir, 'postgres', 'PG_VERSION')]),
  ];
  for (const path of needed)
    await access(path).catch(() => {
      throw new ConfigurationError(`没有找到 ${path}。请用 DATA_DIR、KEYS_DIR 指定平台正在使用的目录。`);
    });
}

/** Runs a command; what goes wrong is said in one line. */
export async function runCommand(task: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { message } = error as Error;
    console.error(error instanceof ConfigurationError ? message : `无法${task}：${message}`);
    process.exitCode = 1;
  }
}
