import {
  createECDH,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sm2 } from 'sm-crypto-v2';
import { z } from 'zod';
import { randomToken, sha256Hex } from './digest.ts';

const FILE_NAME = 'keys.json';

const keyId = z.string().regex(/^[0-9a-f]{8}$/, '应为 8 位十六进制的密钥编号');
const secret = z.string().min(43, '应为至少 256 位的随机串');

const KeyFile = z.strictObject({
  version: z.literal(1),
  fieldKeys: z
    .array(
      z.strictObject({ keyId, key: z.string().regex(/^[0-9a-f]{32}$/, '应为 16 字节 SM4 密钥的十六进制') }),
    )
    .min(1, '至少应有一把字段加密密钥'),
  sm2PrivateKey: z.string().regex(/^[0-9a-f]{64}$/, '应为 32 字节 SM2 私钥的十六进制'),
  ed25519PrivateKeyPem: z.string(),
  sessionSecret: secret,
  subgraphSecret: secret,
});
type KeyFile = z.infer<typeof KeyFile>;

/** Every secret key of an installation; all processes over one folder hold the same. */
export interface KeyRing {
  /** SM4 keys of field encryption: `newest` encrypts, all decrypt. */
  masterKey: { newest: string; keys: ReadonlyMap<string, Buffer> };
  /** SM2 key pair of certificates; the public key is uncompressed hex (`04` + x + y). */
  signing: { keyId: string; privateKey: string; publicKey: string };
  /** Ed25519 key pair of audit checkpoints. */
  checkpoint: { keyId: string; privateKey: KeyObject; publicKey: KeyObject };
  /** P-256 key pair of access tokens, which every gateway can check (ES256). */
  accessToken: { keyId: string; privateKey: KeyObject; publicKey: KeyObject };
  sessionSecret: string;
  subgraphSecret: string;
}

const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * The key pair of access tokens, derived from the session secret: installations of any age have it, all processes have
 * the same, and a new session secret is a new key. 128 surplus bits spread the scalar evenly (FIPS 186-5, A.2.1).
 */
function deriveAccessTokenKey(sessionSecret: string): KeyRing['accessToken'] {
  const bits = hkdfSync('sha256', sessionSecret, '', 'zgt access token ES256', 48);
  const scalar = (BigInt(`0x${Buffer.from(bits).toString('hex')}`) % (P256_ORDER - 1n)) + 1n;
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(scalar.toString(16).padStart(64, '0'), 'hex');
  const point = pair.getPublicKey();
  const part = (from: number, to: number) => point.subarray(from, to).toString('base64url');
  const d = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').toString('base64url');
  const privateKey = createPrivateKey({
    format: 'jwk',
    key: { kty: 'EC', crv: 'P-256', x: part(1, 33), y: part(33, 65), d },
  });
  return { keyId: sha256Hex(point).slice(0, 16), privateKey, publicKey: createPublicKey(privateKey) };
}

function newFieldKey(): KeyFile['fieldKeys'][number] {
  return { keyId: randomBytes(4).toString('hex'), key: randomBytes(16).toString('hex') };
}

function generateKeyFile(): KeyFile {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    version: 1,
    fieldKeys: [newFieldKey()],
    sm2PrivateKey: sm2.generateKeyPairHex().privateKey,
    ed25519PrivateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    sessionSecret: randomToken(32),
    subgraphSecret: randomToken(32),
  };
}

function keyFileError(path: string, wrong: string, mend: string): Error {
  return new Error(`密钥文件 ${path}：${wrong}。${mend}`);
}

const RESTORE =
  '请从备份恢复该文件；没有备份时，移走它会生成新密钥，但以往加密的字段将无法解密，以往的签名须用旧公钥验证';

async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dir, 'r');
  await folder.sync().finally(() => folder.close());
}

/** Writes beside the target and puts it in place at once: `link` leaves an existing file alone, `rename` replaces it. */
async function place(path: string, content: KeyFile, how: typeof link | typeof rename): Promise<void> {
  const temporary = `${path}.${randomToken(9)}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await how(temporary, path);
    await syncFolder(resolve(path, '..'));
  } finally {
    await rm(temporary, { force: true });
  }
}

async function readKeyFile(path: string): Promise<KeyFile | null> {
  let text: string;
  try {
    if (process.platform !== 'win32' && (await stat(path)).mode & 0o007) {
      throw keyFileError(path, '其他用户可以读写', `请执行 chmod 600 ${path}`);
    }
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return null;
    if (code === undefined) throw error;
    throw keyFileError(path, `无法读取（${code}）`, '请让运行本程序的用户拥有该文件');
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw keyFileError(path, '不是完整的 JSON', RESTORE);
  }
  const parsed = KeyFile.safeParse(content);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || '整个文件'} ${issue.message}`);
  throw keyFileError(path, faults.join('；'), RESTORE);
}

function toKeyRing(path: string, file: KeyFile): KeyRing {
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(file.ed25519PrivateKeyPem);
  } catch {
    throw keyFileError(path, 'ed25519PrivateKeyPem 不是可用的私钥', RESTORE);
  }
  if (privateKey.asymmetricKeyType !== 'ed25519') {
    throw keyFileError(path, 'ed25519PrivateKeyPem 不是 Ed25519 私钥', RESTORE);
  }
  const publicKey = createPublicKey(privateKey);
  const sm2PublicKey = sm2.getPublicKeyFromPrivateKey(file.sm2PrivateKey);
  return {
    masterKey: {
      newest: file.fieldKeys.at(-1)!.keyId,
      keys: new Map(file.fieldKeys.map((entry) => [entry.keyId, Buffer.from(entry.key, 'hex')])),
    },
    signing: {
      keyId: sha256Hex(Buffer.from(sm2PublicKey, 'hex')).slice(0, 16),
      privateKey: file.sm2PrivateKey,
      publicKey: sm2PublicKey,
    },
    checkpoint: {
      keyId: sha256Hex(publicKey.export({ type: 'spki', format: 'der' })).slice(0, 16),
      privateKey,
      publicKey,
    },
    accessToken: deriveAccessTokenKey(file.sessionSecret),
    sessionSecret: file.sessionSecret,
    subgraphSecret: file.subgraphSecret,
  };
}

/**
 * Loads the keys of a folder, making them at first use; processes that start at once end with the same keys.
 *
 * The first to put its file in place wins and the others read it, so no process ever encrypts with a key that is lost.
 */
export async function loadKeyRing(dir: string): Promise<KeyRing> {
  const path = join(resolve(dir), FILE_NAME);
  const existing = await readKeyFile(path);
  if (existing) return toKeyRing(path, existing);
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await place(path, generateKeyFile(), link);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EEXIST') {
      throw keyFileError(
        path,
        `无法创建（${code ?? error}）`,
        '请给出一个可写、支持硬链接的文件夹（KEYS_DIR）',
      );
    }
  }
  const created = await readKeyFile(path);
  if (!created) throw keyFileError(path, '刚创建又不见了', '请检查是否有其他程序在清理该文件夹');
  return toKeyRing(path, created);
}

/** Adds a field encryption key that encrypts from the next start on; earlier keys stay to decrypt. One caller at a time. */
export async function addFieldKey(dir: string): Promise<KeyRing> {
  await loadKeyRing(dir);
  const path = join(resolve(dir), FILE_NAME);
  const file = (await readKeyFile(path))!;
  const extended = { ...file, fieldKeys: [...file.fieldKeys, newFieldKey()] };
  await place(path, extended, rename);
  return toKeyRing(path, extended);
}
