import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig, SECRET_VARIABLES, VARIABLES } from './config.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zgt-config-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('what may be monitored', () => {
  it('is networks, none unless they are named', () => {
    expect(readConfig({}).monitorAllow).toEqual([]);
    expect(readConfig({ MONITOR_ALLOW: '10.1.0.0/16, ::1' }).monitorAllow).toEqual(['10.1.0.0/16', '::1']);
  });

  it.each(['localhost', '10.1.0.0/33', '10.1.0.0/16/2', '10.1.0.0/x'])('not %s', (value) => {
    expect(() => readConfig({ MONITOR_ALLOW: value })).toThrow('MONITOR_ALLOW');
  });

  it('trusts further authorities from a file that can be read', async () => {
    const path = await file('authority.pem', 'certificate');
    expect(readConfig({ MONITOR_CA: path }).monitorCertificateAuthority).toBe('certificate');
    expect(() => readConfig({ MONITOR_CA: join(folder, 'missing.pem') })).toThrow('MONITOR_CA');
  });
});

describe('addresses', () => {
  it('are one or several, with or without spaces and a closing slash', () => {
    const { urls, routerUrls } = readConfig({
      ECOSYSTEM_URL: 'http://a:4001, http://b:4001/',
      PORTAL_URL: 'http://portal:4000',
    });
    expect(urls.ecosystem).toEqual(['http://a:4001', 'http://b:4001']);
    expect(urls.portal).toEqual(['http://portal:4000']);
    expect(urls.apps).toEqual(['http://127.0.0.1:4012']);
    expect(routerUrls).toEqual([]);
  });

  it.each(['http://a:4001,b:4001', 'http://a:4001,', 'ftp://a:4001'])(
    'refuse %s and show the form',
    (text) => {
      expect(() => readConfig({ APPS_URL: text })).toThrow(
        'APPS_URL：应为完整网址，几个之间以逗号分隔，例如 http://127.0.0.1:4001,http://127.0.0.1:4002',
      );
    },
  );
});

describe('a secret in a file', () => {
  it('is its content without the closing line break', async () => {
    const config = readConfig({
      DATABASE_URL_FILE: await file('database', 'postgres://zgt:pass@db/zgt\n'),
      DATABASE_REPLICA_URL_FILE: await file('replica', 'postgres://zgt:pass@replica/zgt'),
      SUBGRAPH_SECRET_FILE: await file('secret', 'a-secret-that-every-process-knows-01\n'),
    });
    expect(config.databaseUrl).toBe('postgres://zgt:pass@db/zgt');
    expect(config.databaseReplicaUrl).toBe('postgres://zgt:pass@replica/zgt');
    expect(config.subgraphSecret).toBe('a-secret-that-every-process-knows-01');
  });

  it('is checked like the variable itself, by the variable’s name', async () => {
    const path = await file('short', 'short');
    expect(() => readConfig({ SUBGRAPH_SECRET_FILE: path })).toThrow('SUBGRAPH_SECRET：至少 32 个字符');
  });

  it('is refused beside the variable, when missing, and when empty, all at once and without its content', async () => {
    const wrong = () =>
      readConfig({
        DATABASE_URL: 'postgres://zgt:pass@db/zgt',
        DATABASE_URL_FILE: '/anywhere',
        SUBGRAPH_SECRET_FILE: join(folder, 'nowhere'),
        OIDC_CLIENT_SECRET_FILE: join(folder, 'empty'),
      });
    await file('empty', '\n');
    expect(wrong).toThrow('DATABASE_URL 与 DATABASE_URL_FILE：只能给其中一个');
    expect(wrong).toThrow(`SUBGRAPH_SECRET_FILE：无法读取文件 ${join(folder, 'nowhere')}（ENOENT）`);
    expect(wrong).toThrow(`OIDC_CLIENT_SECRET_FILE：文件 ${join(folder, 'empty')} 是空的`);
    expect(wrong).not.toThrow('pass@db');
  });

  it('exists for every secret', () => {
    for (const name of SECRET_VARIABLES) expect(VARIABLES).toContain(`${name}_FILE`);
    expect(VARIABLES).toContain('ROUTER_URL');
  });
});

it.each(['-1', '61', 'soon'])('refuses %s as seconds of draining', (text) => {
  expect(() => readConfig({ DRAIN_SECONDS: text })).toThrow('DRAIN_SECONDS：应为 0 到 60 的秒数');
});

it('refuses a router in front of one process', () => {
  expect(() => readConfig({ ROUTER_URL: 'http://router:4000/graphql' })).toThrow(
    'ROUTER_URL 须与 ROLE=gateway 同用',
  );
});

it('refuses a replica without its primary', () => {
  expect(() => readConfig({ DATABASE_REPLICA_URL: 'postgres://replica/zgt' })).toThrow(
    '给出 DATABASE_REPLICA_URL 时必须同时给出 DATABASE_URL',
  );
});
