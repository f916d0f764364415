const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/;

function checkCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(body[index]!), 0);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Accepts a unified social credit code (GB 32100-2015) with a right check character, and gives it in upper case. */
export function checkUnifiedSocialCreditCode(
  code: string,
): { ok: true; normalized: string } | { ok: false; reason: string } {
  const normalized = code.normalize('NFKC').trim().toUpperCase();
  const length = [...normalized].length;
  if (length !== 18) return { ok: false, reason: `统一社会信用代码应为 18 位，现有 ${length} 位` };
  const foreign = [...normalized].find((character) => !ALPHABET.includes(character));
  if (foreign !== undefined) {
    return {
      ok: false,
      reason: `统一社会信用代码只能含数字和大写字母（不含 I、O、S、V、Z），出现了“${foreign}”`,
    };
  }
  if (!BODY.test(normalized.slice(0, 17))) {
    return { ok: false, reason: '统一社会信用代码第 3 至 8 位应为 6 位数字的行政区划代码' };
  }
  if (checkCharacter(normalized) !== normalized[17]) {
    return { ok: false, reason: '统一社会信用代码校验位不符，请核对是否输错' };
  }
  return { ok: true, normalized };
}

/** Completes the first 17 characters of a code with their check character. */
export function makeUnifiedSocialCreditCode(body: string): string {
  if (!BODY.test(body)) {
    throw new RangeError(
      `"${body}" is no body of a unified social credit code: expected 17 characters of ${ALPHABET}, the third to the eighth digits`,
    );
  }
  return body + checkCharacter(body);
}
