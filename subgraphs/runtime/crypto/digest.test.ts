import { expect, test } from 'vitest';
import { constantTimeEqual, hashSecret, randomToken, sha256Hex, sm3Hex } from './digest.ts';

test('SHA-256 of "abc" (FIPS 180-4)', () => {
  const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(sha256Hex('abc')).toBe(expected);
  expect(sha256Hex(Uint8Array.of(97, 98, 99))).toBe(expected);
  expect(hashSecret('abc')).toBe(expected);
});

test('SM3 of the two examples in GB/T 32905', () => {
  expect(sm3Hex('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  expect(sm3Hex('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
});

test('secrets compare equal only when they are, also at different lengths', () => {
  expect(constantTimeEqual('secret', 'secret')).toBe(true);
  expect(constantTimeEqual('secret', Buffer.from('secret'))).toBe(true);
  expect(constantTimeEqual('secret', 'Secret')).toBe(false);
  expect(constantTimeEqual('secret', 'secret ')).toBe(false);
  expect(constantTimeEqual('', 'secret')).toBe(false);
});

test('a token has 256 bits by default, is URL-safe and never the same', () => {
  expect(randomToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(randomToken(16)).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(new Set(Array.from({ length: 1000 }, () => randomToken())).size).toBe(1000);
});
