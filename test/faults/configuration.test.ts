import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';
import { START } from '../harness/start-command.ts';

const NOWHERE = 'postgres://nobody@127.0.0.1:1/none';
const SECRET = 'a-secret-that-every-process-knows-01';

function start(environment: Record<string, string>): Promise<{ code: number; output: string }> {
  const env = { PATH: process.env.PATH, DATA_DIR: '/nonexistent/zgt', ...environment };
  return new Promise((done) =>
    execFile(process.execPath, [START], { env, timeout: 30_000 }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    ),
  );
}

it.each([
  ['PORT', { PORT: '70000' }, 'PORT'],
  ['PORT in letters', { PORT: 'http' }, 'PORT：应为 0 到 65535 的端口号'],
  [
    'ROLE',
    { ROLE: 'everything' },
    'ROLE：应为 all、gateway、ecosystem、apps、operations、portal、worker 之一',
  ],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/zgt' }, 'DATABASE_URL：应以 postgres:// 开头'],
  ['PUBLIC_URL', { PUBLIC_URL: 'zgt.example' }, 'PUBLIC_URL：应为完整网址'],
  ['DEMO', { DEMO: 'yes' }, 'DEMO：应为 on 或 off'],
  [
    'CLOCK_START without offset',
    { CLOCK_START: '2026-11-23T09:00:00' },
    'CLOCK_START：应为带时区的 ISO 8601 时刻',
  ],
  ['SUBGRAPH_SECRET', { SUBGRAPH_SECRET: 'short' }, 'SUBGRAPH_SECRET：至少 32 个字符'],
  ['DEMO_PASSWORD', { DEMO_PASSWORD: 'short' }, 'DEMO_PASSWORD：至少 12 个字符'],
  ['a role on the embedded database', { ROLE: 'worker' }, 'ROLE 不是 all 时必须给出 DATABASE_URL'],
  ['a role without the secret', { ROLE: 'gateway', DATABASE_URL: NOWHERE }, '必须给出 SUBGRAPH_SECRET'],
  [
    'half of the S3 settings',
    { S3_BUCKET: 'documents' },
    '还缺环境变量 S3_ENDPOINT、S3_REGION、S3_ACCESS_KEY_ID、S3_SECRET_ACCESS_KEY',
  ],
  [
    'half of the OIDC settings',
    { OIDC_ISSUER: 'https://id.example' },
    '还缺环境变量 OIDC_CLIENT_ID、OIDC_CLIENT_SECRET',
  ],
  [
    'demonstration accounts open to the network',
    { HOST: '0.0.0.0' },
    '请用 DEMO_PASSWORD 给出自己的口令，或设 DEMO=off',
  ],
  [
    'a clock of one’s own in earnest',
    { DATABASE_URL: NOWHERE, CLOCK_START: '2026-11-23T09:00:00+08:00' },
    'CLOCK_START 只在演示或测试（DEMO=on）时可用',
  ],
])('says what is wrong and how to mend it: %s', async (_, environment, message) => {
  const { code, output } = await start(environment as Record<string, string>);
  expect(output).toContain(message);
  expect(output).not.toContain('    at ');
  expect(code).toBe(1);
});

it('names every wrong variable at once', async () => {
  const { output } = await start({ PORT: '-1', DEMO: 'maybe', LOG_LEVEL: 'loud' });
  for (const name of ['PORT：', 'DEMO：', 'LOG_LEVEL：']) expect(output).toContain(name);
});

it('ends with the reason when the database cannot be reached', async () => {
  const { code, output } = await start({ ROLE: 'worker', DATABASE_URL: NOWHERE, SUBGRAPH_SECRET: SECRET });
  expect(code).toBe(1);
  expect(output).toContain('ECONNREFUSED');
});
