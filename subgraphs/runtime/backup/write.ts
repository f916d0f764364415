import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { ConfigurationError } from '../config.ts';
import type { KeyRing } from '../crypto/keys.ts';
import type { DatabaseHandle } from '../database/open.ts';
import type { DocumentStore } from '../documents/document-store.ts';
import {
  type BackedUpTable,
  type Connection,
  keyNumbers,
  readMigrations,
  readSequences,
  readTables,
} from './contents.ts';
import { type BackupManifest, CHECKPOINTS, documentFile, KEYS, MANIFEST } from './format.ts';

export interface BackupSource {
  database: DatabaseHandle;
  documents: DocumentStore;
  keys: KeyRing;
  keysDir: string;
  checkpointDir: string;
}

const ROWS_AT_ONCE = 1000;

/**
 * Writes a backup into a folder that must not exist yet: all tables as they were at one instant, whoever works on the
 * platform meanwhile, and the documents that they name. The folder gets its name when everything is in it.
 */
export async function writeBackup(
  { database, documents, keys, keysDir, checkpointDir }: BackupSource,
  folder: string,
  { withKeys }: { withKeys: boolean },
): Promise<BackupManifest> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(join(unfinished, 'tables'), { recursive: true, mode: 0o700 });
  await mkdir(join(unfinished, 'documents'));
  const connection = await database.pool.connect();
  try {
    await connection.query('begin isolation level repeatable read, read only');
    const tables: BackupManifest['tables'] = [];
    for (const table of await readTables(connection))
      tables.push({ ...table, ...(await writeTable(connection, table, unfinished)) });
    const manifest: BackupManifest = {
      format: 1,
      at: await instantOf(connection),
      migrations: await readMigrations(connection),
      tables,
      sequences: await readSequences(connection),
      audit: await auditSpan(connection),
      documents: await writeDocuments(connection, documents, unfinished),
      keys: keyNumbers(keys),
    };
    await connection.query('commit');
    await copyIfThere(join(checkpointDir, CHECKPOINTS), join(unfinished, CHECKPOINTS));
    if (withKeys) await copyFile(join(keysDir, KEYS), join(unfinished, KEYS));
    await writeFile(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
    await synchronise(join(unfinished, MANIFEST));
    await rename(unfinished, folder);
    await synchronise(dirname(folder));
    return manifest;
  } finally {
    await connection.query('rollback');
    connection.release();
  }
}

async function writeTable(connection: Connection, { name, file }: BackedUpTable, folder: string) {
  const hash = createHash('sha256');
  let rows = 0;
  async function* lines() {
    await connection.query(
      `declare rows no scroll cursor for select row_to_json(it)::text as line from ${name} as it`,
    );
    for (;;) {
      const fetched = await connection.query<{ line: string }>(`fetch ${ROWS_AT_ONCE} from rows`);
      if (fetched.rows.length === 0) break;
      rows += fetched.rows.length;
      yield fetched.rows.map(({ line }) => `${line}\n`).join('');
    }
    await connection.query('close rows');
  }
  const digesting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(lines, createGzip(), digesting, createWriteStream(join(folder, file), { flush: true }));
  return { rows, digest: hash.digest('hex') };
}

/** The bytes are read after the tables: a document is stored before it is named, so each that is named is there. */
async function writeDocuments(connection: Connection, store: DocumentStore, folder: string) {
  const { rows } = await connection.query<{ key: string; name: string }>(
    'select storage_key as key, name from runtime.document order by storage_key',
  );
  const written: BackupManifest['documents'] = [];
  for (const { key, name } of rows) {
    const bytes = await store.get(key);
    if (!bytes)
      throw new ConfigurationError(
        `材料“${name}”（${key}）在材料库中没有内容。请先检查材料库（DATA_DIR 或 S3）。`,
      );
    await writeFile(join(folder, documentFile(key)), bytes, { flush: true });
    written.push({ key, digest: createHash('sha256').update(bytes).digest('hex') });
  }
  return written;
}

async function instantOf(connection: Connection): Promise<string> {
  const { rows } = await connection.query<{ at: Date }>('select transaction_timestamp() as at');
  return rows[0]!.at.toISOString();
}

async function auditSpan(connection: Connection): Promise<BackupManifest['audit']> {
  const { rows } = await connection.query<{ from: Date | null; to: Date | null }>(
    'select min(at) as from, max(at) as to from runtime.audit_entry',
  );
  const { from, to } = rows[0]!;
  return from && to && { from: from.toISOString(), to: to.toISOString() };
}

async function copyIfThere(from: string, to: string): Promise<void> {
  await copyFile(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

async function synchronise(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync().finally(() => file.close());
}
