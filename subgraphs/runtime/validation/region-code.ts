import type { Checked } from './checked.ts';

const PROVINCE_CODES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  ),
);

/** Accepts a six-digit administrative division code (GB/T 2260) whose first two digits are a province-level division. */
export function checkRegionCode(value: string): Checked {
  const code = value.normalize('NFKC').trim();
  if (!/^\d{6}$/.test(code)) return { ok: false, reason: '行政区划代码应为 6 位数字，例如 450100' };
  if (!PROVINCE_CODES.has(code.slice(0, 2))) {
    return { ok: false, reason: `行政区划代码 ${code} 的前两位不是省级行政区划` };
  }
  if (code.slice(2, 4) === '00' && code.slice(4) !== '00') {
    return { ok: false, reason: `行政区划代码 ${code} 有县级代码而缺少地级代码` };
  }
  return { ok: true, value: code };
}

/** Tells whether a checked division code lies in Guangxi. */
export function isGuangxiRegion(code: string): boolean {
  return code.startsWith('45');
}
