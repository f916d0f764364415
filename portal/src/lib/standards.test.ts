import { expect, test } from 'vitest';
import { itemRows, sectionsOf } from './standards.ts';

test('a body falls into sections by its headings', () => {
  expect(sectionsOf('前言。\n## 范围\n甲。\n\n乙。\n## 空')).toEqual([
    { heading: '正文', paragraphs: ['前言。'] },
    { heading: '范围', paragraphs: ['甲。', '乙。'] },
    { heading: '空', paragraphs: [] },
  ]);
});

test('items become rows as an import takes them', () => {
  const item = {
    id: 'UI-001',
    level: 'MUST',
    text: '甲。',
    howToCheck: '看。',
    article: 21,
    rules: ['PAG-007', 'PAG-008'],
  } as const;
  expect(itemRows([{ ...item, rules: [...item.rules] }])).toEqual([
    ['UI-001', 'MUST', '甲。', '看。', 21, 'PAG-007 PAG-008'],
  ]);
});
