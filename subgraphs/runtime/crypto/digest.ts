import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** SHA-256 as lower-case hex. */
export function sha256Hex(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

/** SM3 (GB/T 32905) as lower-case hex. */
export function sm3Hex(data: string | Uint8Array): string {
  return hash('sm3', data, 'hex');
}

/** Compares two secrets in a time that tells nothing about where they differ, whatever their lengths. */
export function constantTimeEqual(one: string | Uint8Array, other: string | Uint8Array): boolean {
  return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
}

/** A random base64url token; 32 bytes make it safe to store only its hash. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/**
 * The stored form of a random secret of at least 256 bits.
 *
 * A plain SHA-256 is enough for such a secret, since it cannot be guessed; a password that a person chose needs a slow hash instead.
 */
export function hashSecret(secret: string): string {
  return sha256Hex(secret);
}
