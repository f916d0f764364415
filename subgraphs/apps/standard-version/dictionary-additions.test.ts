import { DATA_ELEMENTS, DICTIONARY } from '@zgt/schema/dictionary/dictionary.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { up } from '../migrations/085-dictionary-additions.ts';
import { openWorld, type World } from '../testing/world.ts';
import { standardVersion } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.runtime.close());

const versions = async () => {
  const found = await sql<{
    id: string;
    text: string;
    state: string;
    entries: number;
    told: number;
  }>`select id,
      version_text as text, state, entry_count as told,
      (select count(*)::int from apps.data_dictionary_entry where version_id = version.id) as entries
    from apps.standard_version as version where standard_code = 'data-dictionary' order by id`.execute(
    world.runtime.db,
  );
  return found.rows;
};

it('a new installation has every data element in force, and no draft', async () => {
  await up(world.runtime.db as never);
  expect(await versions()).toMatchObject([
    { text: DICTIONARY.version, state: 'PUBLISHED', entries: DATA_ELEMENTS.length },
  ]);
});

it('an older one keeps what is published, and is given a draft that the company publishes', async () => {
  const { db } = world.runtime;
  const old = DATA_ELEMENTS.filter(({ since }) => since === '1.0.0').length;
  const set = (columns: ReturnType<typeof sql>) =>
    sql`update apps.standard_version set ${columns} where standard_code = 'data-dictionary'`.execute(db);
  // Only a draft can be made to look as the version before it.
  await set(sql`state = 'DRAFT'`);
  await set(sql`version_text = '1.0.0', entry_count = ${old}`);
  await sql`delete from apps.data_dictionary_entry where since <> '1.0.0'`.execute(db);
  await set(sql`state = 'PUBLISHED'`);
  await up(db as never);
  const [before, draft] = await versions();
  expect(before).toMatchObject({ text: '1.0.0', state: 'PUBLISHED', entries: old });
  expect(draft).toMatchObject({
    text: '1.1.0',
    state: 'DRAFT',
    entries: DATA_ELEMENTS.length,
    told: DATA_ELEMENTS.length,
  });
  await world.take(standardVersion, 'publish', world.company, { id: draft!.id, input: {} });
  expect((await versions()).map(({ state }) => state)).toEqual(['TRANSITION', 'PUBLISHED']);
});
