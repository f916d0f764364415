import { expect, it } from 'vitest';
import { awaitedOf, awaitingColumns, lifecycle, openStates, type Row } from './declaration.ts';

it('an action may leave a choice between two declared states, and no other', () => {
  const declared = (orTo: string) =>
    lifecycle({
      noun: 'Probe',
      label: '试样',
      description: '检验一次即定。',
      articles: [19],
      readers: ['PROJECT_COMPANY'],
      states: {
        PASSED: { label: '通过', tone: 'GOOD', final: true },
        FAILED: { label: '未通过', tone: 'BAD', final: true },
      },
      actions: {
        run: {
          label: '检验',
          effect: '得出结论。',
          from: null,
          to: 'PASSED',
          orTo,
          by: [{ party: 'PROJECT_COMPANY' }],
          articles: [19],
          duties: [],
        },
      },
    });
  expect(declared('FAILED').actions.run.orTo).toBe('FAILED');
  expect(() => declared('LOST')).toThrow('Probe.run names the unknown state LOST');
});

it('a record may name whom it waits for, and some may read it in some states alone', () => {
  const declared = lifecycle({
    noun: 'Probe',
    label: '试样',
    description: '谁牵头等谁。',
    articles: [28],
    readers: ['MANAGEMENT_UNIT'],
    publicStates: ['DONE'],
    stateReaders: { parties: ['OWNER_UNIT'], states: ['OPEN', 'DONE'] },
    states: {
      PLANNED: { label: '已计划', tone: 'NEUTRAL' },
      OPEN: { label: '办理中', tone: 'WAITING', awaits: { column: 'lead' } },
      DONE: { label: '已办结', tone: 'GOOD', final: true },
    },
    actions: {},
  });
  const record = (state: string) => ({ state, lead: 'PROJECT_COMPANY' }) as unknown as Row;
  expect(awaitedOf(declared, record('OPEN'))).toBe('PROJECT_COMPANY');
  expect(awaitedOf(declared, record('DONE'))).toBeNull();
  expect(awaitingColumns(declared)).toEqual(['lead']);
  expect(openStates(declared, 'OWNER_UNIT').toSorted()).toEqual(['DONE', 'OPEN']);
  expect(openStates(declared, 'ECOSYSTEM_UNIT')).toEqual(['DONE']);
  expect(openStates(declared, null)).toEqual(['DONE']);
  expect(() => lifecycle({ ...declared, publicStates: ['LOST'] })).toThrow('unknown state LOST');
});
