import { expect, it } from 'vitest';
import { newToken, rolesForProgram } from './token.ts';

it('makes tokens that differ, with 32 random bytes each', () => {
  const one = newToken();
  expect(one.token).toMatch(/^zgt_[A-Za-z0-9_-]{43}$/);
  expect(one.tokenPrefix).toHaveLength(12);
  expect(one.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  expect(newToken().token).not.toBe(one.token);
});

it('hands no power to approve to a program (article 68)', () => {
  expect(rolesForProgram({ party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'OFFICER'] })).toEqual([
    'OFFICER',
  ]);
  expect(rolesForProgram({ party: 'ECOSYSTEM_UNIT', roles: ['HEAD', 'DEVELOPER'] })).toEqual([
    'HEAD',
    'DEVELOPER',
  ]);
});
