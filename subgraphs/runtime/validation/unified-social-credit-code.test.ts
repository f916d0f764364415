import { expect, test } from 'vitest';
import { checkUnifiedSocialCreditCode, makeUnifiedSocialCreditCode } from './unified-social-credit-code.ts';

// Published codes of well-known companies.
test.each(['91330100799655058B', '9144030071526726XG', '914403001922038216', '91110000802100433B'])(
  '%s is a real code',
  (code) => {
    expect(checkUnifiedSocialCreditCode(code)).toEqual({ ok: true, normalized: code });
    expect(makeUnifiedSocialCreditCode(code.slice(0, 17))).toBe(code);
  },
);

test('lower case, full width and surrounding spaces are mended', () => {
  expect(checkUnifiedSocialCreditCode(' 91330100799655058b ')).toEqual({
    ok: true,
    normalized: '91330100799655058B',
  });
  expect(checkUnifiedSocialCreditCode('９１３３０１００７９９６５５０５８Ｂ')).toEqual({
    ok: true,
    normalized: '91330100799655058B',
  });
});

test.each([
  ['9133010079965505', /应为 18 位，现有 16 位/],
  ['', /现有 0 位/],
  ['91330100799655058I', /出现了“I”/],
  ['9133010079965505中B', /出现了“中”/],
  ['91A30100799655058B', /第 3 至 8 位/],
  ['91330100799655058C', /校验位不符/],
  ['91330100799655085B', /校验位不符/],
])('%s is refused', (code, reason) => {
  expect(checkUnifiedSocialCreditCode(code)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
});

test('every single wrong character is found', () => {
  const code = '91330100799655058B';
  for (let position = 0; position < 18; position += 1) {
    for (const character of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
      if (character === code[position]) continue;
      const wrong = code.slice(0, position) + character + code.slice(position + 1);
      expect(checkUnifiedSocialCreditCode(wrong).ok, wrong).toBe(false);
    }
  }
});

test('a body that is none is refused', () => {
  expect(() => makeUnifiedSocialCreditCode('9133010079965505')).toThrow(/expected 17 characters/);
});
