const IDENTITY_NUMBER =
  /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/;
const MOBILE = /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/;

/** Identifiers and fingerprints have long rows of digits by chance. */
const FINGERPRINT =
  /^(?:(?:[a-z0-9]+:)?[0-9a-f]{32,128}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

/** What kind of personal number a text seems to hold, also written with spaces, dashes or wide digits; null for none. */
export function personalNumberIn(text: string): 'IDENTITY_NUMBER' | 'MOBILE' | null {
  if (FINGERPRINT.test(text)) return null;
  const joined = text.normalize('NFKC').replace(/(?<=[\d+])[\s-]+(?=[\dXx])/g, '');
  for (const written of [text.normalize('NFKC'), joined]) {
    if (IDENTITY_NUMBER.test(written)) return 'IDENTITY_NUMBER';
    if (MOBILE.test(written)) return 'MOBILE';
  }
  return null;
}
