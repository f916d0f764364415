import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { calendarFeed } from './actions.ts';

/** Calendar feeds in the API; their addresses are never told again. */
export function addCalendarFeed(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, calendarFeed, {
    plural: 'calendarFeeds',
    organization,
    reads: { title: ['device'] },
    fields: (t) => ({
      device: t.exposeString('device', { description: '用在哪里。' }),
    }),
  });
}
