import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkExport } from './check-export.ts';
import { parseCheckpoints } from './checkpoint.ts';
import type { AuditExport } from './export.ts';

const USAGE =
  '用法：pnpm audit:check <导出文件> [--checkpoints <另行取得的检查点文件>]：离线核对审计日志的导出，不需要平台。';
const SHOWN = 20;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { checkpoints: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error(USAGE);
  const exported = JSON.parse(await readFile(file, 'utf8')) as AuditExport;
  if (exported.format !== 1) throw new Error(`${file} 不是本程序认识的导出`);
  const published = values.checkpoints && parseCheckpoints(await readFile(values.checkpoints, 'utf8'));
  const { entries, proved, unproved, faults } = checkExport(exported, published || null);
  console.log(`核对了 ${entries} 条：${proved} 条由${published ? '另行取得的' : '导出自带的'}检查点证明。`);
  if (!published)
    console.log(
      '检查点来自导出本身，只说明前后一致。请以 --checkpoints 给出此前另行取得的检查点（/audit-checkpoints），并与公布的公钥对照。',
    );
  console.log(`签名公钥（SPKI）：${exported.publicKey}`);
  if (unproved.length > 0)
    console.log(
      `${unproved.length} 条没有检查点覆盖（太新，或早于有证明之时）：${unproved.slice(0, SHOWN).join('、')}`,
    );
  for (const fault of faults.slice(0, SHOWN)) console.error(`  ${fault}`);
  console.log(faults.length === 0 ? '没有发现问题。' : `发现 ${faults.length} 处问题：导出或日志被改动。`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
