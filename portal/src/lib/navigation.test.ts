import { expect, test } from 'vitest';
import { isWithin } from './navigation.ts';

test('a place is current on its own page and below, not on a namesake', () => {
  expect(isWithin('/measure', '/measure')).toBe(true);
  expect(isWithin('/measure/50', '/measure')).toBe(true);
  expect(isWithin('/measures', '/measure')).toBe(false);
});
