import type { Guard, Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { describe, expect, it } from 'vitest';
import { type StopOrderFacts, stopOrderLifecycle } from './lifecycle.ts';

const [confirmedOrOverdue, basisNamed, revocationOpen] = stopOrderLifecycle.actions.dispose
  .guards as unknown as [Guard<StopOrderFacts>, Guard<StopOrderFacts>, Guard<StopOrderFacts>];
const dueAt = new Date('2026-11-23T01:30:00Z');

function given(state: string, now: string, input: Record<string, unknown> | null, revocationAllowed = true) {
  const record: Row = {
    id: 'id',
    number: '',
    organizationId: '',
    state,
    version: 1,
    createdAt: dueAt,
    updatedAt: dueAt,
  };
  const facts = { confirmDueAt: state === 'ISSUED' ? dueAt : null, revocationAllowed };
  return { record, facts, input, viewer: ANONYMOUS, today: '2026-11-23', now: new Date(now) };
}

describe('disposal of a stop order (article 52)', () => {
  it('waits for the confirmation until its time is up, to the instant', () => {
    expect(confirmedOrOverdue(given('ISSUED', '2026-11-23T01:29:59.999Z', null))?.code).toBe('TOO_EARLY');
    expect(confirmedOrOverdue(given('ISSUED', '2026-11-23T01:30:00Z', null))).toBeNull();
    expect(confirmedOrOverdue(given('CONFIRMED', '2026-11-23T01:00:00Z', null))).toBeNull();
  });

  it('names its basis, and is offered before there is any input', () => {
    expect(basisNamed(given('CONFIRMED', '2026-11-23T01:00:00Z', { clause: null }))?.code).toBe(
      'BASIS_REQUIRED',
    );
    expect(basisNamed(given('CONFIRMED', '2026-11-23T01:00:00Z', { clause: '第 8 条' }))).toBeNull();
    expect(basisNamed(given('CONFIRMED', '2026-11-23T01:00:00Z', null))).toBeNull();
  });

  it('takes back authorizations only while the parameter allows it', () => {
    const input = { clause: '第 8 条', outcome: 'REVOKE_AUTHORIZATION' };
    expect(revocationOpen(given('CONFIRMED', '2026-11-23T01:00:00Z', input, false))?.code).toBe('VALIDATION');
    expect(revocationOpen(given('CONFIRMED', '2026-11-23T01:00:00Z', input, true))).toBeNull();
    const warn = { clause: '第 8 条', outcome: 'WARN' };
    expect(revocationOpen(given('CONFIRMED', '2026-11-23T01:00:00Z', warn, false))).toBeNull();
  });
});
