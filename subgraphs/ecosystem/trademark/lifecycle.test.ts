import type { GuardCase, Transition } from '@zgt/runtime/lifecycle/declaration.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { describe, expect, it } from 'vitest';
import { trademarkLifecycle } from './lifecycle.ts';

function judge(
  action: keyof typeof trademarkLifecycle.actions,
  input: Record<string, unknown>,
  columns = {},
) {
  const { guards }: Transition = trademarkLifecycle.actions[action];
  const record = {
    id: 'id',
    number: '',
    organizationId: '',
    state: '',
    version: 1,
    createdAt: new Date(0),
    updatedAt: new Date(0),
    ...columns,
  };
  const given: GuardCase = {
    record,
    facts: {},
    input,
    viewer: ANONYMOUS,
    today: '2026-11-23',
    now: new Date('2026-11-23T01:00:00Z'),
  };
  const refusals = (guards ?? []).map((guard) => guard(given)).filter((refusal) => refusal !== null);
  return refusals.map((refusal) => refusal.details[0]?.path);
}

describe('trademark guards', () => {
  it('knows the classes 1 to 45', () => {
    expect(judge('entrust', { classNumbers: ['1', '9', '42', '45'] })).toEqual([]);
    expect(judge('entrust', { classNumbers: ['9', '46'] })).toEqual(['classNumbers']);
    expect(judge('entrust', { classNumbers: ['0'] })).toEqual(['classNumbers']);
    expect(judge('entrust', { classNumbers: ['09'] })).toEqual(['classNumbers']);
  });

  it('takes no filing or registration from the future', () => {
    expect(judge('file', { filedOn: '2026-11-23' })).toEqual([]);
    expect(judge('file', { filedOn: '2026-11-24' })).toEqual(['filedOn']);
    const filed = { filedOn: '2025-06-01' };
    expect(judge('register', { registeredOn: '2026-11-24', renewBy: '2036-11-23' }, filed)).toEqual([
      'registeredOn',
    ]);
  });

  it('keeps filing, registration and renewal in order', () => {
    const filed = { filedOn: '2025-06-01' };
    expect(judge('register', { registeredOn: '2025-06-01', renewBy: '2035-05-31' }, filed)).toEqual([]);
    expect(judge('register', { registeredOn: '2025-05-31', renewBy: '2035-05-31' }, filed)).toEqual([
      'registeredOn',
    ]);
    expect(judge('register', { registeredOn: '2025-06-01', renewBy: '2025-06-01' }, filed)).toEqual([
      'renewBy',
    ]);
    expect(judge('renew', { renewBy: '2035-06-01' }, { renewBy: '2035-05-31' })).toEqual([]);
    expect(judge('renew', { renewBy: '2035-05-31' }, { renewBy: '2035-05-31' })).toEqual(['renewBy']);
  });
});
