import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { readDays } from './days.ts';

const days = (label: string, hint: string) =>
  ({ kind: 'texts', label, hint, max: 40, maxItems: 60 }) as const;

const announced = {
  year: { kind: 'integer', label: '年份', min: 2027, max: 2100 },
  holidays: days('放假的日期', '每行一天：日期 名称，例如 2027-01-01 元旦'),
  workdays: { ...days('调休上班的周末', '每行一天：日期 名称，例如 2027-02-20 春节调休'), optional: true },
  source: { kind: 'text', label: '依据的通知', hint: '国务院办公厅通知的名称和文号', max: 200 },
} as const satisfies Fields;

const datesFit: Guard = ({ input }) => {
  if (!input) return null;
  const year = input.year as number;
  const { fault } = readDays(year, input.holidays as string[], (input.workdays as string[] | null) ?? []);
  return fault === null ? null : refuse('VALIDATION', { details: [fault] });
};

const by = [{ party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] }] as const;

/** 工作日历: a year's holidays as the State Council announced them; every count of working days stands on it (articles 23 and 39). */
export const workCalendarLifecycle = lifecycle({
  noun: 'WorkCalendar',
  label: '工作日历',
  description: '一年的放假和调休安排，据国务院办公厅通知录入；此前跨入该年的时限是推算，录入后自动重算。',
  articles: [23, 39],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  publicStates: ['ANNOUNCED'],
  states: { ANNOUNCED: { label: '已公布', tone: 'GOOD' } },
  actions: {
    announce: {
      label: '录入',
      effect: '该年的工作日按此推算，推算中的时限随即重算。',
      from: null,
      to: 'ANNOUNCED',
      by,
      articles: [23, 39],
      duties: [],
      fields: announced,
      guards: [datesFit],
      tells: ['PROJECT_COMPANY'],
    },
    amend: {
      label: '更正',
      effect: '以更正后的安排推算以后开始的时限；已确定的时限不变。',
      from: ['ANNOUNCED'],
      to: 'ANNOUNCED',
      by,
      articles: [23, 39],
      duties: [],
      fields: announced,
      reason: 'REQUIRED',
      guards: [datesFit],
      tells: ['PROJECT_COMPANY'],
    },
  },
});
