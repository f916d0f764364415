import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sm2 } from 'sm-crypto-v2';
import { describe, expect, test } from 'vitest';
import { SM2_USER_ID, signSm2, sm2PublicKeyPem, verifySm2 } from './signature.ts';

// The key and signature of "message digest" in GB/T 32918.5.
const privateKey = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
const publicKey =
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3';
const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
const der = `3046022100${r}022100${s}`;
const message = Buffer.from('message digest');
const ring = { signing: { keyId: '0123456789abcdef', privateKey, publicKey } };

test('the signature in GB/T 32918.5 is right', () => {
  expect(verifySm2(publicKey, message, der)).toBe(true);
  expect(verifySm2(publicKey.toUpperCase(), message, der.toUpperCase())).toBe(true);
});

test('what we sign verifies, and only for the same bytes and key', () => {
  const { signature, keyId } = signSm2(ring, Buffer.from('品牌授权证书'));
  expect(keyId).toBe('0123456789abcdef');
  expect(verifySm2(publicKey, Buffer.from('品牌授权证书'), signature)).toBe(true);
  expect(verifySm2(publicKey, Buffer.from('品牌授权证书 '), signature)).toBe(false);
  const other = sm2.generateKeyPairHex().publicKey;
  expect(verifySm2(other, Buffer.from('品牌授权证书'), signature)).toBe(false);
});

describe('what is no signature is false, not an exception', () => {
  const n = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';
  test.each([
    ['empty', ''],
    ['no hex', 'zz'],
    ['raw r and s', r + s],
    ['trailing bytes', `${der}00`],
    ['trailing bytes counted in', `3047022100${r}022100${s}00`],
    ['cut short', der.slice(0, -2)],
    ['a superfluous zero', `304702220000${r}022100${s}`],
    ['a negative number', `30450220${r}022100${s}`],
    ['zeros', '3006020100020100'],
    ['s out of range', `3046022100${r}022100${n}`],
    ['r and s exchanged', `3046022100${s}022100${r}`],
  ])('%s', (_name, signature) => {
    expect(verifySm2(publicKey, message, signature)).toBe(false);
  });

  test('a public key off the curve', () => {
    expect(verifySm2(`${publicKey.slice(0, -2)}14`, message, der)).toBe(false);
    expect(verifySm2('04', message, der)).toBe(false);
  });
});

test('the public key is a PEM that names the SM2 curve', () => {
  const pem = sm2PublicKeyPem(publicKey);
  expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----\n(.{64}\n)+.{1,64}\n-----END PUBLIC KEY-----\n$/);
  const exported = createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('hex');
  expect(exported).toBe(`3059301306072a8648ce3d020106082a811ccf5501822d034200${publicKey}`);
});

function opensslWithSm2(): boolean {
  try {
    return execFileSync('openssl', ['ecparam', '-list_curves'], { encoding: 'utf8' }).includes('SM2');
  } catch {
    return false;
  }
}

/** Runs the command that the documentation gives to whoever checks a certificate offline. */
function opensslVerifies(content: Buffer, signature: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'sm2-'));
  try {
    writeFileSync(join(folder, 'public.pem'), sm2PublicKeyPem(publicKey));
    writeFileSync(join(folder, 'signature.bin'), Buffer.from(signature, 'hex'));
    writeFileSync(join(folder, 'content'), content);
    const command = ['dgst', '-sm3', '-verify', 'public.pem', '-sigopt', `distid:${SM2_USER_ID}`];
    const output = execFileSync('openssl', [...command, '-signature', 'signature.bin', 'content'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.trim() === 'Verified OK';
  } catch (error) {
    if ((error as { status?: number }).status === 1) return false;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const contents = Array.from({ length: 12 }, (_, index) => Buffer.from(`证书 ${index}`));
if (opensslWithSm2()) {
  test('openssl verifies our signatures with the documented command, and refuses altered content', () => {
    expect(opensslVerifies(message, der)).toBe(true);
    for (const content of contents) {
      const { signature } = signSm2(ring, content);
      expect(opensslVerifies(content, signature)).toBe(true);
    }
    expect(opensslVerifies(Buffer.from('message digesu'), der)).toBe(false);
  });
} else {
  test('no openssl with SM2 on this machine: signatures are checked by the library alone', () => {
    for (const content of contents) {
      expect(verifySm2(publicKey, content, signSm2(ring, content).signature)).toBe(true);
    }
  });
}
