import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { CONSENT_METHODS } from '../choices-safety.ts';
import type { ConsentRecordRow } from '../tables-safety.ts';
import { consentRecord } from './actions.ts';

/** Consents of users in the API. */
export function addConsentRecord(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, consentRecord, {
    plural: 'consentRecords',
    organization,
    reads: { title: ['appName', 'userReference'] },
    filters: {
      method: {
        column: 'method',
        description: '只要这一种的。',
        enumName: 'ConsentMethod',
        options: CONSENT_METHODS,
      },
    },
    fields: (t) => ({
      noticeId: t.exposeID('noticeId', { description: '告知书的 id。' }),
      noticeVersion: t.exposeString('noticeVersion', { description: '告知书版本。' }),
      appId: t.exposeID('appId', { description: '应用的 id。' }),
      appName: t.exposeString('appName', { description: '应用名称。' }),
      userReference: t.exposeString('userReference', { description: '用户代号。' }),
      purposes: t.exposeStringList('purposes', { description: '同意的用途。' }),
      method: t.field({
        type: enumOf(builder, 'ConsentMethod', CONSENT_METHODS),
        description: '同意的方式。',
        resolve: (row: ConsentRecordRow) => row.method,
      }),
      lawReference: t.exposeString('lawReference', { nullable: true, description: '法定依据。' }),
      givenAt: t.field({
        type: 'DateTime',
        description: '同意于。',
        resolve: (row: ConsentRecordRow) => row.givenAt,
      }),
      processedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '最近处理于。',
        resolve: (row: ConsentRecordRow) => row.processedAt,
      }),
      withdrawnAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '撤回于。',
        resolve: (row: ConsentRecordRow) => row.withdrawnAt,
      }),
    }),
  });
}
