import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

export const ROLES = ['all', 'gateway', 'ecosystem', 'apps', 'operations', 'portal', 'worker'] as const;
export type Role = (typeof ROLES)[number];

const instant = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)),
    {
      message: '应为带时区的 ISO 8601 时刻，例如 2026-11-23T09:00:00+08:00',
    },
  );
const flag = z.enum(['on', 'off'], { message: '应为 on 或 off' });
const url = z.url({ message: '应为完整网址，例如 http://127.0.0.1:4001' });
const urls = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().replace(/\/$/, '')))
  .pipe(
    z.array(
      z.url({
        protocol: /^https?$/,
        message: '应为完整网址，几个之间以逗号分隔，例如 http://127.0.0.1:4001,http://127.0.0.1:4002',
      }),
    ),
  );
const networks = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isNetwork), {
    message: '应为 IP 地址或网段，几个之间以逗号分隔，例如 10.1.0.0/16,192.168.7.9',
  });
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, { message: '应以 postgres:// 开头' });

function isNetwork(text: string): boolean {
  const [address, bits, ...more] = text.split('/');
  const family = isIP(address ?? '');
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

const Environment = z.object({
  ROLE: z.enum(ROLES, { message: `应为 ${ROLES.join('、')} 之一` }).default('all'),
  PORT: z.coerce.number({ message: '应为 0 到 65535 的端口号' }).int().min(0).max(65535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URL: postgresUrl.optional(),
  PUBLIC_URL: url.optional(),
  CLOCK_START: instant.optional(),
  DEMO: flag.optional(),
  DEMO_PASSWORD: z.string().min(12, { message: '至少 12 个字符' }).optional(),
  INTROSPECTION: flag.default('on'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).optional(),
  SUBGRAPH_SECRET: z.string().min(32, { message: '至少 32 个字符，各进程相同' }).optional(),
  KEYS_DIR: z.string().min(1).optional(),
  CHECKPOINT_DIR: z.string().min(1).optional(),
  DRAIN_SECONDS: z.coerce
    .number({ message: '应为 0 到 60 的秒数' })
    .min(0, { message: '应为 0 到 60 的秒数' })
    .max(60, { message: '应为 0 到 60 的秒数' })
    .default(0),
  MONITOR_ALLOW: networks.optional(),
  MONITOR_CA: z.string().min(1).optional(),
  GATEWAY_URL: urls.optional(),
  PORTAL_URL: urls.optional(),
  ECOSYSTEM_URL: urls.optional(),
  APPS_URL: urls.optional(),
  OPERATIONS_URL: urls.optional(),
  ROUTER_URL: urls.optional(),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  HOTLINE_12345_URL: url.optional(),
  HOTLINE_12345_SECRET: z.string().min(32, { message: '至少 32 个字符，与 12345 平台约定' }).optional(),
  S3_ENDPOINT: url.optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_REGION: z.string().min(1).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
});

/** Variables that may instead be read from the file that `<name>_FILE` names, as orchestrators hand over secrets. */
export const SECRET_VARIABLES = [
  'DATABASE_URL',
  'DATABASE_REPLICA_URL',
  'SUBGRAPH_SECRET',
  'DEMO_PASSWORD',
  'OIDC_CLIENT_SECRET',
  'HOTLINE_12345_SECRET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const;

/** Every variable that `readConfig` knows. */
export const VARIABLES: readonly string[] = [
  ...Object.keys(Environment.shape),
  ...SECRET_VARIABLES.map((name) => `${name}_FILE`),
];

const DEFAULT_DEMO_PASSWORD = 'Zgt-demo-2026';

export interface Config {
  role: Role;
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | null;
  /** A streaming replica that lists may be read from. */
  databaseReplicaUrl: string | null;
  publicUrl: string;
  clockStart: string | null;
  demo: boolean;
  demoPassword: string;
  introspection: boolean;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  subgraphSecret: string | null;
  keysDir: string;
  checkpointDir: string;
  /** How long a process says that it is not ready before it stops accepting. */
  drainMs: number;
  /** Networks that are not public and may be monitored all the same. */
  monitorAllow: readonly string[];
  /** Authorities in PEM that monitoring trusts besides the public ones. */
  monitorCertificateAuthority: string | null;
  /** Where the other roles are: each process of a role has an address, or all share one. */
  urls: Record<'gateway' | 'portal' | 'ecosystem' | 'apps' | 'operations', readonly string[]>;
  /** Routers that plan and execute in the gateway's place; empty when it does so itself. */
  routerUrls: readonly string[];
  oidc: { issuer: string; clientId: string; clientSecret: string } | null;
  /** Where tickets are handed over to the 12345 platform, and what signs messages in both directions. */
  hotline: { url: string; secret: string } | null;
  s3: {
    endpoint: string;
    bucket: string;
    region: string;
    accessKeyId: string;
    secretAccessKey: string;
  } | null;
}

/** What is wrong with the environment, in words that name the variable. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** All or none of a group of variables: half a group is refused with the names that are missing. */
function group<K extends string>(
  environment: Record<string, unknown>,
  names: readonly K[],
): Record<K, string> | null {
  const missing = names.filter((name) => environment[name] === undefined);
  if (missing.length === names.length) return null;
  if (missing.length > 0)
    throw new ConfigurationError(`还缺环境变量 ${missing.join('、')}：这一组要么都给，要么都不给。`);
  return environment as Record<K, string>;
}

/** Puts each secret that was given as a file in its variable's place; every file that cannot be used is named. */
function withSecretFiles(given: Record<string, string | undefined>): Record<string, string | undefined> {
  const faults: string[] = [];
  const read = { ...given };
  for (const name of SECRET_VARIABLES) {
    const path = given[`${name}_FILE`];
    if (path === undefined) continue;
    if (given[name] !== undefined) {
      faults.push(`${name} 与 ${name}_FILE：只能给其中一个`);
      continue;
    }
    try {
      read[name] = readFileSync(path, 'utf8').trim();
      if (read[name] === '') faults.push(`${name}_FILE：文件 ${path} 是空的，应只含 ${name} 的值`);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      faults.push(`${name}_FILE：无法读取文件 ${path}（${code}），请检查路径，并让运行本程序的用户可以读取`);
    }
  }
  if (faults.length > 0) throw new ConfigurationError(`环境变量有误。\n${faults.join('\n')}`);
  return read;
}

function readAuthority(path: string | undefined): string | null {
  if (path === undefined) return null;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigurationError(
      `MONITOR_CA：无法读取证书文件 ${path}（${code}），应为 PEM 格式的签发机构证书。`,
    );
  }
}

/** Reads and validates the environment once; throws ConfigurationError naming each wrong variable. */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const given = withSecretFiles(
    Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== '')),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    // The place within a list is no help: its message names the form of the whole.
    const lines = parsed.error.issues.map((issue) => `${String(issue.path[0])}：${issue.message}`);
    throw new ConfigurationError(`环境变量有误。\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  const embedded = env.DATABASE_URL === undefined;
  const demo = env.DEMO ? env.DEMO === 'on' : embedded;
  if (env.ROLE !== 'all' && embedded)
    throw new ConfigurationError('ROLE 不是 all 时必须给出 DATABASE_URL：内嵌数据库只供单进程使用。');
  if (env.ROLE !== 'all' && !env.SUBGRAPH_SECRET)
    throw new ConfigurationError('ROLE 不是 all 时必须给出 SUBGRAPH_SECRET：网关用它向子图证明来访者身份。');
  if (env.ROLE === 'all' && env.ROUTER_URL)
    throw new ConfigurationError('ROUTER_URL 须与 ROLE=gateway 同用：单进程里没有可供路由器访问的子图地址。');
  if (env.DATABASE_REPLICA_URL && embedded)
    throw new ConfigurationError('给出 DATABASE_REPLICA_URL 时必须同时给出 DATABASE_URL：只读副本须有主库。');
  if (env.CLOCK_START && !demo && env.DEMO !== 'on')
    throw new ConfigurationError(
      'CLOCK_START 只在演示或测试（DEMO=on）时可用：正式环境的时限以真实时间为准。',
    );
  if (demo && !isLoopback(env.HOST) && !env.DEMO_PASSWORD)
    throw new ConfigurationError(
      'HOST 不是本机回环地址而演示账号开启：请用 DEMO_PASSWORD 给出自己的口令，或设 DEMO=off。',
    );
  const oidc = group(env, ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']);
  const hotline = group(env, ['HOTLINE_12345_URL', 'HOTLINE_12345_SECRET']);
  const s3 = group(env, [
    'S3_ENDPOINT',
    'S3_BUCKET',
    'S3_REGION',
    'S3_ACCESS_KEY_ID',
    'S3_SECRET_ACCESS_KEY',
  ]);
  const dataDir = resolve(env.DATA_DIR);
  const own = `http://${env.HOST === '0.0.0.0' ? '127.0.0.1' : env.HOST}:${env.PORT}`;
  return {
    role: env.ROLE,
    port: env.PORT,
    host: env.HOST,
    dataDir,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseReplicaUrl: env.DATABASE_REPLICA_URL ?? null,
    publicUrl: (env.PUBLIC_URL ?? own).replace(/\/$/, ''),
    clockStart: env.CLOCK_START ?? null,
    demo,
    demoPassword: env.DEMO_PASSWORD ?? DEFAULT_DEMO_PASSWORD,
    introspection: env.INTROSPECTION === 'on',
    // On one's own machine the terminal belongs to the person; a server's log belongs to its collector.
    logLevel: env.LOG_LEVEL ?? (embedded ? 'warn' : 'info'),
    subgraphSecret: env.SUBGRAPH_SECRET ?? null,
    keysDir: resolve(env.KEYS_DIR ?? `${dataDir}/keys`),
    checkpointDir: resolve(env.CHECKPOINT_DIR ?? `${dataDir}/checkpoints`),
    drainMs: env.DRAIN_SECONDS * 1000,
    monitorAllow: env.MONITOR_ALLOW ?? [],
    monitorCertificateAuthority: readAuthority(env.MONITOR_CA),
    urls: {
      gateway: env.GATEWAY_URL ?? [own],
      portal: env.PORTAL_URL ?? ['http://127.0.0.1:4010'],
      ecosystem: env.ECOSYSTEM_URL ?? ['http://127.0.0.1:4011'],
      apps: env.APPS_URL ?? ['http://127.0.0.1:4012'],
      operations: env.OPERATIONS_URL ?? ['http://127.0.0.1:4013'],
    },
    routerUrls: env.ROUTER_URL ?? [],
    oidc: oidc && {
      issuer: oidc.OIDC_ISSUER,
      clientId: oidc.OIDC_CLIENT_ID,
      clientSecret: oidc.OIDC_CLIENT_SECRET,
    },
    hotline: hotline && { url: hotline.HOTLINE_12345_URL, secret: hotline.HOTLINE_12345_SECRET },
    s3: s3 && {
      endpoint: s3.S3_ENDPOINT,
      bucket: s3.S3_BUCKET,
      region: s3.S3_REGION,
      accessKeyId: s3.S3_ACCESS_KEY_ID,
      secretAccessKey: s3.S3_SECRET_ACCESS_KEY,
    },
  };
}
