import { signIn } from '../../harness/client.ts';
import { type RunningServer, startServer, temporaryFolder } from '../../harness/server.ts';
import { graphqlRequest } from '../measure/load.ts';
import { residentMegabytes } from '../measure/process.ts';
import { messageOf } from '../measure/rounds.ts';
import type { Group, Row } from '../measure/table.ts';
import type { Place } from '../place.ts';
import { WORK_LIST } from '../product/product.ts';

const LOADED_CONNECTIONS = 16;

/** How long the product takes to be ready, and how much memory it holds then and after load; each on new data. */
export async function starts(place: Place): Promise<Group[]> {
  const first: Group = { title: 'Starts: first start, migrations and demonstration', unit: 's', rows: [] };
  const again: Group = { title: 'Starts: on existing data', unit: 's', rows: [] };
  const resident: Group = { title: 'Resident memory', unit: 'MB', rows: [] };
  for (const database of ['embedded database', 'PostgreSQL']) {
    const figures = await measure(place, database).catch((error: unknown) => messageOf(error));
    const row = (group: Group, target: string, pick: (found: Figures) => number[]): void => {
      const failed = typeof figures === 'string';
      const values = failed ? [] : pick(figures);
      group.rows.push({ target, values, ...(failed && { failed: figures }) } satisfies Row);
    };
    row(first, database, (found) => found.first);
    row(again, database, (found) => found.again);
    row(resident, `${database}, after start`, (found) => found.fresh);
    row(resident, `${database}, after load`, (found) => found.loaded);
  }
  return [first, again, resident];
}

interface Figures {
  first: number[];
  again: number[];
  fresh: number[];
  loaded: number[];
}

async function measure(place: Place, database: string): Promise<Figures> {
  const figures: Figures = { first: [], again: [], fresh: [], loaded: [] };
  for (let round = 0; round < place.options.starts; round++) {
    const folder = await temporaryFolder();
    const environment = {
      DATA_DIR: folder.path,
      ...(database === 'PostgreSQL' && { DATABASE_URL: await place.postgres.createDatabase(), DEMO: 'on' }),
    };
    try {
      await (await timed(environment, figures.first)).stop();
      const server = await timed(environment, figures.again);
      try {
        figures.fresh.push(await residentMegabytes(server.pid));
        await loadWith(place, server);
        figures.loaded.push(await residentMegabytes(server.pid));
      } finally {
        await server.stop();
      }
    } finally {
      await folder.remove();
    }
  }
  return figures;
}

async function timed(environment: Record<string, string>, into: number[]): Promise<RunningServer> {
  const began = performance.now();
  const server = await startServer(environment);
  into.push((performance.now() - began) / 1000);
  return server;
}

async function loadWith({ load, options }: Place, { url }: RunningServer): Promise<void> {
  const { token } = await signIn(url, 'guanli');
  const request = graphqlRequest(JSON.stringify({ query: WORK_LIST }), '"availableActions":[', {
    authorization: `Bearer ${token}`,
  });
  await load.drive({
    url,
    requests: [request],
    connections: LOADED_CONNECTIONS,
    limit: options.smoke ? { requests: 1 } : { ms: 3 * options.windowMs },
  });
}
