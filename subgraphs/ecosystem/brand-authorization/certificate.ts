import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import type { KeyRing } from '@zgt/runtime/crypto/keys.ts';
import { signSm2, sm2PublicKeyPem, verifySm2 } from '@zgt/runtime/crypto/signature.ts';
import type { BrandAuthorizationRow } from '../tables.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const FORM = /^ZGT-(\d{4})-(\d{6,})-([0-9A-Z])$/;

/** ISO 7064 MOD 37,36 over letters and digits: a mistyped number is told apart from one that does not exist. */
function checkCharacter(text: string): string {
  let sum = 36;
  for (const character of text) {
    sum = (sum + ALPHABET.indexOf(character)) % 36 || 36;
    sum = (sum * 2) % 37;
  }
  return ALPHABET[(37 - sum) % 36]!;
}

/** `ZGT-2026-000001-K`: year, running number, check character. */
export function certificateNumber(year: string, running: string): string {
  const digits = running.padStart(6, '0');
  return `ZGT-${year}-${digits}-${checkCharacter(`ZGT${year}${digits}`)}`;
}

/** True when the number is well formed and its check character fits. */
export function isCertificateNumber(number: string): boolean {
  const found = FORM.exec(number);
  return found !== null && checkCharacter(`ZGT${found[1]}${found[2]}`) === found[3];
}

export interface CertificateParties {
  holderName: string;
  holderCode: string;
  markName: string;
  registrationNumber: string | null;
}

/** The text that is signed: one JSON object, its keys in this fixed order, UTF-8. */
export function certificatePayload(
  brand: BrandAuthorizationRow,
  parties: CertificateParties,
  number: string,
  consentedAt: Date,
): string {
  return JSON.stringify({
    version: 1,
    number,
    holder: { name: parties.holderName, unifiedSocialCreditCode: parties.holderCode },
    mark: { name: parties.markName, registrationNumber: parties.registrationNumber },
    purpose: brand.purpose,
    activities: brand.activities,
    channels: brand.channels,
    regions: brand.regions,
    materials: brand.materials,
    validFrom: laterOf(brand.validFrom, shanghaiDate(consentedAt)),
    validUntil: brand.validUntil,
    consentedAt: consentedAt.toISOString(),
    articles: [50],
  });
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

export interface SignatureCheck {
  algorithm: string;
  keyId: string;
  publicKeyPem: string;
  value: string;
  payload: string;
  valid: boolean;
}

/** Signs a certificate with SM2 over SM3 (GB/T 32918), user id 1234567812345678. */
export function signCertificate(keys: KeyRing, payload: string): { signature: string; keyId: string } {
  return signSm2(keys, Buffer.from(payload, 'utf8'));
}

/** The signature of a certificate with all that a third party needs to check it offline. */
export function checkCertificate(keys: KeyRing, brand: BrandAuthorizationRow): SignatureCheck | null {
  if (!brand.certificatePayload || !brand.certificateSignature || !brand.certificateKeyId) return null;
  return {
    algorithm: 'SM2-with-SM3',
    keyId: brand.certificateKeyId,
    publicKeyPem: sm2PublicKeyPem(keys.signing.publicKey),
    value: brand.certificateSignature,
    payload: brand.certificatePayload,
    valid: verifySm2(
      keys.signing.publicKey,
      Buffer.from(brand.certificatePayload, 'utf8'),
      brand.certificateSignature,
    ),
  };
}
