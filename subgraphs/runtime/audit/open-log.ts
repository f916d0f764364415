import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, ConfigurationError, readConfig } from '../config.ts';
import { type DatabaseHandle, openEmbedded, openServer } from '../database/open.ts';

/** A command must not make what it works on: a folder without data is a mistake in DATA_DIR or KEYS_DIR. */
export async function requireFile(path: string, variable: string): Promise<void> {
  await access(path).catch(() => {
    throw new ConfigurationError(`没有找到 ${path}。请用 ${variable} 指定平台正在使用的目录。`);
  });
}

async function openLog(config: Config): Promise<DatabaseHandle> {
  if (config.databaseUrl) return openServer(config.databaseUrl, { max: 1 });
  await requireFile(join(config.dataDir, 'postgres', 'PG_VERSION'), 'DATA_DIR');
  return openEmbedded(config.dataDir);
}

/** Runs a command of the audit log with the owner's rights over the database; what goes wrong is said in one line. */
export async function withAuditLog(
  task: string,
  work: (log: DatabaseHandle, config: Config) => Promise<void>,
): Promise<void> {
  try {
    const config = readConfig();
    const log = await openLog(config);
    try {
      await work(log, config);
    } finally {
      await log.close();
    }
  } catch (error) {
    const { message } = error as Error;
    console.error(error instanceof ConfigurationError ? message : `无法${task}：${message}`);
    process.exitCode = 1;
  }
}
