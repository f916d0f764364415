import { expect, it } from 'vitest';
import { WorkCalendar } from '../calendar/work-calendar.ts';
import { withDefaults } from '../parameters.ts';
import { moveDeadlines } from './deadlines.ts';
import { lifecycle, type Row, type Transition } from './declaration.ts';

const action = (more: Partial<Transition>): Transition => ({
  label: '办理',
  effect: '',
  from: ['OPEN'],
  to: null,
  by: [],
  articles: [],
  duties: [],
  ...more,
});
const declare = (actions: Record<string, Transition>) =>
  lifecycle({
    noun: 'Thing',
    label: '事项',
    description: '',
    articles: [],
    readers: [],
    states: { OPEN: { label: '办理中', tone: 'NEUTRAL' } },
    actions,
  });

it('an action may leave the state as it is, unless it creates the record', () => {
  expect(declare({ note: action({}) }).actions.note!.to).toBeNull();
  expect(() => declare({ make: action({ from: null }) })).toThrow('Thing.make creates a record');
  expect(() => declare({ close: action({ to: 'CLOSED' }) })).toThrow('unknown state CLOSED');
});

it.each([
  ['2026-12-01T00:00:00+08:00', null, 5],
  ['2026-12-01T00:00:00+08:00', '2026-11-30T00:00:00+08:00', 5],
  ['2026-12-15T00:00:00+08:00', '2026-12-15T00:00:00+08:00', null],
])(
  'a clock of five working days ends at %s when it may not end before %s',
  (dueAt, notBefore, workingDays) => {
    const transition = action({
      starts: [
        {
          name: 'announcement',
          title: '公告期满',
          articles: [39],
          owedBy: 'PROJECT_COMPANY',
          parameter: 'delisting.market.announcement_working_days',
          notBefore: () => (notBefore ? new Date(notBefore) : null),
        },
      ],
    });
    const record = { id: '1', organizationId: '2', state: 'OPEN' } as Row;
    const calendar = new WorkCalendar({ coveredYears: [2026], days: [] });
    const now = new Date('2026-11-23T09:00:00+08:00');
    const { starts } = moveDeadlines(
      declare({ transition }),
      transition,
      record,
      now,
      calendar,
      withDefaults({}),
    );
    expect(starts).toMatchObject([{ dueAt: new Date(dueAt), workingDays, provisional: false }]);
  },
);
