import { ensurePortalBuilt } from '@zgt/portal/build.ts';
import { describeMachine } from './measure/machine.ts';
import { messageOf } from './measure/rounds.ts';
import { type Group, renderTable } from './measure/table.ts';
import { type Options, readOptions, type SectionName } from './options.ts';
import { openPlace, type Place } from './place.ts';
import { profileList } from './profile/profile-list.ts';
import { embedded } from './sections/embedded.ts';
import { gateways } from './sections/gateways.ts';
import { pages } from './sections/pages.ts';
import { sizes } from './sections/sizes.ts';
import { starts } from './sections/starts.ts';
import { writes } from './sections/writes.ts';

const RUN: Record<SectionName, (place: Place) => Promise<Group[]>> = {
  gateways,
  starts,
  sizes,
  writes,
  pages,
  embedded,
};

const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;

/** Runs the chosen sections one after the other; one that fails as a whole becomes a row that says why. */
async function measure(place: Place, took: Map<string, number>): Promise<Group[]> {
  const groups: Group[] = [];
  // A build of the portal is no part of a start: it is made once for a version.
  if (place.options.sections.some((name) => name !== 'gateways')) await ensurePortalBuilt();
  for (const name of place.options.sections) {
    const began = performance.now();
    const made = await RUN[name](place).catch((error: unknown) => {
      console.error(error);
      return [{ title: name, unit: '', rows: [{ target: name, values: [], failed: messageOf(error) }] }];
    });
    await place.endSection();
    took.set(name, performance.now() - began);
    console.error(`${name}: ${seconds(took.get(name)!)}`);
    groups.push(...made);
  }
  return groups;
}

async function main(options: Options): Promise<void> {
  const place = await openPlace(options);
  try {
    if (options.profile) {
      console.log(await profileList(place));
      return;
    }
    const took = new Map<string, number>();
    const groups = await measure(place, took);
    console.log(`\n${await describeMachine(place)}\n\n${renderTable(groups)}`);
    // Since the process began, so that what no section does is in it.
    const parts = [...took].map(([name, ms]) => `${name} ${seconds(ms)}`);
    console.log(`\n${parts.join(', ')}; in all ${seconds(performance.now())}`);
    if (groups.some(({ rows }) => rows.some(({ failed }) => failed !== undefined))) process.exitCode = 1;
  } finally {
    await place.leave();
  }
}

await main(readOptions(process.argv.slice(2)));
