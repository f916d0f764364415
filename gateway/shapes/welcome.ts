import { DEMONSTRATION_SIGN_INS } from '@zgt/demo/sign-ins.ts';
import type { Config } from '@zgt/runtime/config.ts';

/** What the operator reads at start: addresses, and how to sign in to the demonstration. */
export function welcome(config: Config): string {
  if (config.role !== 'all' && config.role !== 'gateway') return `智桂通 ${config.role} 已就绪`;
  const lines = [
    '',
    '  智桂通开放生态平台 已就绪 / ready',
    '',
    `  门户 portal     ${config.publicUrl}/`,
    `  接口 GraphQL    ${config.publicUrl}/graphql   调试 explorer ${config.publicUrl}/graphiql`,
    `  健康 health     ${config.publicUrl}/healthz  ${config.publicUrl}/readyz  ${config.publicUrl}/metrics`,
    `  数据 data       ${config.databaseUrl ? 'PostgreSQL' : config.dataDir}`,
  ];
  if (config.demo) {
    lines.push('', `  演示账号 demonstration sign-ins（口令 password: ${config.demoPassword}）`);
    for (const { username, description } of DEMONSTRATION_SIGN_INS)
      lines.push(`    ${username.padEnd(10)} ${description}`);
  }
  return `${lines.join('\n')}\n`;
}
