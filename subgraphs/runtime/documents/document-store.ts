import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { createStorage } from 'unstorage';
import fsDriver from 'unstorage/drivers/fs';
import s3Driver from 'unstorage/drivers/s3';
import type { Config } from '../config.ts';

export interface S3Options {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export type DocumentStoreOptions = { folder: string } | { s3: S3Options };

/** Keeps documents' bytes by keys of our own making; what a document is called and who may see it stands in the database. */
export interface DocumentStore {
  /** Stores bytes; when it returns they are read back by `get` in full. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null when nothing is stored under the key. */
  get(key: string): Promise<Uint8Array | null>;
  /** Removes the bytes; removing what is not there is no error. */
  remove(key: string): Promise<void>;
}

const KEY = /^[0-9a-f]{2}:[0-9a-f]{32}$/;

/** A new key that nobody can guess, spread over 256 folders. */
export function newDocumentKey(): string {
  const name = randomBytes(16).toString('hex');
  return `${name.slice(0, 2)}:${name}`;
}

function checkKey(key: string): void {
  if (!KEY.test(key)) throw new RangeError(`"${key}" is no document key: take it from newDocumentKey()`);
}

/** Opens the store on a folder of this machine, or on a bucket of an S3-compatible service. */
export function createDocumentStore(options: DocumentStoreOptions): DocumentStore {
  const place = 's3' in options ? `${options.s3.endpoint}/${options.s3.bucket}` : resolve(options.folder);
  const storage = createStorage({
    driver: 's3' in options ? s3Driver(options.s3) : fsDriver({ base: place, ignore: [] }),
  });
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      const result = await work();
      // The fs driver returns, instead of throwing, errors such as EACCES.
      if (result instanceof Error) throw result;
      return result;
    } catch (cause) {
      throw new Error(
        `Cannot ${what} in the document store ${place}: check that it exists and may be written`,
        { cause },
      );
    }
  };
  return {
    async put(key, bytes) {
      checkKey(key);
      await attempt(`store ${key}`, async () => {
        await storage.setItemRaw(key, bytes);
        // The S3 driver takes a 404 for an answer, as from a bucket that does not exist.
        if (!(await storage.hasItem(key))) throw new Error('It was accepted but is not there');
      });
    },
    async get(key) {
      checkKey(key);
      const found = await attempt<unknown>(`read ${key}`, () => storage.getItemRaw(key));
      if (found === null || found === undefined) return null;
      return found instanceof Uint8Array ? found : new Uint8Array(found as ArrayBuffer);
    },
    async remove(key) {
      checkKey(key);
      await attempt<unknown>(`remove ${key}`, () => storage.removeItem(key));
    },
  };
}

/** The store that the configuration names. */
export const documentStoreOf = ({ s3, dataDir }: Pick<Config, 's3' | 'dataDir'>): DocumentStore =>
  createDocumentStore(s3 ? { s3 } : { folder: `${dataDir}/documents` });
