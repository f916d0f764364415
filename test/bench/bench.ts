import { ensurePortalBuilt } from '@zgt/portal/build.ts';
import { describeMachine } from './measure/machine.ts';
import { messageOf } from './measure/rounds.ts';
import { type Group, renderTable } from './measure/table.ts';
import { type Options, readOptions, type SectionName } from './options.ts';
import { openPlace, type Place } from './place.ts';
import { profileList } from './profile/profile-list.ts';
import { gateways } from './sections/gateways.ts';
import { pages } from './sections/pages.ts';
import { sizes } from './sections/sizes.ts';
import { starts } from './sections/starts.ts';
import { writes } from './sections/writes.ts';

const RUN: Record<SectionName, (place: Place) => Promise<Group[]>> = {
  gateways,
  sizes,
  writes,
  starts,
  pages,
};

/** Runs the chosen sections one after the other; one that fails as a whole becomes a row that says why. */
async function measure(place: Place): Promise<Group[]> {
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
    console.error(`${name}: ${Math.round((performance.now() - began) / 1000)} s`);
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
    const groups = await measure(place);
    console.log(`\n${await describeMachine(place)}\n\n${renderTable(groups)}`);
    if (groups.some(({ rows }) => rows.some(({ failed }) => failed !== undefined))) process.exitCode = 1;
  } finally {
    await place.leave();
  }
}

await main(readOptions(process.argv.slice(2)));
