import { randomBytes } from 'node:crypto';
import { sha256Hex } from '@zgt/runtime/crypto/digest.ts';

/** Crockford's letters: none is taken for another when it is read out or written down. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** A code of 80 random bits in groups of four, which people can read out on the telephone: nobody finds it by trying. */
export function newCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return letters.match(/.{4}/g)!.join('-');
}

/** The stored form of a code, however it was written: small letters, spaces, and letters taken for digits. */
export function hashCode(written: string): string {
  const letters = written
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return sha256Hex(letters);
}
