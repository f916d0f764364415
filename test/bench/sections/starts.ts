import { signIn } from '../../harness/client.ts';
import type { RunningServer } from '../../harness/server.ts';
import { graphqlRequest } from '../measure/load.ts';
import { residentMegabytes } from '../measure/process.ts';
import { messageOf } from '../measure/rounds.ts';
import type { Group, Row } from '../measure/table.ts';
import type { Place } from '../place.ts';
import {
  DATABASES,
  type Data,
  type Database,
  keepDemonstration,
  newData,
  startOn,
  WORK_LIST,
} from '../product/product.ts';

const LOADED_CONNECTIONS = 16;

/** How long the product takes to be ready, and how much memory it holds then and after load. */
export async function starts(place: Place): Promise<Group[]> {
  const found = new Map<Database, Figures>(
    DATABASES.map((database) => [database, { first: [], again: [], fresh: [], loaded: [] }]),
  );
  for (let round = 0; round < place.options.starts; round++)
    for (const [database, figures] of found)
      if (figures.failed === undefined)
        await measure(place, database, figures).catch((error: unknown) => {
          figures.failed = messageOf(error);
        });
  const row = (target: string, { failed }: Figures, values: number[]): Row => ({
    target,
    values: failed === undefined ? values : [],
    failed,
  });
  const rows = (pick: (figures: Figures) => number[]) =>
    [...found].map(([database, figures]) => row(database, figures, pick(figures)));
  return [
    {
      title: 'Starts: first start, migrations and demonstration',
      unit: 's',
      rows: rows(({ first }) => first),
    },
    { title: 'Starts: on existing data', unit: 's', rows: rows(({ again }) => again) },
    {
      title: 'Resident memory',
      unit: 'MB',
      rows: [...found].flatMap(([database, figures]) => [
        row(`${database}, after start`, figures, figures.fresh),
        row(`${database}, after load`, figures, figures.loaded),
      ]),
    },
  ];
}

interface Figures {
  first: number[];
  again: number[];
  fresh: number[];
  loaded: number[];
  failed?: string;
}

/** One first start on new data, some more on what it left, and load on the last. */
async function measure(place: Place, database: Database, figures: Figures): Promise<void> {
  const { data, remove } = await newData(place, database);
  let isKept = false;
  try {
    await (await timed(data, figures.first)).stop();
    for (let restart = 1; restart <= place.options.restarts; restart++) {
      const server = await timed(data, figures.again);
      try {
        figures.fresh.push(await residentMegabytes(server.pid));
        if (restart < place.options.restarts) continue;
        await loadWith(place, server);
        figures.loaded.push(await residentMegabytes(server.pid));
      } finally {
        await server.stop();
      }
    }
    isKept = keepDemonstration(place, database, data, remove);
  } finally {
    if (!isKept) await remove();
  }
}

async function timed(data: Data, into: number[]): Promise<RunningServer> {
  const began = performance.now();
  const server = await startOn(data);
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
