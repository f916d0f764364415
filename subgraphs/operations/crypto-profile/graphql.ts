import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { CryptoProfileRow } from '../tables-safety.ts';
import { cryptoProfile } from './actions.ts';

/** Algorithms and certificates in use in the API. */
export function addCryptoProfile(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, cryptoProfile, {
    plural: 'cryptoProfiles',
    organization,
    reads: { title: ['subjectName'] },
    fields: (t) => ({
      appId: t.exposeID('appId', { nullable: true, description: '应用的 id；平台的为空。' }),
      platformId: t.exposeID('platformId', { nullable: true, description: '平台的 id；应用的为空。' }),
      subjectName: t.exposeString('subjectName', { description: '应用或平台。' }),
      algorithms: t.exposeStringList('algorithms', { description: '所用算法。' }),
      refusedAlgorithms: t.exposeStringList('refusedAlgorithms', { description: '清单外的算法。' }),
      certificateIssuers: t.exposeStringList('certificateIssuers', {
        nullable: true,
        description: '证书的颁发机构。',
      }),
      certificateUntil: t.field({
        type: 'Date',
        nullable: true,
        description: '最早到期的证书的到期日。',
        resolve: (row: CryptoProfileRow) => row.certificateUntil,
      }),
    }),
  });
}
