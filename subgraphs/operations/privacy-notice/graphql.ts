import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { privacyNotice } from './actions.ts';

/** Privacy notices in the API. */
export function addPrivacyNotice(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, privacyNotice, {
    plural: 'privacyNotices',
    organization,
    reads: { title: ['appName', 'versionText'] },
    fields: (t) => ({
      appId: t.exposeID('appId', { description: '应用的 id。' }),
      appName: t.exposeString('appName', { description: '应用名称。' }),
      versionText: t.exposeString('versionText', { description: '版本。' }),
      purposes: t.exposeStringList('purposes', { description: '用途。' }),
      fieldsPerPurpose: t.exposeStringList('fieldsPerPurpose', { description: '每个用途所用的字段。' }),
      body: t.exposeString('body', { description: '全文。' }),
    }),
  });
}
