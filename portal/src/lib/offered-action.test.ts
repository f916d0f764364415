import { expect, test } from 'vitest';
import { whyNot } from './offered-action.ts';

test('why an action is not open is told by what is amiss, where the API says it', () => {
  const refusal = { code: 'VALIDATION', message: '提交的内容有缺漏。', articles: [], remedy: '' };
  const detail = { path: '', message: '本单位已经签署过这一份' };
  expect(whyNot({ ...refusal, details: [detail] })).toBe('本单位已经签署过这一份');
  expect(whyNot({ ...refusal, details: [] })).toBe('提交的内容有缺漏。');
  expect(whyNot({ ...refusal, code: 'TOO_EARLY', details: [detail] })).toBe('提交的内容有缺漏。');
});
