import { afterAll, beforeAll, expect, it } from 'vitest';
import { safetyAgreement } from '../safety-agreement/actions.ts';
import { openWorld, type World } from '../testing/world.ts';
import { securityProgramme } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());

const gaps = async (viewer = world.company) =>
  (await world.ask(viewer, '{ securityGaps { name } }')).securityGaps.map(({ name }: any) => name);

it('articles 64 and 65: domains without measures and a missing agreement are gaps [duty 64.2]', async () => {
  const owner = await world.runtime.member('OWNER_UNIT', ['SECURITY']);
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  expect(await gaps()).toEqual([
    'SAFETY_AGREEMENT',
    'INFRASTRUCTURE',
    'SOFTWARE',
    'CRYPTOGRAPHY',
    'DATA',
    'OPEN_ECOSYSTEM',
  ]);
  expect(await gaps(unit)).toEqual([]);
  const start = (domain: string) => ({ input: { domain, measures: '分区隔离', chargeOf: '安全部' } });
  expect(await world.refusal(securityProgramme, 'start', owner, start('DATA'))).toBe('FORBIDDEN_ROLE');
  for (const domain of ['INFRASTRUCTURE', 'SOFTWARE', 'CRYPTOGRAPHY', 'OPEN_ECOSYSTEM'])
    await world.take(securityProgramme, 'start', world.company, start(domain));
  const { id } = await world.take(securityProgramme, 'start', world.company, start('DATA'));
  await world.take(safetyAgreement, 'sign', world.management, {
    input: {
      counterparty: 'OWNER_UNIT',
      signedOn: '2026-11-20',
      validUntil: '2027-11-19',
      requirementReference: '桂网信〔2026〕1号',
      clauses: ['日志留存：每季抽查'],
    },
    documents: ['OTHER'],
  });
  expect(await gaps()).toEqual([]);
  expect(
    await world.take(securityProgramme, 'guide', owner, { id, input: { guidance: '加强备份' } }),
  ).toMatchObject({ state: 'RUNNING', guidance: '加强备份' });
  await world.take(securityProgramme, 'end', world.company, { id, reason: '另立' });
  expect(await gaps()).toEqual(['DATA']);
});
