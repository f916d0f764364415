import { type CipherGCMTypes, createDecipheriv } from 'node:crypto';
import { expect, test } from 'vitest';
import { decryptField, encryptField } from './field-encryption.ts';

const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
const ring = { masterKey: { newest: '0a1b2c3d', keys: new Map([['0a1b2c3d', key]]) } };

test('SM4-GCM of this Node gives the RFC 8998 appendix A.1 plain text', () => {
  const decipher = createDecipheriv(
    'sm4-gcm' as string as CipherGCMTypes,
    key,
    Buffer.from('00001234567800000000abcd', 'hex'),
    {
      authTagLength: 16,
    },
  );
  decipher.setAAD(Buffer.from('feedfacedeadbeeffeedfacedeadbeefabaddad2', 'hex'));
  decipher.setAuthTag(Buffer.from('83de3541e4c2b58177e065a9bf7b62ec', 'hex'));
  const ciphertext =
    '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735' +
    'd82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d';
  const plain = Buffer.concat([decipher.update(Buffer.from(ciphertext, 'hex')), decipher.final()]).toString(
    'hex',
  );
  expect(plain).toBe(
    'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd' +
      'eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa',
  );
});

test.each(['13812341234', '张三', '', '𠮷'.repeat(1000)])('%s comes back', (plain) => {
  const encrypted = encryptField(ring, plain, 'account.phone');
  expect(encrypted).toMatch(/^v1\.0a1b2c3d\.[\w-]{16}\.[\w-]{22}\.[\w-]*$/);
  expect(decryptField(ring, encrypted, 'account.phone')).toBe(plain);
});

test('equal values look different', () => {
  const results = Array.from({ length: 100 }, () => encryptField(ring, '13812341234', 'account.phone'));
  expect(new Set(results).size).toBe(100);
});

test('a value moved to another place, or altered in any part, does not decrypt', () => {
  const encrypted = encryptField(ring, '13812341234', 'account.phone');
  expect(() => decryptField(ring, encrypted, 'account.email')).toThrow(/未通过完整性校验/);
  const [version, keyId, ...parts] = encrypted.split('.');
  for (const index of [0, 1, 2]) {
    const changed = parts.map((part, at) =>
      at === index ? (part[0] === 'A' ? 'B' : 'A') + part.slice(1) : part,
    );
    expect(() => decryptField(ring, [version, keyId, ...changed].join('.'), 'account.phone')).toThrow(
      /未通过完整性校验/,
    );
  }
});

test.each([
  '13812341234',
  '',
  'v1.0a1b2c3d.AAAA.AAAA.AAAA',
  'v2.0a1b2c3d.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA.AAAA',
])('%j is refused as no encrypted field', (text) => {
  expect(() => decryptField(ring, text, 'account.phone')).toThrow(/格式不对/);
});

test('a missing key is named', () => {
  const encrypted = encryptField(ring, 'x', 'a').replace('0a1b2c3d', 'ffffffff');
  expect(() => decryptField(ring, encrypted, 'a')).toThrow(/编号为 ffffffff/);
});
