import { execFile } from 'node:child_process';
import { sign, verify } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decryptField, encryptField } from './field-encryption.ts';
import { addFieldKey, loadKeyRing } from './keys.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the first load makes all keys, for the owner alone, and the next loads the same', async () => {
  const dir = join(folder, 'data', 'keys');
  const made = await loadKeyRing(dir);
  expect(await readdir(dir)).toEqual(['keys.json']);
  expect((await stat(dir)).mode & 0o777).toBe(0o700);
  expect((await stat(join(dir, 'keys.json'))).mode & 0o777).toBe(0o600);
  expect(made.masterKey.keys.get(made.masterKey.newest)).toHaveLength(16);
  expect(made.signing.publicKey).toMatch(/^04[0-9a-f]{128}$/);
  expect(Buffer.from(made.sessionSecret, 'base64url')).toHaveLength(32);
  expect(made.subgraphSecret).not.toBe(made.sessionSecret);

  const loaded = await loadKeyRing(dir);
  expect(loaded.masterKey).toEqual(made.masterKey);
  expect(loaded.signing).toEqual(made.signing);
  expect(loaded.sessionSecret).toBe(made.sessionSecret);
  expect(loaded.subgraphSecret).toBe(made.subgraphSecret);
  expect(loaded.checkpoint.keyId).toBe(made.checkpoint.keyId);
  const signature = sign(null, Buffer.from('checkpoint'), made.checkpoint.privateKey);
  expect(verify(null, Buffer.from('checkpoint'), loaded.checkpoint.publicKey, signature)).toBe(true);
});

test('two installations share no key', async () => {
  const [one, other] = await Promise.all([
    loadKeyRing(join(folder, 'one')),
    loadKeyRing(join(folder, 'other')),
  ]);
  expect(one.signing.keyId).not.toBe(other.signing.keyId);
  expect(one.checkpoint.keyId).not.toBe(other.checkpoint.keyId);
  expect(one.sessionSecret).not.toBe(other.sessionSecret);
});

test('processes that start at once end with the same keys', async () => {
  const program = `import { loadKeyRing } from ${JSON.stringify(new URL('./keys.ts', import.meta.url).href)};
    const ring = await loadKeyRing(process.argv[1]);
    console.log(ring.sessionSecret, ring.signing.keyId, ring.masterKey.newest, ring.checkpoint.keyId);`;
  const start = () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, join(folder, 'keys')]);
  const [here, ...others] = await Promise.all([
    Promise.all(Array.from({ length: 8 }, () => loadKeyRing(join(folder, 'keys')))),
    start(),
    start(),
    start(),
  ]);
  const lines = new Set(others.map(({ stdout }) => stdout.trim()));
  for (const ring of here) {
    lines.add(
      `${ring.sessionSecret} ${ring.signing.keyId} ${ring.masterKey.newest} ${ring.checkpoint.keyId}`,
    );
  }
  expect(lines.size).toBe(1);
  expect(await readdir(join(folder, 'keys'))).toEqual(['keys.json']);
}, 30_000);

test('loads that overlap in every phase of the first one end with the same keys', async () => {
  for (let round = 0; round < 20; round += 1) {
    const dir = join(folder, String(round));
    const rings = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        await setTimeout((index * round) / 20);
        return loadKeyRing(dir);
      }),
    );
    expect(new Set(rings.map((ring) => ring.sessionSecret)).size).toBe(1);
    expect((await loadKeyRing(dir)).sessionSecret).toBe(rings[0]!.sessionSecret);
  }
}, 30_000);

test('after rotation the newest key encrypts and all keys decrypt', async () => {
  const before = await loadKeyRing(folder);
  const old = encryptField(before, '13812341234', 'account.phone');
  const after = await addFieldKey(folder);
  expect([...after.masterKey.keys.keys()]).toEqual([before.masterKey.newest, after.masterKey.newest]);
  expect(after.masterKey.newest).not.toBe(before.masterKey.newest);
  expect(decryptField(after, old, 'account.phone')).toBe('13812341234');
  const young = encryptField(after, '13812341234', 'account.phone');
  expect(young.split('.')[1]).toBe(after.masterKey.newest);
  expect(() => decryptField(before, young, 'account.phone')).toThrow(/没有编号为 [0-9a-f]{8} 的字段加密密钥/);
  expect((await loadKeyRing(folder)).masterKey).toEqual(after.masterKey);
  expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600);
});

describe('a file that cannot be used is named with its fault and its mending, and never replaced', () => {
  const rewrite = async (change: (text: string) => string) => {
    await loadKeyRing(folder);
    const path = join(folder, 'keys.json');
    const text = change(await readFile(path, 'utf8'));
    await writeFile(path, text);
    return { path, text };
  };

  test.each([
    ['cut short', (text: string) => text.slice(0, 200), /不是完整的 JSON。请从备份恢复/],
    ['empty', () => '', /不是完整的 JSON/],
    [
      'a wrong SM4 key',
      (text: string) => text.replace(/"key": "../, '"key": "'),
      /fieldKeys\.0\.key 应为 16 字节 SM4 密钥/,
    ],
    [
      'a wrong Ed25519 key',
      (text: string) => text.replace('BEGIN PRIVATE', 'BEGIN'),
      /ed25519PrivateKeyPem 不是可用的私钥/,
    ],
    ['another version', (text: string) => text.replace('"version": 1', '"version": 2'), /version /],
  ])('%s', async (_name, change, message) => {
    const { path, text } = await rewrite(change);
    await expect(loadKeyRing(folder)).rejects.toThrow(message);
    await expect(loadKeyRing(folder)).rejects.toThrow(path);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  test('readable by others', async () => {
    await loadKeyRing(folder);
    await chmod(join(folder, 'keys.json'), 0o644);
    await expect(loadKeyRing(folder)).rejects.toThrow(`请执行 chmod 600 ${join(folder, 'keys.json')}`);
  });

  test('a folder that is a file', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(loadKeyRing(join(folder, 'file'))).rejects.toThrow(/ENOTDIR/);
  });
});

test('the key of access tokens is the same at every load, and another installation has another', async () => {
  const [one, again] = [await loadKeyRing(join(folder, 'one')), await loadKeyRing(join(folder, 'one'))];
  const other = await loadKeyRing(join(folder, 'other'));
  const signature = sign('sha256', Buffer.from('token'), one.accessToken.privateKey);
  const good = (ring: typeof one) =>
    verify('sha256', Buffer.from('token'), ring.accessToken.publicKey, signature);
  expect([good(one), good(again), good(other)]).toEqual([true, true, false]);
  expect(again.accessToken.keyId).toBe(one.accessToken.keyId);
  expect(other.accessToken.keyId).not.toBe(one.accessToken.keyId);
});
