import type { Checked } from './checked.ts';

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(0\d{2,3})-?([2-9]\d{6,7})(?:-(\d{1,6}))?$/;
const SERVICE_NUMBER = /^(?:[48]00\d{7}|12\d{3}|9[56]\d{3,6})$/;

function compact(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .replace(/^(?:\+|00)86-?/, '');
}

/** Accepts a mainland mobile number, with or without +86, and normalises it to 11 digits. */
export function checkMobilePhone(value: string): Checked {
  const digits = compact(value).replaceAll('-', '');
  if (!MOBILE.test(digits)) return { ok: false, reason: '手机号码应为 11 位数字，例如 13812345678' };
  return { ok: true, value: digits };
}

/** Accepts a mobile number, a landline with area code (`0771-5551234`, extension allowed) or a service number (400, 12345, 95xxx). */
export function checkPhone(value: string): Checked {
  const mobile = checkMobilePhone(value);
  if (mobile.ok) return mobile;
  const text = compact(value);
  const landline = LANDLINE.exec(text);
  if (landline) {
    const [, area, number, extension] = landline;
    return { ok: true, value: extension ? `${area}-${number}-${extension}` : `${area}-${number}` };
  }
  const digits = text.replaceAll('-', '');
  if (SERVICE_NUMBER.test(digits)) return { ok: true, value: digits };
  return { ok: false, reason: '电话号码应为手机号码、带区号的固定电话（例如 0771-5551234）或服务热线' };
}
