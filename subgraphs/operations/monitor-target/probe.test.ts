import { readFile } from 'node:fs/promises';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net';
import { now } from '@zgt/runtime/clock.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressFault } from './address.ts';
import { addressGuard } from './address-guard.ts';
import { probe } from './probe.ts';

const testing = (name: string) => readFile(new URL(`./testing/${name}`, import.meta.url), 'utf8');
const DAY_MS = 86_400_000;
const LOOPBACK = addressGuard(['127.0.0.0/8', '::1']);

const servers: Server[] = [];
const portOf = async (server: Server): Promise<number> => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

let certificate: string;
let ports: { web: number; secure: number; mute: number };
let answers: string[] = [];
beforeAll(async () => {
  certificate = await testing('localhost.crt.pem');
  const key = await testing('localhost.key.pem');
  ports = {
    web: await portOf(
      createHttp(({ url }, response) => {
        answers.push(url!);
        if (url === '/away')
          return response.writeHead(302, { location: `http://127.0.0.1:${ports.web}/home` }).end();
        response.writeHead(url === '/broken' ? 500 : 200).end('ok');
      }) as unknown as Server,
    ),
    secure: await portOf(
      createHttps({ cert: certificate, key }, (_, response) => response.end('ok')) as never,
    ),
    // Takes connections and never says a word.
    mute: await portOf(createTcp((socket) => socket.on('error', () => undefined).resume())),
  };
});
afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))));

const check = (
  kind: 'HTTP' | 'TCP' | 'CERTIFICATE',
  address: string,
  more: object = {},
  options: object = {},
) =>
  probe({ probe: kind, address, timeoutSeconds: 1, warnDays: 30, ...more }, now(), {
    guard: LOOPBACK,
    ...options,
  });

describe('a check by HTTP [duty 60.1]', () => {
  it.each([
    ['/', true, 'HTTP 200'],
    ['/broken', false, 'HTTP 500'],
    ['/away', true, 'HTTP 302'],
  ])('of %s', async (path, ok, note) => {
    answers = [];
    const seen = await check('HTTP', `http://127.0.0.1:${ports.web}${path}`);
    expect(seen).toMatchObject({ ok, note });
    expect(seen.latencyMs).toBeGreaterThanOrEqual(0);
    // A redirect is an answer; nothing is asked of where it leads.
    expect(answers).toEqual([path]);
  });

  it('fails on what does not answer in time, and on what refuses', async () => {
    expect(await check('HTTP', `http://127.0.0.1:${ports.mute}/`)).toEqual({
      ok: false,
      latencyMs: null,
      note: '超时没有应答（ABORT_ERR）',
    });
    const free = await portOf(createTcp());
    await new Promise((resolve) => servers.pop()!.close(resolve));
    expect((await check('HTTP', `http://127.0.0.1:${free}/`)).note).toBe('连接被拒绝（ECONNREFUSED）');
  });

  it('trusts a certificate by the authority that it is given, and no other', async () => {
    const address = `https://localhost:${ports.secure}/`;
    expect(await check('HTTP', address)).toMatchObject({
      ok: false,
      note: expect.stringContaining('签发机构'),
    });
    expect(await check('HTTP', address, {}, { certificateAuthority: certificate })).toMatchObject({
      ok: true,
    });
  });
});

it('a check by TCP connects [duty 60.1]', async () => {
  expect(await check('TCP', `localhost:${ports.mute}`)).toMatchObject({ ok: true, note: '已连接' });
});

describe('a check of a certificate [duty 60.1]', () => {
  const at = (daysBeforeEnd: number, more: object = {}) =>
    probe(
      {
        probe: 'CERTIFICATE',
        address: `localhost:${ports.secure}`,
        timeoutSeconds: 2,
        warnDays: 30,
        ...more,
      },
      new Date(validTo.getTime() - daysBeforeEnd * DAY_MS),
      { guard: LOOPBACK, certificateAuthority: certificate },
    );
  let validTo: Date;
  beforeAll(async () => {
    const { X509Certificate } = await import('node:crypto');
    validTo = new Date(new X509Certificate(certificate).validTo);
  });

  it.each([
    [31, true, '证书还有 31 天到期'],
    [30, true, '证书还有 30 天到期'],
    [29, false, '证书还有 29 天到期'],
    [-1, false, '证书已经过期'],
  ])('%i days before its end', async (days, ok, note) => {
    expect(await at(days)).toMatchObject({ ok, note });
  });

  it('that nobody vouches for fails', async () => {
    const seen = await check('CERTIFICATE', `localhost:${ports.secure}`);
    expect(seen).toMatchObject({ ok: false, note: expect.stringContaining('签发机构') });
  });
});

describe('no check reaches into networks of our own unless they are named', () => {
  const closed = addressGuard([]);
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    'localhost',
  ])('%s', (address) => {
    expect(closed.allows(address)).toBe(false);
  });

  it.each(['1.2.4.8', '172.32.0.1', '2400:3200::1'])('%s is public', (address) => {
    expect(closed.allows(address)).toBe(true);
  });

  it('opens what the configuration names, and no more', () => {
    const guard = addressGuard(['10.1.0.0/16', '192.168.7.9']);
    expect(['10.1.2.3', '10.2.0.1', '192.168.7.9', '192.168.7.8'].map(guard.allows)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it.each([
    ['HTTP', () => `http://127.0.0.1:${ports.web}/`],
    ['HTTP', () => `http://localhost:${ports.web}/`],
    ['HTTP', () => `http://[::1]:${ports.web}/`],
    ['HTTP', () => `http://2130706433:${ports.web}/`],
    ['TCP', () => `127.0.0.1:${ports.mute}`],
    ['TCP', () => `localhost:${ports.mute}`],
    ['CERTIFICATE', () => `localhost:${ports.secure}`],
  ] as const)('%s does not even connect', async (kind, address) => {
    answers = [];
    expect(await check(kind, address(), {}, { guard: closed })).toEqual({
      ok: false,
      latencyMs: null,
      note: '地址在内部网络中，不允许检查',
    });
    expect(answers).toEqual([]);
  });
});

describe('an address fits its kind of check', () => {
  it.each([
    ['HTTP', 'https://www.gx.gov.cn/', null],
    ['HTTP', 'ftp://www.gx.gov.cn/', '网址'],
    ['HTTP', 'https://user:secret@www.gx.gov.cn/', '口令'],
    ['HTTP', null, '必填'],
    ['TCP', 'www.gx.gov.cn:443', null],
    ['TCP', '[2400:3200::1]:53', null],
    ['TCP', 'www.gx.gov.cn', '端口'],
    ['CERTIFICATE', 'www.gx.gov.cn:70000', '端口'],
    ['MANUAL', null, null],
    ['MANUAL', 'www.gx.gov.cn:443', '不填'],
  ] as const)('%s %s', (kind, address, fault) => {
    const said = addressFault(kind, address);
    if (fault === null) expect(said).toBeNull();
    else expect(said).toContain(fault);
  });
});
