import { expect, it } from 'vitest';
import { lifecycle } from './declaration.ts';

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
