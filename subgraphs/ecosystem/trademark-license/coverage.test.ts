import { expect, it } from 'vitest';
import { covers } from './coverage.ts';

const license = { activities: ['EVENT', 'ADVERTISING'], validFrom: '2026-06-01', validUntil: '2027-12-31' };
const brand = { activities: ['EVENT'], validFrom: '2026-01-01', validUntil: '2027-12-31' };

it('a licence covers an authorization that lies inside it from today on (article 49)', () => {
  expect(covers(license, brand, '2026-06-01')).toBe(true);
  expect(covers(license, brand, '2026-05-31')).toBe(false);
  expect(covers(license, { ...brand, activities: ['EVENT', 'MERCHANDISE'] }, '2026-06-01')).toBe(false);
  expect(covers(license, { ...brand, validUntil: '2028-01-01' }, '2026-06-01')).toBe(false);
  expect(
    covers({ ...license, validFrom: '2027-01-01' }, { ...brand, validFrom: '2027-01-01' }, '2026-06-01'),
  ).toBe(true);
});
