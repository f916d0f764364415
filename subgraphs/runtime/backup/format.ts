import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../config.ts';

/**
 * A backup is a folder: `backup.json`, which describes it and is written last; `tables/<schema>.<table>.jsonl.gz` with
 * one row of JSON a line; `documents/<key>` with the bytes of documents; `audit-checkpoints.jsonl`; and, only when
 * asked for, `keys.json`. It says nothing of the kind of database: one taken from the embedded database can be
 * restored on a server.
 */
export const MANIFEST = 'backup.json';
export const CHECKPOINTS = 'audit-checkpoints.jsonl';
export const KEYS = 'keys.json';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const Manifest = z.strictObject({
  format: z.literal(1),
  /** When the data was as it is here. */
  at: z.iso.datetime(),
  /** The migrations of each schema: data fits only a program that has the same. */
  migrations: z.record(z.string(), z.array(z.string())),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int().min(0),
      file: z.string(),
      digest,
    }),
  ),
  /** Where each sequence stands; null when it was never used. */
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string().nullable() })),
  /** The first and the last entry of the audit log, whose months are tables of their own. */
  audit: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }).nullable(),
  documents: z.array(z.strictObject({ key: z.string().regex(/^[0-9a-f]{2}:[0-9a-f]{32}$/), digest })),
  /** The numbers of the keys that the data was encrypted and signed with. */
  keys: z.array(z.string()),
});
export type BackupManifest = z.infer<typeof Manifest>;

/** `ab:cdef…` may not be a file's name everywhere. */
export const documentFile = (key: string) => `documents/${key.replace(':', '-')}`;

/** Reads what a backup says of itself; refuses a folder that is none, or one that was not finished. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new ConfigurationError(
      `${folder} 中没有 ${MANIFEST}：它不是备份，或备份没有做完。请指定完整的备份目录。`,
    );
  });
  const manifest = Manifest.safeParse(parse(text));
  if (!manifest.success)
    throw new ConfigurationError(
      `${join(folder, MANIFEST)} 不是本程序认识的备份说明：${z.prettifyError(manifest.error)}`,
    );
  return manifest.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Refuses a backup of which files are missing or were altered, with their names. */
export async function demandWhole(folder: string, { tables, documents }: BackupManifest): Promise<void> {
  const files = [...tables, ...documents.map(({ key, digest }) => ({ file: documentFile(key), digest }))];
  const damaged: string[] = [];
  for (const { file, digest } of files)
    if ((await digestOf(join(folder, file)).catch(() => null)) !== digest) damaged.push(file);
  if (damaged.length > 0)
    throw new ConfigurationError(
      `备份已损坏，未恢复任何数据：${damaged.slice(0, 10).join('、')} 缺失或被改动。`,
    );
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
