import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDocumentStore, type DocumentStore, newDocumentKey } from './document-store.ts';

const bytes = Uint8Array.from({ length: 1024 }, (_, index) => index % 256);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function keepsBytes(store: DocumentStore): Promise<void> {
  const key = newDocumentKey();
  expect(await store.get(key)).toBe(null);
  await store.put(key, bytes);
  expect(Buffer.from((await store.get(key))!).equals(bytes)).toBe(true);
  expect(await store.get(newDocumentKey())).toBe(null);
  await store.remove(key);
  await store.remove(key);
  expect(await store.get(key)).toBe(null);
}

test('keys are ours, unguessable and never the same', () => {
  expect(newDocumentKey()).toMatch(/^([0-9a-f]{2}):\1[0-9a-f]{30}$/);
  expect(new Set(Array.from({ length: 1000 }, newDocumentKey)).size).toBe(1000);
});

describe('in a folder', () => {
  test('bytes come back until they are removed', () => keepsBytes(createDocumentStore({ folder })));

  test('a second store on the same folder reads them', async () => {
    const key = newDocumentKey();
    await createDocumentStore({ folder: join(folder, 'new', 'documents') }).put(key, bytes);
    const [shard, name] = key.split(':');
    expect(await readdir(join(folder, 'new', 'documents', shard!))).toEqual([name]);
    const other = createDocumentStore({ folder: join(folder, 'new', 'documents') });
    expect(await other.get(key)).toHaveLength(1024);
  });

  test.each(['../../etc/passwd', '协议.pdf', '', 'ab', 'ab:..', 'AB:0123'])(
    '%j is refused as a key',
    async (key) => {
      const store = createDocumentStore({ folder });
      await expect(store.put(key, bytes)).rejects.toThrow(/is no document key/);
      await expect(store.get(key)).rejects.toThrow(/is no document key/);
      await expect(store.remove(key)).rejects.toThrow(/is no document key/);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test('a place that cannot be used is named, on writing and on reading', async () => {
    await writeFile(join(folder, 'file'), '');
    const store = createDocumentStore({ folder: join(folder, 'file') });
    await expect(store.put(newDocumentKey(), bytes)).rejects.toThrow(join(folder, 'file'));
    await expect(store.get(newDocumentKey())).rejects.toThrow(join(folder, 'file'));
  });
});

describe('in an S3-compatible bucket', () => {
  /** A small object service over HTTP that refuses requests without a signature of the right key, region and service. */
  async function withObjectService(work: (endpoint: string) => Promise<void>): Promise<void> {
    const objects = new Map<string, Buffer>();
    const signed =
      /^AWS4-HMAC-SHA256 Credential=zgt\/\d{8}\/cn-south-1\/s3\/aws4_request, .*Signature=[0-9a-f]{64}$/;
    const server = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray());
      if (!signed.test(request.headers.authorization ?? '')) return response.writeHead(403).end('unsigned');
      const path = request.url!;
      if (!path.startsWith('/documents/')) return response.writeHead(404).end('NoSuchBucket');
      if (request.method === 'PUT') {
        objects.set(path, body);
        return response.writeHead(200).end();
      }
      if (request.method === 'DELETE') {
        objects.delete(path);
        return response.writeHead(204).end();
      }
      const found = objects.get(path);
      return response.writeHead(found ? 200 : 404).end(found);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }
  const access = { bucket: 'documents', region: 'cn-south-1', secretAccessKey: 'secret' };

  test('bytes come back until they are removed', () =>
    withObjectService((endpoint) =>
      keepsBytes(createDocumentStore({ s3: { ...access, endpoint, accessKeyId: 'zgt' } })),
    ));

  test('a refusal by the service is an error that names the bucket, never an absent document', () =>
    withObjectService(async (endpoint) => {
      const store = createDocumentStore({ s3: { ...access, endpoint, accessKeyId: 'other' } });
      await expect(store.put(newDocumentKey(), bytes)).rejects.toThrow(`${endpoint}/documents`);
      await expect(store.get(newDocumentKey())).rejects.toThrow(`${endpoint}/documents`);
    }));

  test('a bucket that does not exist takes nothing in', () =>
    withObjectService(async (endpoint) => {
      const store = createDocumentStore({
        s3: { ...access, endpoint, accessKeyId: 'zgt', bucket: 'absent' },
      });
      await expect(store.put(newDocumentKey(), bytes)).rejects.toThrow(`${endpoint}/absent`);
    }));
});
