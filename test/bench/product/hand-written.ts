import { execFile } from 'node:child_process';
import { access, glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';

const SCRIPT = new URL('./consent.sql', import.meta.url);
const run = promisify(execFile);

/** Consents to the authorizations from `first` on, by so many clients, and says how many a second were done. */
export type HandWritten = (first: number, count: number, clients: number) => Promise<number>;

/** The hand-written transaction by pgbench where there is one, else by node-postgres. */
export async function handWritten(databaseUrl: string): Promise<{ by: string; consent: HandWritten }> {
  const program = await findPgbench();
  return program
    ? { by: 'pgbench', consent: byPgbench(program, databaseUrl) }
    : { by: 'node-postgres, as there is no pgbench here', consent: byNode(databaseUrl) };
}

async function findPgbench(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  const known = folders.map((folder) => `${folder}/pgbench`);
  for await (const found of glob('/usr/lib/postgresql/*/bin/pgbench')) known.push(found);
  for (const path of known)
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  return null;
}

function byPgbench(program: string, databaseUrl: string): HandWritten {
  return async (first, count, clients) => {
    const each = Math.ceil(count / clients);
    const given = [`first=${first}`, `each=${each}`, 'turn=0'].flatMap((variable) => ['-D', variable]);
    const { stdout } = await run(program, [
      ...['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-t', String(each)],
      ...given,
      ...['-f', fileURLToPath(SCRIPT), databaseUrl],
    ]).catch(({ stderr }: { stderr: string }) => {
      throw new Error(/^.*error:.*$/m.exec(stderr)?.[0] ?? stderr);
    });
    const done = /actually processed: (\d+)/.exec(stdout)?.[1];
    if (Number(done) !== each * clients)
      throw new Error(`pgbench did ${done} of ${each * clients} transactions`);
    return Number(/tps = ([\d.]+)/.exec(stdout)![1]);
  };
}

function byNode(databaseUrl: string): HandWritten {
  return async (first, count, clients) => {
    const statements = await readStatements();
    const each = Math.ceil(count / clients);
    const connections = await Promise.all(
      Array.from({ length: clients }, async () => {
        const connection = new pg.Client({ connectionString: databaseUrl });
        await connection.connect();
        return connection;
      }),
    );
    const began = performance.now();
    await Promise.all(
      connections.map(async (connection, client) => {
        for (let turn = 0; turn < each; turn++)
          for (const [index, text] of statements.entries())
            await connection.query({
              name: `statement ${index}`,
              text,
              values: text.includes('$1') ? [first + client * each + turn] : [],
            });
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    await Promise.all(connections.map((connection) => connection.end()));
    return (each * clients) / seconds;
  };
}

async function readStatements(): Promise<string[]> {
  const lines = (await readFile(SCRIPT, 'utf8')).split('\n');
  const sql = lines.filter((line) => !/^(?:--|\\)/.test(line)).join('\n');
  return sql
    .split(/;\n/)
    .map((statement) => statement.trim().replaceAll(':n::bigint', '$1::bigint'))
    .filter(Boolean);
}
