import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, ConfigurationError } from './config.ts';
import { type DatabaseHandle, openEmbedded, openServer } from './database/open.ts';

/** A command must not make what it works on: a folder without data is a mistake in DATA_DIR or KEYS_DIR. */
export async function requireFile(path: string, variable: string): Promise<void> {
  await access(path).catch(() => {
    throw new ConfigurationError(`没有找到 ${path}。请用 ${variable} 指定平台正在使用的目录。`);
  });
}

/** Refuses a configuration that names no embedded database in use; a server answers for itself. */
export async function requireDatabase({ databaseUrl, dataDir }: Config): Promise<void> {
  if (!databaseUrl) await requireFile(join(dataDir, 'postgres', 'PG_VERSION'), 'DATA_DIR');
}

/** The database that the configuration names, with the owner's rights, for one command; preparing it takes a second connection. */
export async function openDatabase({ databaseUrl, dataDir }: Config): Promise<DatabaseHandle> {
  return databaseUrl ? openServer(databaseUrl, { max: 2 }) : openEmbedded(dataDir);
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
