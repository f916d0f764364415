import { sm2 } from 'sm-crypto-v2';
import type { KeyRing } from './keys.ts';

/** The signer's identity that GB/T 32918 prescribes where none is agreed on; whoever verifies must name the same. */
export const SM2_USER_ID = '1234567812345678';

// SubjectPublicKeyInfo of id-ecPublicKey (1.2.840.10045.2.1) on sm2p256v1 (1.2.156.10197.1.301), up to the point.
const SPKI_PREFIX = '3059301306072a8648ce3d020106082a811ccf5501822d034200';

/** Signs bytes by SM2 with SM3 (GB/T 32918.2); the signature is hex of the DER that OpenSSL reads. */
export function signSm2(
  ring: Pick<KeyRing, 'signing'>,
  bytes: Uint8Array,
): { signature: string; keyId: string } {
  const { privateKey, publicKey, keyId } = ring.signing;
  const options = { der: true, hash: true, userId: SM2_USER_ID, publicKey };
  return { signature: sm2.doSignature(bytes, privateKey, options), keyId };
}

/** True only for a signature of these bytes by this key's holder; anything malformed is false, never an exception. */
export function verifySm2(publicKeyHex: string, bytes: Uint8Array, signatureHexDer: string): boolean {
  const pair = decodeSignature(signatureHexDer.toLowerCase());
  if (pair === null || !/^04[0-9a-f]{128}$/i.test(publicKeyHex)) return false;
  try {
    return sm2.doVerifySignature(bytes, pair, publicKeyHex.toLowerCase(), {
      hash: true,
      userId: SM2_USER_ID,
    });
  } catch {
    // The library throws on a point off the curve and on numbers out of range.
    return false;
  }
}

/** The public key as SubjectPublicKeyInfo PEM, which OpenSSL and others read. */
export function sm2PublicKeyPem(publicKeyHex: string): string {
  const body = Buffer.from(SPKI_PREFIX + publicKeyHex, 'hex').toString('base64');
  return `-----BEGIN PUBLIC KEY-----\n${body.match(/.{1,64}/g)!.join('\n')}\n-----END PUBLIC KEY-----\n`;
}

/** `r` and `s` as 64 hex digits each, from strict DER; null for any other encoding, so that a signature has one form only. */
function decodeSignature(der: string): string | null {
  if (!/^(?:[0-9a-f]{2})+$/.test(der)) return null;
  const bytes = Buffer.from(der, 'hex');
  if (bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2) return null;
  let at = 2;
  let pair = '';
  for (let number = 0; number < 2; number += 1) {
    const length = bytes[at + 1] ?? 0;
    const value = bytes.subarray(at + 2, at + 2 + length);
    if (bytes[at] !== 0x02 || length < 1 || value.length !== length || value[0]! > 0x7f) return null;
    if (value[0] === 0 && (length === 1 || value[1]! < 0x80)) return null;
    const digits = value.toString('hex').replace(/^00/, '');
    if (digits.length > 64) return null;
    pair += digits.padStart(64, '0');
    at += 2 + length;
  }
  return at === bytes.length ? pair : null;
}
