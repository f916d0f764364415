import { expect, it } from 'vitest';
import { UNIT_INDICATORS, unitGrade, unitTotal } from './unit-assessment.ts';

it('weighs a hundred in all', () => {
  expect(Object.values(UNIT_INDICATORS).reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
});

it('counts by weight, and grades by the points that a grade begins at (article 42)', () => {
  expect(unitTotal({ compliance: 100, serviceQuality: 100, rectification: 100, participation: 100 })).toBe(
    100,
  );
  expect(unitTotal({ compliance: 80, serviceQuality: 60, rectification: 50, participation: 40 })).toBe(60);
  expect([100, 90, 89, 75, 74, 60, 59, 0].map(unitGrade)).toEqual(['A', 'A', 'B', 'B', 'C', 'C', 'D', 'D']);
});
