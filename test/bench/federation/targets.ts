import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { startTarget, type TargetProcess } from '../measure/process.ts';
import type { Setup } from '../measure/target.ts';
import type { Place } from '../place.ts';
import type { Connections } from './registers.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from './subgraphs.ts';
import { subgraphSdl, supergraphOf } from './supergraph.ts';

export interface TargetChoice {
  name: string;
  file: string;
  inProcess: boolean;
  form?: string;
  connections?: Connections;
  peer?: boolean;
  /** What serves the subgraphs; ours unless told. */
  subgraphs?: SubgraphServer;
}

/** The program that serves a subgraph over HTTP. */
const SUBGRAPH_SERVERS = {
  ours: './subgraph-server.ts',
  'Apollo Server': './apollo-subgraph.ts',
} as const;
export type SubgraphServer = keyof typeof SUBGRAPH_SERVERS;

/** The row that every gateway is divided by: what database and HTTP cost without GraphQL. */
export const BARE = 'bare HTTP, three statements';

const over = ' over HTTP';
const inside = ' in process';
const peer = (name: string, file: string, inProcess: boolean, form?: string): TargetChoice => ({
  name: name + (inProcess ? inside : over),
  file: `../peers/${file}.ts`,
  inProcess,
  form,
  peer: true,
});

/** Ours with everything in one process, whose time a profile shows. */
export const PROFILED: TargetChoice = {
  name: `ours${inside}`,
  file: './ours-server.ts',
  inProcess: true,
  connections: 'product',
};

export const TARGETS: readonly TargetChoice[] = [
  { name: BARE, file: './bare.ts', inProcess: true },
  { name: 'bare HTTP, one JSON statement', file: './bare.ts', inProcess: true, form: 'one statement' },
  PROFILED,
  { ...PROFILED, name: `${PROFILED.name}, each signed in as somebody else`, form: 'signed in' },
  peer('Apollo Gateway', 'apollo', true),
  peer('Hive Gateway', 'hive', true),
  peer('Hive Gateway, Rust planner', 'hive', true, 'rust'),
  { name: `ours${over}`, file: './ours-server.ts', inProcess: false },
  {
    name: `ours${over}, each signed in as somebody else`,
    file: './ours-server.ts',
    inProcess: false,
    form: 'signed in',
  },
  peer('Apollo Gateway', 'apollo', false),
  {
    ...peer('Apollo Gateway', 'apollo', false),
    name: `Apollo Gateway${over}, subgraphs on Apollo Server`,
    subgraphs: 'Apollo Server',
  },
  peer('Mercurius Gateway', 'mercurius', false),
  peer('Hive Gateway', 'hive', false),
  peer('Hive Gateway, Rust planner', 'hive', false, 'rust'),
];

/** A database with the registers of the comparison. */
export async function openRegistersDatabase({ postgres }: Place): Promise<string> {
  const databaseUrl = await postgres.createDatabase();
  const connection = new pg.Client({ connectionString: databaseUrl });
  await connection.connect();
  await connection.query(await readFile(new URL('./tables.sql', import.meta.url), 'utf8'));
  await connection.end();
  return databaseUrl;
}

/** Starts the three subgraphs as servers; gives what every gateway is told. */
export async function openFederation(place: Place, databaseUrl: string, by: SubgraphServer): Promise<Setup> {
  const subgraphs = await Promise.all(
    SUBGRAPH_NAMES.map(async (name) => {
      const bare: Setup = { databaseUrl, supergraph: '', subgraphs: [], inProcess: true, form: name };
      const server = await startTarget(new URL(SUBGRAPH_SERVERS[by], import.meta.url), bare);
      place.atEnd(server.stop);
      return { name, url: `${server.url}/graphql`, sdl: subgraphSdl(name) };
    }),
  );
  const urls = Object.fromEntries(subgraphs.map(({ name, url }) => [name, url]));
  return {
    databaseUrl,
    supergraph: supergraphOf(urls as Record<SubgraphName, string>),
    subgraphs,
    inProcess: false,
  };
}

export async function startChoice(
  place: Place,
  setup: Setup,
  { file, inProcess, form, connections }: TargetChoice,
  execArgv: string[] = [],
): Promise<TargetProcess> {
  const target = await startTarget(
    new URL(file, import.meta.url),
    { ...setup, inProcess, connections, ...(form && { form }) },
    execArgv,
  );
  place.atEnd(target.stop);
  return target;
}
