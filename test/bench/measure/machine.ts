import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import pg from 'pg';
import type { Place } from '../place.ts';

/** What the figures depend on and a reader cannot see from them. */
export async function describeMachine({ options, postgres }: Place): Promise<string> {
  const connection = new pg.Client({ connectionString: await postgres.createDatabase() });
  await connection.connect();
  const { rows } = await connection.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  await connection.end();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${gigabytes} GB, ${process.platform} ${process.arch}`,
    `Node ${process.version}, PostgreSQL ${rows[0]!.version}`,
    `load average ${loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
    `${options.rounds} interleaved rounds of ${options.windowMs} ms; median (min to max); the load generator shares the cores`,
  ].join('\n');
}
