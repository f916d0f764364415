import { expect, it } from 'vitest';
import { startsOf } from './overview.ts';

const REGISTERS = [
  {
    path: 'ecosystem-units',
    label: '生态单位',
    noun: 'EcosystemUnit',
    creations: [{ mutation: 'draftEcosystemUnit', label: '登记单位', parties: ['ANYONE', 'ECOSYSTEM_UNIT'] }],
  },
  {
    path: 'brand-authorizations',
    label: '品牌授权',
    noun: 'BrandAuthorization',
    creations: [
      { mutation: 'requestBrandAuthorization', label: '申请品牌授权', parties: ['ECOSYSTEM_UNIT'] },
    ],
  },
];

it('lets a newcomer begin with the unit, and a unit with what it may request', () => {
  expect(startsOf(REGISTERS, null)).toEqual([
    { label: '生态单位：登记单位', href: '/work/ecosystem-units/new/draft' },
  ]);
  expect(startsOf(REGISTERS, 'ECOSYSTEM_UNIT')).toEqual([
    { label: '申请品牌授权', href: '/work/brand-authorizations/new/request' },
  ]);
});
