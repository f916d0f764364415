import { createReadStream } from 'node:fs';
import { constants, copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { ConfigurationError } from '../config.ts';
import { type Connection, keyNumbers, readMigrations } from './contents.ts';
import { type BackupManifest, CHECKPOINTS, documentFile } from './format.ts';
import type { BackupSource } from './write.ts';

const CHARACTERS_AT_ONCE = 1_000_000;

/**
 * Restores a backup that is whole into an installation whose database was just prepared and is empty. All of the tables come in one
 * transaction: when anything is wrong, the database stays empty. Throws ConfigurationError in words for the operator.
 */
export async function restoreBackup(
  { database, documents, keys, checkpointDir }: Omit<BackupSource, 'keysDir'>,
  folder: string,
  manifest: BackupManifest,
): Promise<void> {
  const missing = manifest.keys.filter((key) => !keyNumbers(keys).includes(key));
  if (missing.length > 0)
    throw new ConfigurationError(
      `KEYS_DIR 中没有做备份时的密钥（${missing.join('、')}）。请放回当时的 keys.json，否则加密的内容无法读出。`,
    );
  const connection = await database.pool.connect();
  try {
    await connection.query('begin');
    await demandEmpty(connection);
    await demandSameMigrations(connection, manifest);
    await fill(connection, folder, manifest);
    for (const { key } of manifest.documents)
      await documents.put(key, await readFile(join(folder, documentFile(key))));
    await placeCheckpoints(folder, checkpointDir);
    await connection.query('commit');
  } finally {
    await connection.query('rollback');
    connection.release();
  }
}

async function demandEmpty(connection: Connection): Promise<void> {
  const { rows } = await connection.query<{ used: boolean }>(
    `select exists (select from identity."user") or exists (select from runtime.organization)
      or exists (select from runtime.audit_entry) as used`,
  );
  if (rows[0]!.used)
    throw new ConfigurationError('目标数据库中已有数据，未恢复。请指定空的 DATA_DIR，或新建的数据库。');
}

async function demandSameMigrations(connection: Connection, { migrations }: BackupManifest): Promise<void> {
  const here = await readMigrations(connection);
  const differing = (of: typeof here, without: typeof here) =>
    Object.entries(of).flatMap(([schema, names]) =>
      names.filter((name) => !without[schema]?.includes(name)).map((name) => `${schema}/${name}`),
    );
  const [newer, older] = [differing(migrations, here), differing(here, migrations)];
  if (newer.length > 0)
    throw new ConfigurationError(`备份来自较新的程序（${newer.join('、')}）。请用同一版本或更新的程序恢复。`);
  if (older.length > 0)
    throw new ConfigurationError(
      `备份来自较旧的程序（缺 ${older.join('、')}）。请用做备份时的版本恢复，再换成新版本启动。`,
    );
}

async function fill(connection: Connection, folder: string, manifest: BackupManifest): Promise<void> {
  // References point to and fro between tables: they are taken away and put back, and then hold for every row.
  const references = await readReferences(connection, manifest);
  const triggers = await readTriggers(connection, manifest);
  for (const { table, name } of references)
    await connection.query(`alter table ${table} drop constraint ${name}`);
  // What guards registers against changes would guard them against being filled, too.
  for (const { table, name } of triggers)
    await connection.query(`alter table ${table} disable trigger ${name}`);
  if (manifest.audit)
    await connection.query(
      `select runtime.ensure_audit_month(month) from generate_series($1::timestamptz - interval '31 days',
        $2::timestamptz + interval '31 days', '1 month') as month`,
      [manifest.audit.from, manifest.audit.to],
    );
  for (const table of manifest.tables) {
    const { name, rows } = table;
    // What the preparation itself wrote, such as the work calendar; the log has nothing, and may not be deleted from.
    if (name !== '"runtime"."audit_entry"') await connection.query(`delete from ${name}`);
    await insertRows(connection, folder, table);
    const counted = await connection.query<{ rows: string }>(`select count(*) as rows from ${name}`);
    if (Number(counted.rows[0]!.rows) !== rows)
      throw new ConfigurationError(
        `表 ${name} 恢复后有 ${counted.rows[0]!.rows} 行，备份中是 ${rows} 行；未恢复任何数据。`,
      );
  }
  for (const { name, value } of manifest.sequences)
    if (value !== null) await connection.query('select setval($1::regclass, $2::bigint)', [name, value]);
  for (const { table, name } of triggers)
    await connection.query(`alter table ${table} enable trigger ${name}`);
  for (const { table, name, definition } of references)
    await connection.query(`alter table ${table} add constraint ${name} ${definition}`);
}

async function readReferences(connection: Connection, { tables }: BackupManifest) {
  const { rows } = await connection.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = any($1::regclass[])`,
    [tables.map(({ name }) => name)],
  );
  return rows;
}

async function readTriggers(connection: Connection, { tables }: BackupManifest) {
  const { rows } = await connection.query<{ table: string; name: string }>(
    `select tgrelid::regclass::text as table, quote_ident(tgname) as name from pg_trigger
      where not tgisinternal and tgparentid = 0 and tgenabled = 'O' and tgrelid = any($1::regclass[])`,
    [tables.map(({ name }) => name)],
  );
  return rows;
}

async function insertRows(
  connection: Connection,
  folder: string,
  { name, columns, file }: BackupManifest['tables'][number],
): Promise<void> {
  const list = columns.join(', ');
  const insert = async (lines: readonly string[]) =>
    connection.query(
      `insert into ${name} (${list}) select ${list} from json_populate_recordset(null::${name}, $1)`,
      [`[${lines.join(',')}]`],
    );
  let text = '';
  for await (const chunk of createReadStream(join(folder, file)).pipe(createGunzip()).setEncoding('utf8')) {
    text += chunk as string;
    if (text.length < CHARACTERS_AT_ONCE) continue;
    // JSON has no line end inside a row, but may well have other separators: only this one parts rows.
    const lines = text.split('\n');
    text = lines.pop()!;
    if (lines.length > 0) await insert(lines);
  }
  if (text !== '') await insert(text.trimEnd().split('\n'));
}

/** Later checkpoints than the backup's would contradict it, and are not thrown away in silence. */
async function placeCheckpoints(folder: string, checkpointDir: string): Promise<void> {
  await mkdir(checkpointDir, { recursive: true });
  await copyFile(join(folder, CHECKPOINTS), join(checkpointDir, CHECKPOINTS), constants.COPYFILE_EXCL).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return;
      if (error.code !== 'EEXIST') throw error;
      throw new ConfigurationError(
        `${checkpointDir} 中已有检查点，未恢复。请把它们移到别处保存：其中晚于备份的检查点说明恢复后少了哪些日志。`,
      );
    },
  );
}
