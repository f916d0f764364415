import type { Guard, Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { ANONYMOUS, SYSTEM, type Viewer } from '@zgt/runtime/viewer.ts';
import { describe, expect, it } from 'vitest';
import { type CredentialFacts, machineCredentialLifecycle } from './lifecycle.ts';

const at = new Date('2026-11-23T01:00:00Z');
const own: Row = {
  id: 'id',
  number: '',
  organizationId: 'own',
  state: 'ACTIVE',
  version: 1,
  createdAt: at,
  updatedAt: at,
};

function judge(
  action: 'issue' | 'rotate' | 'revoke',
  viewer: Partial<Viewer>,
  facts: Partial<CredentialFacts>,
  input = {},
) {
  const given = {
    record: action === 'issue' ? null : own,
    facts: { ownerParty: 'COUNTY', unitState: null, ...facts },
    input: { validUntil: '2027-01-01', ...input },
    viewer: { ...ANONYMOUS, via: 'SESSION' as const, organizationId: 'own', ...viewer },
    today: '2026-11-23',
    now: at,
  };
  const guards: readonly Guard<CredentialFacts>[] = machineCredentialLifecycle.actions[action].guards;
  return guards.map((guard) => guard(given)?.code).filter((code) => code !== undefined);
}

describe('machine credential guards', () => {
  it('lets people issue and rotate, not programs (article 68)', () => {
    expect(judge('issue', {}, {})).toEqual([]);
    expect(judge('issue', { via: 'MACHINE' }, {})).toEqual(['FORBIDDEN_ROLE']);
    expect(judge('rotate', { via: 'MACHINE' }, {})).toEqual(['FORBIDDEN_ROLE']);
  });

  it('asks units, and only units, for their approval (article 7)', () => {
    expect(judge('issue', {}, { ownerParty: 'ECOSYSTEM_UNIT', unitState: 'ACTIVE' })).toEqual([]);
    expect(judge('issue', {}, { ownerParty: 'ECOSYSTEM_UNIT', unitState: 'SUSPENDED' })).toEqual([
      'UNIT_NOT_APPROVED',
    ]);
    expect(judge('rotate', {}, { ownerParty: 'ECOSYSTEM_UNIT', unitState: null })).toEqual([
      'UNIT_NOT_APPROVED',
    ]);
  });

  it('ends between today and 366 days from now', () => {
    expect(judge('issue', {}, {}, { validUntil: '2026-11-23' })).toEqual([]);
    expect(judge('issue', {}, {}, { validUntil: '2027-11-24' })).toEqual([]);
    expect(judge('issue', {}, {}, { validUntil: '2027-11-25' })).toEqual(['VALIDATION']);
    expect(judge('issue', {}, {}, { validUntil: '2026-11-22' })).toEqual(['VALIDATION']);
  });

  it('is revoked from outside only when it is a unit’s (article 52)', () => {
    expect(judge('revoke', {}, {})).toEqual([]);
    expect(judge('revoke', { organizationId: 'company' }, { ownerParty: 'ECOSYSTEM_UNIT' })).toEqual([]);
    expect(judge('revoke', { organizationId: 'company' }, { ownerParty: 'MUNICIPALITY' })).toEqual([
      'FORBIDDEN_ROLE',
    ]);
    expect(judge('revoke', SYSTEM, { ownerParty: 'MUNICIPALITY' })).toEqual([]);
  });
});
