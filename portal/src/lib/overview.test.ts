import { expect, it } from 'vitest';
import { startsOf } from './overview.ts';

it('lets a newcomer begin with the unit, and a unit with what it may request', () => {
  expect(startsOf(null)).toEqual([{ label: '登记单位', href: '/work/ecosystem-units/new/draft' }]);
  expect(startsOf('ECOSYSTEM_UNIT').map(({ href }) => href)).toEqual([
    '/work/brand-authorizations/new/request',
    '/work/machine-credentials/new/issue',
    '/work/capability-requests/new/submit',
  ]);
});
