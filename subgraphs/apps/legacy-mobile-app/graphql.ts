import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { wantedColumns } from '@zgt/runtime/graphql/columns.ts';
import {
  addNoun,
  cursorId,
  enumOf,
  type NounOptions,
  pageSize,
  recordIn,
} from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { readPage } from '@zgt/runtime/lifecycle/read.ts';
import { AUDIENCES, LEGACY_DISPOSITIONS, TERMINALS } from '../choices.ts';
import { consolidationException } from '../consolidation-exception/actions.ts';
import type { LegacyMobileAppRow } from '../tables.ts';
import { legacyMobileApp } from './actions.ts';

/** Mobile apps outside the platform in the API, and which of them have neither a plan nor an exception. */
export function addLegacyMobileApp(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  exceptionType: ReturnType<typeof addNoun>,
) {
  const type = addNoun(builder, shared, legacyMobileApp, {
    plural: 'legacyMobileApps',
    organization,
    reads: { title: ['name'], exception: ['exceptionId'] },
    fields: (t) => ({
      name: t.exposeString('name'),
      disposition: t.field({
        type: enumOf(builder, 'LegacyAppDisposition', LEGACY_DISPOSITIONS),
        description: '存量，还是另行新建。',
        resolve: (row: LegacyMobileAppRow) => row.disposition,
      }),
      terminals: t.field({
        type: [enumOf(builder, 'TerminalKind', TERMINALS)],
        resolve: (row: LegacyMobileAppRow) => row.terminals,
      }),
      audiences: t.field({
        type: [enumOf(builder, 'ServiceAudience', AUDIENCES)],
        description: '服务对象。',
        resolve: (row: LegacyMobileAppRow) => row.audiences,
      }),
      exception: t.field(
        recordIn(consolidationException, 'exceptionId', {
          type: exceptionType,
          description: '保留所凭的例外；没有时为空。',
        }),
      ),
    }),
  });
  builder.queryField('unplannedLegacyApps', (t) =>
    t.field({
      type: 'LegacyMobileAppConnection' as never,
      // duty 17.3
      ...basis(
        [17],
        '既没有纳入计划也没有有效例外的存量应用，新的在前；管理单位看全部，政府单位看本单位的。',
      ),
      args: {
        first: t.arg.int({ description: '每页条数，1 到 100，默认 20。' }),
        after: t.arg.string({ description: '上一页的 endCursor。' }),
      },
      resolve: (_, { first, after }, { runtime, viewer }, info) =>
        readPage(
          runtime.readDb,
          legacyMobileApp,
          viewer,
          { states: ['UNPLANNED'] },
          pageSize(first),
          cursorId(after),
          wantedColumns(legacyMobileApp, info, ['edges', 'node']),
        ) as never,
    }),
  );
  return type;
}
