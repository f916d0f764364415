import { type CipherGCMTypes, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './keys.ts';

// OpenSSL within Node knows this mode; Node's type declarations list the AES ones only.
const CIPHER = 'sm4-gcm' as string as CipherGCMTypes;
const TAG_BYTES = 16;
const ENCRYPTED = /^v1\.([0-9a-f]{8})\.([\w-]{16})\.([\w-]{22})\.([\w-]*)$/;

/**
 * Encrypts one field by SM4-GCM as `v1.<key id>.<iv>.<tag>.<ciphertext>`; equal plain texts give different results.
 * Personal data is stored in this way only (article 71, duty 71.1).
 *
 * `aad` names the place (table, column, row): a value copied to another place does not decrypt there.
 */
export function encryptField(ring: Pick<KeyRing, 'masterKey'>, plain: string, aad: string): string {
  const { newest, keys } = ring.masterKey;
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, keys.get(newest)!, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(aad, 'utf8'));
  const encrypted = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), encrypted].map((part) => part.toString('base64url'));
  return ['v1', newest, ...parts].join('.');
}

/** Gives back what `encryptField` took; throws when the value was altered, moved, or its key is not in the ring. */
export function decryptField(ring: Pick<KeyRing, 'masterKey'>, encrypted: string, aad: string): string {
  const parts = ENCRYPTED.exec(encrypted);
  if (!parts) throw new Error('加密字段的格式不对：应为 v1.<密钥编号>.<iv>.<tag>.<密文>');
  const [, keyId, iv, tag, ciphertext] = parts;
  const key = ring.masterKey.keys.get(keyId!);
  if (!key) throw new Error(`密钥文件中没有编号为 ${keyId} 的字段加密密钥：请恢复含有它的密钥文件`);
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv!, 'base64url'), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(aad, 'utf8'));
  decipher.setAuthTag(Buffer.from(tag!, 'base64url'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(ciphertext!, 'base64url')), decipher.final()]).toString(
      'utf8',
    );
  } catch (cause) {
    throw new Error('加密字段未通过完整性校验：内容被改动，或被移到了别处', { cause });
  }
}
