import type { Guard, Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { describe, expect, it } from 'vitest';
import { type LicenseFacts, trademarkLicenseLifecycle } from './lifecycle.ts';

const at = new Date('2026-11-23T01:00:00Z');

function judge(
  action: 'grant' | 'resume',
  given: { trademarkState?: string | null; validFrom?: string; validUntil: string },
) {
  const { trademarkState = 'REGISTERED', ...term } = given;
  const columns = {
    id: 'id',
    number: '',
    organizationId: '',
    state: '',
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  const record: Row | null = action === 'resume' ? { ...columns, ...term } : null;
  const input = action === 'grant' ? { validFrom: '2026-01-01', ...term } : {};
  const guards: readonly Guard<LicenseFacts>[] = trademarkLicenseLifecycle.actions[action].guards;
  const refusals = guards.map((guard) =>
    guard({ record, facts: { trademarkState }, input, viewer: ANONYMOUS, today: '2026-11-23', now: at }),
  );
  return refusals.flatMap((refusal) => refusal?.details.map(({ path }) => path) ?? []);
}

describe('trademark licence guards (article 49)', () => {
  it('is for a mark that exists and lives', () => {
    expect(judge('grant', { validUntil: '2027-12-31' })).toEqual([]);
    expect(judge('grant', { validUntil: '2027-12-31', trademarkState: 'LAPSED' })).toEqual(['trademarkId']);
    expect(judge('grant', { validUntil: '2027-12-31', trademarkState: null })).toEqual(['trademarkId']);
  });

  it('has a term that ends today at the earliest and not before it begins', () => {
    expect(judge('grant', { validUntil: '2026-11-23' })).toEqual([]);
    expect(judge('grant', { validUntil: '2026-11-22' })).toEqual(['validUntil']);
    expect(judge('grant', { validFrom: '2027-02-01', validUntil: '2027-01-31' })).toEqual(['validUntil']);
  });

  it('is resumed up to its last day', () => {
    expect(judge('resume', { validUntil: '2026-11-23' })).toEqual([]);
    expect(judge('resume', { validUntil: '2026-11-22' })).toEqual(['']);
  });
});
