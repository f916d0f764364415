import { expect, it } from 'vitest';
import { dataOperationFilter } from './data-operations.ts';

const filter = (query: string) => dataOperationFilter(new URLSearchParams(query));

it('searches what the address says, the last day included', () => {
  expect(filter('activity=EXPORT&resource=+GX.CIVIL+&request=SJ-1&from=2026-11-01&to=2026-11-30')).toEqual({
    activity: 'EXPORT',
    resource: 'GX.CIVIL',
    dataUseRequest: 'SJ-1',
    from: '2026-11-01T00:00:00+08:00',
    to: '2026-12-01T00:00:00+08:00',
  });
});

it('leaves out what cannot be meant', () => {
  expect(filter('activity=toString&resource=&from=yesterday')).toEqual({
    activity: null,
    resource: null,
    dataUseRequest: null,
    from: null,
    to: null,
  });
});
