import { setTimeout as delay } from 'node:timers/promises';
import { maintain } from '@zgt/runtime/database/maintain.ts';
import { type DatabaseHandle, openEmbedded, openServer } from '@zgt/runtime/database/open.ts';
import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import { temporaryFolder } from '../harness/server.ts';

let postgres: PostgresServer;
let serverUrl: string;
const folders: Awaited<ReturnType<typeof temporaryFolder>>[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
  serverUrl = await postgres.createDatabase();
});
afterAll(async () => {
  await postgres?.stop();
  await Promise.all(folders.map((folder) => folder.remove()));
});

async function openFolder(): Promise<DatabaseHandle> {
  const folder = await temporaryFolder();
  folders.push(folder);
  await copyPreparedDatabase(folder.path);
  return openEmbedded(folder.path);
}

const DATABASES: Record<string, () => Promise<DatabaseHandle>> = {
  'the embedded database': openFolder,
  PostgreSQL: async () => openServer(serverUrl, { max: 4 }),
};

/** What became of each: its first row's value, or the code of its error. */
const outcomes = async (statements: readonly Promise<{ rows: unknown[] }>[]) =>
  (await Promise.allSettled(statements)).map((outcome) =>
    outcome.status === 'fulfilled'
      ? (outcome.value.rows[0] as { value: unknown } | undefined)?.value
      : outcome.reason.code,
  );

describe.each(Object.entries(DATABASES))('%s', (_, open) => {
  let handle: DatabaseHandle;
  beforeAll(async () => {
    handle = await open();
    await sql`create table mark (tag text not null, number int not null)`.execute(handle.db);
  }, 60_000);
  afterAll(() => handle?.close());
  beforeEach(() => sql`truncate mark`.execute(handle.db));

  const { raw } = sql;
  const marks = async (tag: string) =>
    (await sql<{ number: number }>`select number from mark where tag = ${tag}`.execute(handle.db)).rows
      .length;

  it('gives every type as the other database does, whatever bytes are in it, the first time and later', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const text = `壮语 Vahcuengh ' " \\ $1 \r\n\t 😀 ${'字'.repeat(100_000)}`;
    const json = { 名称: text, list: [1, null, { deep: '\u0001' }], 'a"b': true };
    for (let time = 0; time < 3; time++) {
      const { rows } = await sql`select ${text}::text as text, ${JSON.stringify(json)}::jsonb as json,
        ${bytes}::bytea as bytes, ${'9007199254740993'}::int8 as big, ${'1.10'}::numeric as numeric,
        ${'2026-11-23'}::date as day, ${'2026-11-23T09:00:00.123+08:00'}::timestamptz as at,
        ${['甲', 'b,c', '{"}']}::text[] as texts, ${[1, 2]}::int[] as numbers, ${null}::text as nothing,
        ${true}::boolean as flag, ${7}::int as number`.execute(handle.db.withoutPlugins());
      expect(rows).toEqual([
        {
          text,
          json,
          bytes,
          big: '9007199254740993',
          numeric: '1.10',
          day: '2026-11-23',
          at: new Date('2026-11-23T01:00:00.123Z'),
          texts: ['甲', 'b,c', '{"}'],
          numbers: [1, 2],
          nothing: null,
          flag: true,
          number: 7,
        },
      ]);
    }
  });

  it('keeps transactions apart from each other and from single statements', async () => {
    const seen: number[] = [];
    const write = (tag: string) =>
      handle.db.transaction().execute(async (tx) => {
        await sql`insert into mark values (${tag}, 1)`.execute(tx);
        seen.push(await marksWithin(tag));
        await sql`insert into mark values (${tag}, 2)`.execute(tx);
        if (tag.startsWith('undone')) throw new Error('undone');
        async function marksWithin(own: string) {
          const { rows } = await sql`select 1 from mark where tag = ${own}`.execute(tx);
          return rows.length;
        }
      });
    const tags = Array.from({ length: 12 }, (_, index) => `${index % 2 ? 'undone' : 'kept'}-${index}`);
    const writing = tags.map((tag) => write(tag).catch(() => undefined));
    const reading = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        await delay(index % 7);
        return marks(tags[index % tags.length]!);
      }),
    );
    await Promise.all(writing);
    expect(seen).toEqual(tags.map(() => 1));
    expect(reading.filter((count) => count !== 0 && count !== 2)).toEqual([]);
    expect(await Promise.all(tags.map(marks))).toEqual(tags.map((tag) => (tag.startsWith('kept') ? 2 : 0)));
  });

  it('undoes a transaction with a failed statement and serves the next as if nothing had been', async () => {
    const failing = handle.db.transaction().execute(async (tx) => {
      await sql`insert into mark values (${'failing'}, 1)`.execute(tx);
      await sql`select 1 / ${0}::int`.execute(tx);
    });
    const next = Promise.all([marks('failing'), marks('failing'), marks('failing')]);
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(await next).toEqual([0, 0, 0]);
    // A transaction that nobody ended does not outlive the connection that was taken away.
    const client = await handle.pool.connect();
    await client.query("begin; insert into mark values ('left', 1)");
    client.release(true);
    expect(await marks('left')).toBe(0);
  });

  it('answers statements of one transaction that are sent without waiting, in their order', async () => {
    const sum = (text: string) => raw<{ value: number }>(`select ${text} as value`);
    const within = handle.db
      .transaction()
      .execute((tx) =>
        Promise.all(
          [1, 2, 3].map((number) => sql`insert into mark values (${'sent'}, ${number})`.execute(tx)),
        ),
      );
    await within;
    expect(await marks('sent')).toBe(3);
    let settled: unknown[] = [];
    const broken = handle.db.transaction().execute(async (tx) => {
      settled = await outcomes([
        sql`select ${1}::int as value`.execute(tx),
        sql`insert into mark values (${'broken'}, ${1})`.execute(tx),
        sql`select 1 / ${0}::int as value`.execute(tx),
        sum('4').execute(tx),
        sql`select ${5}::int as value`.execute(tx),
      ]);
      throw new Error('given up');
    });
    await expect(broken).rejects.toThrow('given up');
    expect(settled).toEqual([1, undefined, '22012', '25P02', '25P02']);
    expect(await marks('broken')).toBe(0);
    expect(await outcomes([sum('6').execute(handle.db)])).toEqual([6]);
  });
});

/** What is prepared on a handle's only connection. */
const prepared = async ({ pool }: DatabaseHandle): Promise<string[]> =>
  (await pool.query("select statement from pg_prepared_statements where name like 'zgt\\_%'")).rows.map(
    ({ statement }) => statement,
  );

const ONE_CONNECTION: typeof DATABASES = {
  ...DATABASES,
  PostgreSQL: async () => openServer(serverUrl, { max: 1 }),
};

describe.each(Object.entries(ONE_CONNECTION))('statements on %s', (name, open) => {
  let handle: DatabaseHandle;
  beforeEach(async () => {
    handle = await open();
    return () => handle.close();
  }, 60_000);
  /** Texts are known to the whole process: each test and database has its own. */
  const own = (text: string) => `${text} -- ${name}`;
  const ask = (text: string, ...values: unknown[]) => handle.pool.query(text, values);

  it('are prepared from their second time on, if they have parameters and are not long', async () => {
    const often = own('select $1::int + 1 as value');
    const long = own(`select $1::int as value -- ${'x'.repeat(4000)}\n`);
    for (let time = 0; time < 3; time++) {
      expect(await outcomes([ask(often, 1), ask(long, 2), ask(own('select 3 as value'))])).toEqual([2, 2, 3]);
      expect(await prepared(handle)).toEqual(time === 0 ? [] : [often]);
    }
  });

  it('are so many at most on a connection, those used last', async () => {
    const texts = Array.from({ length: 230 }, (_, index) => own(`select $1::int + ${index} as value`));
    for (const text of [...texts, ...texts]) await ask(text, 1);
    expect((await prepared(handle)).sort()).toEqual(texts.slice(-200).sort());
    expect(await outcomes(texts.map((text) => ask(text, 1)))).toEqual(texts.map((_, index) => 1 + index));
  });

  it('have their columns described once they are prepared, and not again', async () => {
    const text = own('select $1::int as number, $2::text as "text"');
    const client = await handle.pool.connect();
    const { connection } = client as unknown as { connection: { describe(): void } };
    const describe = vi.spyOn(connection, 'describe');
    const described: number[] = [];
    for (const number of [1, 2, 3, 4]) {
      const { rows, fields } = await client.query(text, [number, 'a']);
      expect(rows).toEqual([{ number, text: 'a' }]);
      expect(fields.map(({ name }) => name)).toEqual(['number', 'text']);
      described.push(describe.mock.calls.length);
    }
    expect(described).toEqual([1, 2, 2, 2]);
    client.release();
  });

  it('survive a value that cannot be sent', async () => {
    const text = own('select $1::jsonb as value');
    const endless: Record<string, unknown> = {};
    endless.self = endless;
    const sound = { sound: true };
    for (const value of [sound, sound, endless, sound, endless, sound])
      if (value === sound) expect((await ask(text, value)).rows).toEqual([{ value: sound }]);
      else
        await handle.db.connection().execute(async (db) => {
          const sent = sql`select ${endless}::jsonb as value`;
          await expect(sent.execute(db)).rejects.toThrow(/circular/);
          await expect(sent.execute(db)).rejects.toThrow(/circular/);
          expect((await sql`select ${sound}::jsonb as value`.execute(db)).rows).toEqual([{ value: sound }]);
        });
  });

  it('answer with the columns that a table has by now', async () => {
    await ask(own('create table widening (id int)'));
    await ask(own('insert into widening values (1)'));
    const text = own('select * from widening where id = $1');
    for (let time = 0; time < 3; time++) expect((await ask(text, 1)).rows).toEqual([{ id: 1 }]);
    await ask(own('alter table widening add column note text'));
    for (let time = 0; time < 3; time++) expect((await ask(text, 1)).rows).toEqual([{ id: 1, note: null }]);
    expect(await prepared(handle)).toEqual([text]);
    await ask(own('alter table widening rename column note to remark'));
    for (let time = 0; time < 3; time++) expect((await ask(text, 1)).rows).toEqual([{ id: 1, remark: null }]);
    await ask(own('alter table widening alter column id type bigint'));
    for (let time = 0; time < 3; time++)
      expect((await ask(text, 1)).rows).toEqual([{ id: '1', remark: null }]);
    await ask(own('drop table widening'));
  });
});

it('a column that another process adds does not reach a transaction as an error', async () => {
  const mine = openServer(serverUrl, { max: 1 });
  const theirs = openServer(serverUrl, { max: 1 });
  await theirs.pool.query('create table upgraded (id int); insert into upgraded values (1)');
  const read = () =>
    mine.db.transaction().execute(async (tx) => {
      const all = await sql`select * from upgraded where id = ${1} for update`.execute(tx);
      const one = await sql`select upgraded.id from upgraded where id = ${1}`.execute(tx);
      const written = await sql`update upgraded set id = id where id = ${1} returning *`.execute(tx);
      return [all.rows[0], one.rows[0], written.rows[0]];
    });
  for (let time = 0; time < 3; time++) expect(await read()).toEqual([{ id: 1 }, { id: 1 }, { id: 1 }]);
  expect(await prepared(mine)).toEqual(['select upgraded.id from upgraded where id = $1']);
  await theirs.pool.query('alter table upgraded add column note text');
  const wide = { id: 1, note: null };
  for (let time = 0; time < 3; time++) expect(await read()).toEqual([wide, { id: 1 }, wide]);
  await Promise.all([mine.close(), theirs.close()]);
});

it('a connection that is lost in a transaction fails that transaction and nothing else', async () => {
  const handle = openServer(serverUrl, { max: 1 });
  const other = openServer(serverUrl, { max: 1 });
  const lost = handle.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await other.pool.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await sql`select pg_sleep(${60})`.execute(tx);
  });
  await expect(lost).rejects.toThrow();
  expect(await outcomes([sql`select ${1}::int as value`.execute(handle.db)])).toEqual([1]);
  await Promise.all([handle.close(), other.close()]);
});

it('reading statements of a server share two connections; whatever writes has one for itself', async () => {
  const handle = openServer(serverUrl, { max: 4 });
  await sql`create table touched (pid int)`.execute(handle.db);
  const reader = () => sql<{ pid: number }>`select pg_backend_pid() as pid, ${1}::int`.execute(handle.db);
  const first = await reader();
  expect((await reader()).rows).toEqual(first.rows);
  const writing = handle.db.transaction().execute(async (tx) => {
    const writer = await sql<{
      pid: number;
    }>`insert into touched values (pg_backend_pid()) returning pid`.execute(tx);
    const readers = await Promise.all(Array.from({ length: 50 }, reader));
    return { writer: writer.rows[0]!.pid, readers: readers.map(({ rows }) => rows[0]!.pid) };
  });
  const { writer, readers } = await writing;
  expect(new Set(readers).size).toBe(2);
  expect(readers).not.toContain(writer);
  await handle.close();
});

it('a reading connection that is lost fails those on it, and the next ones have another', async () => {
  const handle = openServer(serverUrl, { max: 4 });
  const other = openServer(serverUrl, { max: 1 });
  const asleep = sql<{ pid: number }>`select pg_backend_pid() as pid, pg_sleep(${60})`.execute(handle.db);
  const failed = expect(asleep).rejects.toThrow();
  const found = sql<{ pid: number }>`select pid from pg_stat_activity
    where query like 'select pg_backend_pid() as pid, pg_sleep%' and state = 'active'`;
  let sleeper: number | undefined;
  while (sleeper === undefined) sleeper = (await found.execute(other.db)).rows[0]?.pid;
  await other.pool.query('select pg_terminate_backend($1)', [sleeper]);
  await failed;
  expect(await outcomes([sql`select ${1}::int as value`.execute(handle.db)])).toEqual([1]);
  await Promise.all([handle.close(), other.close()]);
});

describe('the embedded database', () => {
  let handle: DatabaseHandle;
  beforeAll(async () => {
    handle = await openFolder();
  }, 60_000);
  afterAll(() => handle?.close());

  it('computes without holding up the process', async () => {
    let turns = 0;
    let done = false;
    const heavy = handle.pool
      .query('select count(*)::int as value from generate_series(1, 3000000)')
      .finally(() => {
        done = true;
      });
    while (!done) {
      await new Promise(setImmediate);
      turns += 1;
    }
    expect((await heavy).rows).toEqual([{ value: 3_000_000 }]);
    expect(turns).toBeGreaterThan(100);
  });

  it('gives single statements and transactions their turns, however many come', async () => {
    const order: string[] = [];
    const single = (index: number) =>
      sql`select ${index}::int`.execute(handle.db).then(() => order.push('single'));
    const together = Array.from({ length: 50 }, (_, index) => single(index));
    const transaction = handle.db.transaction().execute(async (tx) => {
      await sql`select ${1}::int`.execute(tx);
      order.push('transaction');
    });
    // As long as the transaction has not had its turn, each answer is followed by another question.
    const endless = async () => {
      for (let index = 0; index < 1000 && !order.includes('transaction'); index++) await single(index);
    };
    await Promise.all([...together, transaction, ...Array.from({ length: 8 }, endless)]);
    expect(order.filter((step) => step === 'single').length).toBeLessThan(1000);
    expect(order).toContain('transaction');
  });

  it('hears notifications, whichever client has the session', async () => {
    const heard: string[] = [];
    const stop = await handle.embedded!.listen('Zgt channel', (payload) => heard.push(payload));
    await handle.pool.query(`notify "Zgt channel", 'first'`);
    await expect(handle.pool.query('select 1/0')).rejects.toMatchObject({ code: '22012' });
    await handle.db
      .transaction()
      .execute((tx) => sql`select pg_notify(${'Zgt channel'}, ${'second'})`.execute(tx));
    await stop();
    await handle.pool.query(`notify "Zgt channel", 'third'`);
    expect(heard).toEqual(['first', 'second']);
  });

  it('is maintained with the rights that this takes, and goes on with those it had', async () => {
    await handle.pool.query('create table worn (id int); insert into worn select generate_series(1, 50)');
    await handle.pool.query('delete from worn where id > 10');
    await handle.pool.query('create role modest; set role modest');
    await maintain(handle);
    const { rows } = await handle.pool.query(
      "select reltuples::int as rows, current_user::text as role from pg_class where relname = 'worn'",
    );
    expect(rows).toEqual([{ rows: 10, role: 'modest' }]);
  });
});
