import { expect, test } from 'vitest';
import {
  MEMBER_ROLE_LABELS,
  MEMBER_ROLES,
  mayHoldRole,
  PARTIES,
  PARTY_KINDS,
  PARTY_ROLES,
} from './parties.ts';

test('article 13 binds seven kinds of party directly and ecosystem units only by agreement', () => {
  expect(PARTY_KINDS).toHaveLength(8);
  expect(PARTY_KINDS.filter((kind) => !PARTIES[kind].boundDirectly)).toEqual(['ECOSYSTEM_UNIT']);
});

test('every role has a label and at least one party that may give it', () => {
  expect(Object.keys(MEMBER_ROLE_LABELS)).toEqual([...MEMBER_ROLES]);
  for (const role of MEMBER_ROLES)
    expect(
      PARTY_KINDS.some((kind) => PARTY_ROLES[kind].includes(role)),
      role,
    ).toBe(true);
});

test('only the management unit has the business office that article 62 reports to', () => {
  expect(PARTY_KINDS.filter((kind) => mayHoldRole(kind, 'BUSINESS_OFFICE'))).toEqual(['MANAGEMENT_UNIT']);
});

test('every party has a head, and a role from elsewhere is refused', () => {
  for (const kind of PARTY_KINDS) expect(mayHoldRole(kind, 'HEAD'), kind).toBe(true);
  expect(mayHoldRole('ECOSYSTEM_UNIT', 'APPROVER')).toBe(false);
  expect(mayHoldRole('PROJECT_COMPANY', 'toString')).toBe(false);
});
