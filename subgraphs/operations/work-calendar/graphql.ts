import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { workCalendar } from './actions.ts';

/** 工作日历 in the API. */
export function addWorkCalendar(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, workCalendar, {
    plural: 'workCalendars',
    organization,
    reads: { title: ['year'] },
    fields: (t) => ({
      year: t.exposeInt('year'),
      holidays: t.exposeStringList('holidays', { description: '放假的日期和名称。' }),
      workdays: t.exposeStringList('workdays', { description: '调休上班的周末和名称。' }),
      source: t.exposeString('source', { description: '依据的通知。' }),
    }),
  });
}
