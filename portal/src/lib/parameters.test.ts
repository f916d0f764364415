import { expect, it } from 'vitest';
import { boundsText, typedValue, valueText } from './parameters.ts';

it('tells a value with its unit', () => {
  expect(valueText({ unit: 'WORKING_DAYS' }, 5)).toBe('5 个工作日');
  expect(valueText({ unit: 'NONE' }, true)).toBe('是');
  expect(valueText({ unit: 'NONE' }, 'MANAGEMENT_UNIT')).toBe('MANAGEMENT_UNIT');
});

it('tells what the issued text commands (article 39)', () => {
  expect(boundsText({ minimum: 5, maximum: null, unit: 'WORKING_DAYS' })).toBe('不少于 5 个工作日');
  expect(boundsText({ minimum: null, maximum: null, unit: 'COUNT' })).toBeNull();
});

it('sends what is no number as it was typed, so that the API refuses it in its own words', () => {
  expect(typedValue({ type: 'INTEGER' }, '7')).toBe(7);
  expect(typedValue({ type: 'INTEGER' }, '七')).toBe('七');
  expect(typedValue({ type: 'BOOLEAN' }, 'false')).toBe(false);
});
