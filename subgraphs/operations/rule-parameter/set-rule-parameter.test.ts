import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { describe, expect, it } from 'vitest';
import { checkParameter } from './set-rule-parameter.ts';

const NOW = new Date('2026-11-23T01:00:00Z');
const approver: Viewer = { ...ANONYMOUS, via: 'SESSION', party: 'MANAGEMENT_UNIT', roles: ['APPROVER'] };
const check = (
  name: string,
  value: unknown,
  more: { reason?: string; effectiveFrom?: Date } = {},
  viewer = approver,
) => checkParameter(viewer, { name, value, reason: '试行', effectiveFrom: NOW, ...more }, NOW)?.code ?? null;

describe('rule parameters (article 75)', () => {
  it.each([
    ['delisting.market.announcement_working_days', 4, 'PARAMETER_BELOW_REGULATION'],
    ['delisting.market.announcement_working_days', 5, null],
    ['filing.commercial_cooperation.period_months', 3, null],
    ['filing.commercial_cooperation.period_months', 4, 'PARAMETER_BELOW_REGULATION'],
    ['filing.brand_usage.working_days', '10', 'VALIDATION'],
    ['filing.brand_usage.working_days', 2.5, 'VALIDATION'],
    ['listing.public.final_approver', 'OWNER_UNIT', 'VALIDATION'],
    ['listing.public.final_approver', 'MANAGEMENT_UNIT', null],
    ['relisting.safety_review', 1, 'VALIDATION'],
    ['no.such.parameter', 1, 'VALIDATION'],
  ])('%s set to %o: %s', (name, value, code) => {
    expect(check(name, value)).toBe(code);
  });

  it('are changed by the management unit alone, with a reason, and not backwards in time', () => {
    const name = 'filing.brand_usage.working_days';
    expect(check(name, 8, {}, { ...approver, party: 'PROJECT_COMPANY', roles: ['HEAD'] })).toBe(
      'FORBIDDEN_ROLE',
    );
    expect(check(name, 8, {}, { ...approver, roles: ['OFFICER'] })).toBe('FORBIDDEN_ROLE');
    expect(check(name, 8, { reason: '' })).toBe('REASON_REQUIRED');
    expect(check(name, 8, { effectiveFrom: new Date('2026-11-23T00:59:59Z') })).toBe('VALIDATION');
    expect(check(name, 8)).toBeNull();
  });
});
