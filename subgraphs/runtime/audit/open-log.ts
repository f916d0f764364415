import { type Config, readConfig } from '../config.ts';
import type { DatabaseHandle } from '../database/open.ts';
import { openDatabase, requireDatabase, runCommand } from '../installation.ts';

/** Runs a command of the audit log with the owner's rights over the database; what goes wrong is said in one line. */
export function withAuditLog(
  task: string,
  work: (log: DatabaseHandle, config: Config) => Promise<void>,
): Promise<void> {
  return runCommand(task, async () => {
    const config = readConfig();
    await requireDatabase(config);
    const log = await openDatabase(config);
    try {
      await work(log, config);
    } finally {
      await log.close();
    }
  });
}
