import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { PARTIES, type PartyKind } from '@zgt/schema/parties.ts';
import { demandParty } from '../request.ts';
import type { MechanismDocumentRow } from '../tables-incidents.ts';
import { mechanismDocument } from './actions.ts';
import { MECHANISM_KINDS, MECHANISMS } from './kinds.ts';
import { missingKinds } from './store.ts';

/** Mechanisms in the API, and which are missing. */
export function addMechanismDocument(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  const kind = enumOf(builder, 'MechanismKind', MECHANISM_KINDS);
  builder.queryField('mechanismsMissing', (t) =>
    t.field({
      type: [kind],
      ...basis(mechanismDocument.lifecycle.articles, '还没有有效文件的机制种类。'),
      resolve: (_: unknown, __: unknown, context: any) => {
        const parties = ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'] as const;
        demandParty(context, parties, '管理单位、业主单位和项目公司');
        return missingKinds(context.runtime.readDb);
      },
    } as never),
  );
  return addNoun(builder, shared, mechanismDocument, {
    plural: 'mechanismDocuments',
    organization,
    reads: {
      title: ['kind', 'versionText'],
      kindArticles: ['kind'],
      authors: ['kind'],
      signedBy: ['signedBy'],
    },
    fields: (t) => ({
      kind: t.field({ type: kind, resolve: (row: MechanismDocumentRow) => row.kind }),
      kindArticles: t.intList({
        description: '要求它的条款。',
        resolve: (row: MechanismDocumentRow) => [...MECHANISMS[row.kind].articles],
      }),
      authors: t.stringList({
        description: '应当由哪些单位制定、签署。',
        resolve: (row: MechanismDocumentRow) =>
          MECHANISMS[row.kind].authors.map((party) => PARTIES[party].name),
      }),
      signedBy: t.stringList({
        description: '已经签署的单位。',
        resolve: (row: MechanismDocumentRow) => row.signedBy.map((party) => PARTIES[party as PartyKind].name),
      }),
      versionText: t.exposeString('versionText'),
      summary: t.exposeString('summary', { description: '要点。' }),
      guidance: t.exposeString('guidance', { nullable: true, description: '管理单位的指导意见。' }),
      effectiveAt: t.expose('effectiveAt', { type: 'DateTime', nullable: true, description: '生效的时刻。' }),
    }),
  });
}
