import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, ConfigurationError, readConfig } from '../config.ts';
import { loadKeyRing } from '../crypto/keys.ts';
import { type DatabaseHandle, openEmbedded, openServer } from '../database/open.ts';
import { readCheckpoints } from './checkpoint.ts';
import { type AuditReport, verifyAudit } from './verify.ts';

/** Verifying must not make what it verifies: a folder without data is a mistake in DATA_DIR or KEYS_DIR. */
async function requireFile(path: string, variable: string): Promise<void> {
  await access(path).catch(() => {
    throw new ConfigurationError(`没有找到 ${path}。请用 ${variable} 指定平台正在使用的目录。`);
  });
}

async function openLog(config: Config): Promise<DatabaseHandle> {
  if (config.databaseUrl) return openServer(config.databaseUrl, { max: 1 });
  await requireFile(join(config.dataDir, 'postgres', 'PG_VERSION'), 'DATA_DIR');
  return openEmbedded(config.dataDir);
}

/** The report as an operator reads it. */
export function reportText({ entries, checkpoints, faults }: AuditReport): string {
  const checked = `核对了 ${entries} 条审计日志和 ${checkpoints} 个库外检查点。`;
  if (faults.length === 0) return `${checked}\n没有发现问题：日志完整，未被改动。`;
  const lines = faults.map(({ lane, seq, fault }) =>
    lane < 0 ? `  检查点 ${seq}：${fault}` : `  链 ${lane} 第 ${seq} 条：${fault}`,
  );
  return [
    checked,
    `发现 ${faults.length} 处问题：`,
    ...lines,
    '同一条链自出问题的那条起不再可信，其前面的条目仍然可信。请保全数据库和检查点文件，并从备份核对。',
  ].join('\n');
}

async function main(): Promise<void> {
  const config = readConfig();
  await requireFile(join(config.keysDir, 'keys.json'), 'KEYS_DIR');
  const keys = await loadKeyRing(config.keysDir);
  const checkpoints = await readCheckpoints(config.checkpointDir);
  const log = await openLog(config);
  try {
    const report = await verifyAudit(log.db, keys, checkpoints);
    console.log(reportText(report));
    process.exitCode = report.faults.length === 0 ? 0 : 1;
  } finally {
    await log.close();
  }
}

if (import.meta.main)
  await main().catch((error: Error) => {
    console.error(error instanceof ConfigurationError ? error.message : `无法核对审计日志：${error.message}`);
    process.exitCode = 1;
  });
