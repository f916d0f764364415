import { expect, test } from 'vitest';
import { byLayer, type CatalogueCapability } from './capabilities.ts';

const one = (code: string, baseLayer: string | null): CatalogueCapability => ({
  id: code,
  code,
  name: code,
  tier: baseLayer ? 'BASE' : 'EXTENDED',
  baseLayer,
  category: 'OTHER',
  description: '',
  status: 'PUBLISHED',
  versionText: '1.0.0',
  dailyQuota: 100,
  returnedFields: [],
  endsOn: null,
  organization: { name: null },
});

test('article 2: each base capability stands under its layer of the base, what others add after them [duty 2.1]', () => {
  const layers = byLayer([
    one('MAP.TILES', null),
    one('DATA.POOL', 'INDUSTRY_DATA_MIDDLE'),
    one('IDENTITY.LOGIN', 'PUBLIC_SUPPORT_SOFTWARE'),
    one('MESSAGE.SEND', 'PUBLIC_SUPPORT_SOFTWARE'),
  ]);
  expect(layers.map(({ label, capabilities }) => [label, ...capabilities.map(({ code }) => code)])).toEqual([
    ['底座 · 公共支撑软件', 'IDENTITY.LOGIN', 'MESSAGE.SEND'],
    ['底座 · 行业数据中台', 'DATA.POOL'],
    ['扩展能力', 'MAP.TILES'],
  ]);
});
