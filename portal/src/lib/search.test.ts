import { expect, test } from 'vitest';
import { markTerms, search } from './search.ts';

const entries = [
  { kind: '条款', title: '第五十条 品牌授权须经同意', text: '授权只有同意才生效', href: '/measure/50' },
  { kind: '条款', title: '第七条 生态单位的资格', text: '授权和批准', href: '/measure/7' },
  { kind: '术语', title: '授权 authorize', text: '给予资格', href: '/glossary#authorize' },
];
const found = (query: string) => search(entries, query).map((hit) => hit.href);

test('a hit in the title comes before one in the text', () => {
  expect(found('授权')).toEqual(['/glossary#authorize', '/measure/50', '/measure/7']);
});

test('an article is found by its number in either writing', () => {
  expect(found('50')).toEqual(['/measure/50']);
  expect(found('第七条')).toEqual(['/measure/7']);
});

test('words without spaces are found by their neighbouring characters', () => {
  expect(found('品牌同意生效')).toEqual(['/measure/50']);
});

test('nothing and nonsense find nothing', () => {
  expect(found('  ')).toEqual([]);
  expect(found('不存在的词汇组')).toEqual([]);
});

test('what was typed is marked as text, whatever it holds', () => {
  expect(markTerms('甲(乙)丙', '(乙)')).toEqual([
    { text: '甲', hit: false },
    { text: '(乙)', hit: true },
    { text: '丙', hit: false },
  ]);
});

test('what speaks of the word stands before the elements, lists and refusals that are named after it', () => {
  const entry = (kind: string, title: string) => ({ kind, title, text: '', href: `/${kind}` });
  const mixed = [
    entry('代码表', '下架申请状态 delistingRequestState'),
    entry('数据元', '下架时刻 DE-APL-002'),
    entry('条款', '第三十九条 市场化应用上架审核与下架公告'),
    entry('公告', '桂林停车指引下架公告'),
    entry('术语', '下架 delist'),
  ];
  expect(search(mixed, '下架').map(({ kind }) => kind)).toEqual(['术语', '条款', '公告', '数据元', '代码表']);
});
