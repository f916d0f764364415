import { expect, it } from 'vitest';
import { personalNumberIn } from './personal-number.ts';

it.each([
  ['450102199003071234', 'IDENTITY_NUMBER'],
  ['身份证45010219900307123X', 'IDENTITY_NUMBER'],
  ['450102 19900307 123x', 'IDENTITY_NUMBER'],
  ['４５０１０２１９９００３０７１２３４', 'IDENTITY_NUMBER'],
  ['13812345678', 'MOBILE'],
  ['tel:13812345678', 'MOBILE'],
  ['+86 138-1234-5678', 'MOBILE'],
  ['查询8613812345678的参保', 'MOBILE'],
])('%s holds a personal number', (text, kind) => {
  expect(personalNumberIn(text)).toBe(kind);
});

it.each([
  '450102199013071234',
  '4501021990030712345',
  '12812345678',
  '138123456789',
  '1381234567',
  'SX-2026-000001',
  '0193a1b2-1381-7234-8138-123456780000',
  'sha256:1381234567813812345678138123456781381234567813812345678138123456',
  '2026-11-23T09:00:00+08:00',
  '按月归集参保登记，第 20261123001 批',
])('%s holds none', (text) => {
  expect(personalNumberIn(text)).toBeNull();
});
