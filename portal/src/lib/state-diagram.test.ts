import { expect, test } from 'vitest';
import { labelLines, layOutStates } from './state-diagram.ts';

const states = [
  { name: 'REQUESTED', label: '已申请' },
  { name: 'PENDING_CONSENT', label: '待同意' },
  { name: 'WITHDRAWN', label: '已撤回' },
  { name: 'EFFECTIVE', label: '生效' },
  { name: 'LOST', label: '不可达' },
];
const transitions = [
  { from: 'REQUESTED', to: 'PENDING_CONSENT', label: '授权' },
  { from: 'REQUESTED', to: 'WITHDRAWN', label: '撤回' },
  { from: 'PENDING_CONSENT', to: 'EFFECTIVE', label: '同意' },
  { from: 'PENDING_CONSENT', to: 'REQUESTED', label: '退回' },
  { from: 'PENDING_CONSENT', to: 'REQUESTED', label: '补正' },
];

test('a state stands as many columns to the right as steps lead to it', () => {
  const columns = layOutStates(states, transitions).states.map((state) => [state.name, state.x]);
  expect(columns).toEqual([
    ['REQUESTED', 10],
    ['PENDING_CONSENT', 158],
    ['WITHDRAWN', 158],
    ['EFFECTIVE', 306],
    ['LOST', 454],
  ]);
});

test('two ways between the same states are one line with both names', () => {
  const back = layOutStates(states, transitions).edges.find((edge) => edge.to === 'REQUESTED');
  expect(back?.labels).toEqual(['退回', '补正']);
});

test('no state lies outside the drawing', () => {
  const { states: placed, width, height } = layOutStates(states, transitions);
  expect(width).toBe(568);
  for (const state of placed) {
    expect(state.x + 104).toBeLessThanOrEqual(width);
    expect(state.y).toBeGreaterThanOrEqual(0);
    expect(state.y + 40).toBeLessThanOrEqual(height);
  }
});

test('a long label is broken after its comma, or in the middle', () => {
  expect(labelLines('处置中')).toEqual(['处置中']);
  expect(labelLines('已立案，待留存材料')).toEqual(['已立案，', '待留存材料']);
  expect(labelLines('已下架或处理，待报备')).toEqual(['已下架或处理，', '待报备']);
  expect(labelLines('已举办另有更近的一次')).toEqual(['已举办另有', '更近的一次']);
});
