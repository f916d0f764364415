import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { BACKUP_RESULTS } from '../choices-safety.ts';
import type { RestoreDrillRow } from '../tables-safety.ts';
import { restoreDrill } from './actions.ts';

/** Restore drills in the API. */
export function addRestoreDrill(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, restoreDrill, {
    plural: 'restoreDrills',
    organization,
    reads: { title: ['drilledOn'] },
    filters: {
      result: {
        column: 'result',
        description: '只要这一种的。',
        enumName: 'BackupResult',
        options: BACKUP_RESULTS,
      },
    },
    fields: (t) => ({
      drilledOn: t.field({
        type: 'Date',
        description: '演练日期。',
        resolve: (row: RestoreDrillRow) => row.drilledOn,
      }),
      scope: t.exposeString('scope', { description: '范围。' }),
      result: t.field({
        type: enumOf(builder, 'BackupResult', BACKUP_RESULTS),
        description: '结果。',
        resolve: (row: RestoreDrillRow) => row.result,
      }),
      recoveryMinutes: t.exposeInt('recoveryMinutes', { description: '恢复用时。' }),
      improvement: t.exposeString('improvement', { nullable: true, description: '改进措施。' }),
    }),
  });
}
