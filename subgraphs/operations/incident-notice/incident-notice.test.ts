import { newId } from '@zgt/runtime/id.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { incident } from '../incident/actions.ts';
import { openWorld, type World } from '../testing/world.ts';
import { incidentNotice } from './actions.ts';

let world: World;
let unit: Viewer;
let appId: string;
beforeAll(async () => {
  world = await openWorld();
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  appId = newId();
  // As the register of apps keeps it for all subgraphs.
  await sql`insert into runtime.item (noun, record_id, organization_id, number, title, state, since, updated_at)
    values ('App', ${appId}, ${unit.organizationId}, 'YY-2026-000001', '桂林导览', 'LISTED', now(), now())`.execute(
    world.runtime.db,
  );
}, 60_000);
afterAll(() => world.runtime.close());

it('[duty 62.1] the provider of an app that is hit learns what it is told, and nothing else of the incident', async () => {
  const facts = { outageScope: 'SINGLE_APP', damagedData: 'NONE', dataEffect: 'UNASSESSED', threat: 'NONE' };
  const input = { title: '导览打不开', description: '接口超时', category: 'FAULT', appId, ...facts };
  const found = await world.take(incident, 'detect', world.company, { input });
  expect(found.affected).toBe('桂林导览');
  const notice = { incidentId: found.id, appId, text: '接口不可用，请暂停推送。' };
  expect(await world.refusal(incidentNotice, 'send', world.company, { input: notice })).toBe('VALIDATION');
  await world.take(incident, 'report', world.company, { id: found.id });
  expect(await world.refusal(incidentNotice, 'send', world.management, { input: notice })).toBe(
    'FORBIDDEN_ROLE',
  );
  const sent = await world.take(incidentNotice, 'send', world.company, { input: notice });
  expect(sent.organizationId).toBe(unit.organizationId);
  const { incidentNotice: seen } = await world.ask(
    unit,
    'query ($id: ID!) { incidentNotice(id: $id) { text appName incident { id } } }',
    { id: sent.id },
  );
  expect(seen).toEqual({ text: '接口不可用，请暂停推送。', appName: '桂林导览', incident: null });
  const stranger = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  const answer = { id: sent.id, input: { answer: '已暂停推送' } };
  expect(await world.refusal(incidentNotice, 'answer', stranger, answer)).toBe('NOT_FOUND');
  expect((await world.take(incidentNotice, 'answer', unit, answer)).state).toBe('ANSWERED');
});
