import { expect, test } from 'vitest';
import { workPlaces } from './navigation.ts';
import { groupOf, inGroups } from './place-groups.ts';
import { REGISTERS } from './registers.ts';

const PARTIES = [
  null,
  'ECOSYSTEM_UNIT',
  'PROJECT_COMPANY',
  'MANAGEMENT_UNIT',
  'OWNER_UNIT',
  'INFRASTRUCTURE_PROVIDER',
  'GOVERNMENT_DEPARTMENT',
];

test.each(PARTIES)('every place of %s stands in one group and none is lost', (party) => {
  const places = workPlaces(party);
  expect(places.filter(({ href }) => groupOf(href) === null)).toEqual([]);
  const grouped = inGroups(places).flatMap(({ members }) => members.map(({ href }) => href));
  expect(grouped.toSorted()).toEqual(places.map(({ href }) => href).toSorted());
});

test('what is begun in a register stands in the group of the register', () => {
  const lost = REGISTERS.filter(({ creations }) => creations.length > 0)
    .map(({ path }) => `/work/${path}/new/x`)
    .filter((href) => groupOf(href) === null);
  expect(lost).toEqual([]);
});
