import { expect, test } from 'vitest';
import { type Verification, verdictOf } from './verification.ts';

const found = (change: Partial<Verification>) =>
  ({ verdict: 'IN_FORCE', signature: null, ...change }) as Verification;
const signature = (valid: boolean) =>
  ({ algorithm: 'ES256', keyId: 'k', publicKeyPem: '', value: '', payload: '', valid }) as const;

test('each verdict has its own words', () => {
  expect(verdictOf(found({ signature: signature(true) })).title).toBe('在有效期内');
  expect(verdictOf(found({ verdict: 'NOT_IN_FORCE' })).title).toBe('不在有效期内');
  expect(verdictOf(found({ verdict: 'NOT_FOUND' })).title).toBe('查无此编号');
});

test('a certificate in force whose signature does not hold is not shown as in force', () => {
  expect(verdictOf(found({ signature: signature(false) })).title).toBe('签名不符，请勿采信');
});
