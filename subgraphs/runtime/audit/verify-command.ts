import { join } from 'node:path';
import { loadKeyRing } from '../crypto/keys.ts';
import { requireFile } from '../installation.ts';
import { readCheckpoints } from './checkpoint.ts';
import { withAuditLog } from './open-log.ts';
import { type AuditReport, verifyAudit } from './verify.ts';

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

if (import.meta.main)
  await withAuditLog('核对审计日志', async ({ db }, { keysDir, checkpointDir }) => {
    await requireFile(join(keysDir, 'keys.json'), 'KEYS_DIR');
    const report = await verifyAudit(db, await loadKeyRing(keysDir), await readCheckpoints(checkpointDir));
    console.log(reportText(report));
    process.exitCode = report.faults.length === 0 ? 0 : 1;
  });
