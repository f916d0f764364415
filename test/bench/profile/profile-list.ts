import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyOf, QUERIES } from '../federation/queries.ts';
import { openFederation, openRegistersDatabase, PROFILED, startChoice } from '../federation/targets.ts';
import { graphqlRequest } from '../measure/load.ts';
import type { Place } from '../place.ts';
import { type CpuProfile, readShares, type Share } from './read-profile.ts';

const WARM_UP_MS = 2000;
const PROFILED_MS = 5000;
const SHOWN = 25;
const DISTINCT_REQUESTS = 2000;

/** Says where our gateway spends its time, the subgraphs in its process, while it answers the list under load. */
export async function profileList(place: Place): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zgt-profile-'));
  try {
    const setup = await openFederation(place, await openRegistersDatabase(place), 'ours');
    const target = await startChoice(place, setup, PROFILED, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
    const query = QUERIES[0]!;
    const requests = Array.from({ length: DISTINCT_REQUESTS }, (_, index) =>
      graphqlRequest(bodyOf(query, index), query.sign),
    );
    const drive = (ms: number) =>
      place.load.drive({ url: target.url, requests, connections: 32, limit: { ms } });
    await drive(WARM_UP_MS);
    const { perSecond } = await drive(PROFILED_MS);
    await target.stop();
    const [file] = await readdir(folder);
    const profile = JSON.parse(await readFile(join(folder, file!), 'utf8')) as CpuProfile;
    const { functions, packages } = readShares(profile, PROFILED_MS);
    return [
      `${query.title}, ${PROFILED.name}: ${Math.round(perSecond)}/s while profiled; shares of the time that is not idle`,
      '',
      ...show(packages),
      '',
      ...show(functions),
    ].join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const show = (shares: readonly Share[]): string[] =>
  shares.slice(0, SHOWN).map(({ name, share }) => `${(share * 100).toFixed(1).padStart(5)} %  ${name}`);
