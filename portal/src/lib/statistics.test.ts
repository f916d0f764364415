import { expect, it } from 'vitest';
import { articleBars, monthBars } from './statistics.ts';

it('shows twelve months, those without a step as zero', () => {
  const bars = monthBars({
    from: '2025-11-30T16:00:00.000Z',
    months: [
      { month: '2026-11', noun: 'BrandAuthorization', action: 'consent', count: 2 },
      { month: '2026-11', noun: 'BrandAuthorization', action: 'refuse', count: null },
      { month: '2026-11', noun: 'Document', action: 'upload', count: 15 },
    ],
  });
  expect(bars).toHaveLength(12);
  expect(bars[0]).toEqual({ label: '2025-12', value: 0 });
  expect(bars[11]).toEqual({ label: '2026-11', value: 2 });
});

it('counts refusals by article, a withheld number as none', () => {
  expect(
    articleBars({
      refusals: [
        { code: 'REASON_REQUIRED', articles: [50], count: 3 },
        { code: 'FORBIDDEN_ROLE', articles: [3, 50], count: 7 },
        { code: 'UNIT_NOT_APPROVED', articles: [7], count: null },
      ],
    }),
  ).toEqual([
    { label: '第五十条', value: 10 },
    { label: '第三条', value: 7 },
  ]);
});
