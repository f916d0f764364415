import { postgraphileRequests } from '../federation/postgraphile.ts';
import { bodyOf, QUERIES, type Query } from '../federation/queries.ts';
import { remember } from '../federation/remember.ts';
import { answersOf, requireSame } from '../federation/same-answer.ts';
import {
  BARE,
  openFederation,
  openRegistersDatabase,
  type SubgraphServer,
  startChoice,
  TARGETS,
} from '../federation/targets.ts';
import { graphqlRequest, type Request } from '../measure/load.ts';
import { residentMegabytes, startTarget, type TargetProcess } from '../measure/process.ts';
import { measureInRounds, messageOf, type Subject } from '../measure/rounds.ts';
import type { Group } from '../measure/table.ts';
import { installPeers } from '../peers.ts';
import type { Place } from '../place.ts';

// So many that the same one is hardly ever under way twice at once: no target gains by joining them.
const DISTINCT_REQUESTS = 2000;

interface Runner {
  name: string;
  process: TargetProcess;
  requests: Map<string, Request[]>;
}

interface Unstarted {
  name: string;
  failed: string;
}

type Started = Runner | Unstarted;

/** Our gateway, its peers and the bare bounds over the same subgraphs and tables. */
export async function gateways(place: Place): Promise<Group[]> {
  const { smoke } = place.options;
  if (!smoke) await installPeers();
  const started = await startAll(place);
  const groups: Group[] = [];
  for (const query of QUERIES)
    for (const connections of place.options.connections)
      groups.push(await compare(place, started, query, connections));
  return groups;
}

async function startAll(place: Place): Promise<Started[]> {
  const databaseUrl = await openRegistersDatabase(place);
  const setupOf = remember((by: SubgraphServer) => openFederation(place, databaseUrl, by));
  const references = new Map<string, unknown[]>();
  const started: Started[] = [];
  const start = async (name: string, open: () => Promise<Runner>) =>
    started.push(await open().catch((error: unknown) => ({ name, failed: messageOf(error) })));
  for (const choice of TARGETS.filter(({ peer }) => !(peer && place.options.smoke)))
    await start(choice.name, async () => {
      const process = await startChoice(place, await setupOf(choice.subgraphs ?? 'ours'), choice);
      const requests = new Map<string, Request[]>();
      for (const query of QUERIES) {
        const answers = await answersOf(process.url, query);
        if (choice.name === BARE) references.set(query.name, answers);
        requireSame(answers, references.get(query.name)!);
        requests.set(query.name, requestsOf(query));
      }
      return { name: choice.name, process, requests };
    });
  if (!place.options.smoke)
    await start('PostGraphile 5', async () => {
      const process = await startTarget(
        new URL('../peers/postgraphile.ts', import.meta.url),
        await setupOf('ours'),
      );
      place.atEnd(process.stop);
      const requests = new Map<string, Request[]>();
      for (const { name } of QUERIES)
        requests.set(name, await postgraphileRequests(process.url, name, DISTINCT_REQUESTS));
      return { name: 'PostGraphile 5', process, requests };
    });
  return started;
}

const requestsOf = (query: Query) =>
  Array.from({ length: DISTINCT_REQUESTS }, (_, index) => graphqlRequest(bodyOf(query, index), query.sign));

async function compare(
  { load, options }: Place,
  started: readonly Started[],
  query: Query,
  connections: number,
): Promise<Group> {
  const windowOf = (runner: Runner, ms: number, round: number) =>
    load.drive({
      url: runner.process.url,
      requests: rotated(runner.requests.get(query.name)!, round),
      connections,
      limit: options.smoke ? { requests: 1 } : { ms },
    });
  const subject = (runner: Runner): Subject => ({
    target: runner.name,
    measure: async (round) => {
      if (round === 0 && !options.smoke) await windowOf(runner, options.warmUpMs, round);
      const { perSecond, p50, p99, bytes } = await windowOf(runner, options.windowMs, round);
      const MB = await residentMegabytes(runner.process.pid);
      return { value: perSecond, more: { 'p50 ms': p50, 'p99 ms': p99, MB, bytes } };
    },
  });
  const unstarted = ({ name, failed }: Unstarted): Subject => ({
    target: name,
    measure: () => Promise.reject(new Error(failed)),
  });
  const rows = await measureInRounds(
    started.map((one) => ('failed' in one ? unstarted(one) : subject(one))),
    options.rounds,
  );
  const title = `Gateways: ${query.title}, ${connections} connection${connections === 1 ? '' : 's'}`;
  return { title, unit: '/s', reference: BARE, rows };
}

/** The same requests from another beginning. */
function rotated(requests: readonly Request[], round: number): Request[] {
  const first = (round * 611) % requests.length;
  return [...requests.slice(first), ...requests.slice(0, first)];
}
