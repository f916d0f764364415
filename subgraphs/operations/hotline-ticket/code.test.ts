import { expect, it } from 'vitest';
import { hashCode, newCode } from './code.ts';

it('a code can be read out, and is known however it was written down', () => {
  const code = newCode();
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  expect(newCode()).not.toBe(code);
  expect(hashCode('0A1b-2C3D-4E5F-6G7H')).toBe(hashCode(' oaLb 2c3d4e5f6g7h '));
  expect(hashCode('0A1B-2C3D-4E5F-6G7H')).not.toBe(hashCode('0A1B-2C3D-4E5F-6G7J'));
});
