import type { IconName } from './icons.ts';

export interface Verification {
  number: string;
  verdict: 'IN_FORCE' | 'NOT_IN_FORCE' | 'NOT_FOUND';
  status: string | null;
  statusLabel: string | null;
  checkedAt: string;
  reason: string | null;
  holder: { name: string; unifiedSocialCreditCode: string } | null;
  marks: string[] | null;
  activities: string[] | null;
  channels: string[] | null;
  regions: string[] | null;
  materials: string[] | null;
  validFrom: string | null;
  validUntil: string | null;
  issuedAt: string | null;
  articles: number[];
  signature: {
    algorithm: string;
    keyId: string;
    publicKeyPem: string;
    value: string;
    payload: string;
    valid: boolean;
  } | null;
  qrCodeSvg: string | null;
}

export const VERIFICATION_QUERY = `query V($number: String!) { verifyBrandAuthorization(number: $number) {
  number verdict status statusLabel checkedAt reason holder { name unifiedSocialCreditCode }
  marks activities channels regions materials validFrom validUntil issuedAt articles
  signature { algorithm keyId publicKeyPem value payload valid } qrCodeSvg
} }`;

/** The answer at a glance. A certificate whose signature does not hold is never shown as in force. */
export function verdictOf(found: Verification): {
  tone: 'ok' | 'bad' | 'off';
  icon: IconName;
  title: string;
} {
  if (found.verdict === 'NOT_FOUND') return { tone: 'off', icon: 'circle-help', title: '查无此编号' };
  if (found.signature && !found.signature.valid)
    return { tone: 'bad', icon: 'circle-x', title: '签名不符，请勿采信' };
  if (found.verdict === 'IN_FORCE') return { tone: 'ok', icon: 'badge-check', title: '在有效期内' };
  return { tone: 'bad', icon: 'circle-x', title: '不在有效期内' };
}
