import { ConfigurationError } from '../config.ts';
import { systemRequest } from '../viewer.ts';
import { withAuditLog } from './open-log.ts';
import { dropAuditMonths } from './retention.ts';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

await withAuditLog('清除审计日志', async ({ db }) => {
  const month = process.argv[2] ?? '';
  if (!MONTH.test(month))
    throw new ConfigurationError(
      '用法：pnpm audit:purge <年-月>，例如 2021-06：清除该月之前各月的审计日志。',
    );
  const context = systemRequest();
  const { months, refusal } = await dropAuditMonths(db, context, new Date(`${month}-01T00:00:00Z`));
  if (refusal) throw new ConfigurationError(`${refusal.message}${refusal.remedy}`);
  console.log(months.length > 0 ? `已清除 ${months.join('、')} 的审计日志。` : '没有可以清除的月份。');
});
