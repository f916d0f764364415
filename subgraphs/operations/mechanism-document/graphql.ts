import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { PARTIES, type PartyKind } from '@zgt/schema/parties.ts';
import { MECHANISM_KINDS, type MechanismKind } from '../choices-supervision.ts';
import { demandParty } from '../request.ts';
import type { MechanismDocumentRow } from '../tables.ts';
import { mechanismDocument } from './actions.ts';
import { MECHANISM_RULES } from './makers.ts';
import { kindsInForce } from './store.ts';

/** Mechanisms in the API, and which of those that the measure demands are missing. */
export function addMechanismDocument(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  const kind = enumOf(builder, 'MechanismKind', MECHANISM_KINDS);
  const missing = builder.objectRef<MechanismKind>('MissingMechanism').implement({
    description: '办法要求而还没有现行文件的一种机制。',
    fields: (t) => ({
      kind: t.field({ type: kind, resolve: (one) => one as never }),
      label: t.string({ resolve: (one) => MECHANISM_KINDS[one] }),
      articles: t.intList({ resolve: (one) => [...MECHANISM_RULES[one].articles] }),
      makers: t.stringList({
        description: '由哪些当事方制定。',
        resolve: (one) => MECHANISM_RULES[one].makers.map((maker) => PARTIES[maker].name),
      }),
    }),
  });
  builder.queryField('mechanismsMissing', (t) =>
    t.field({
      type: [missing],
      ...basis([27, 28, 41, 43, 58, 61, 63], '还没有现行文件的机制；管理单位、业主单位和项目公司可以查看。'),
      resolve: async (_, __, context) => {
        demandParty(
          context,
          ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
          '管理单位、业主单位和项目公司',
        );
        const present = await kindsInForce(context.runtime.readDb);
        return (Object.keys(MECHANISM_KINDS) as MechanismKind[]).filter((one) => !present.has(one));
      },
    }),
  );
  return addNoun(builder, shared, mechanismDocument, {
    plural: 'mechanismDocuments',
    organization,
    reads: { title: ['kind', 'versionText'], signers: ['signedBy'] },
    filters: {
      kind: {
        column: 'kind',
        description: '只要这一种类的。',
        enumName: 'MechanismKind',
        options: MECHANISM_KINDS,
      },
    },
    fields: (t) => ({
      kind: t.field({ type: kind, resolve: (row: MechanismDocumentRow) => row.kind }),
      name: t.exposeString('name'),
      versionText: t.exposeString('versionText', { description: '版本。' }),
      summary: t.exposeString('summary', { description: '要点。' }),
      signers: t.stringList({
        description: '已经签署的当事方。',
        resolve: (row: MechanismDocumentRow) => row.signedBy.map((party) => PARTIES[party as PartyKind].name),
      }),
      guidance: t.exposeString('guidance', { nullable: true, description: '管理单位的指导意见。' }),
      guidedAt: t.expose('guidedAt', {
        type: 'DateTime',
        nullable: true,
        description: '给出指导意见的时刻。',
      }),
      inForceAt: t.expose('inForceAt', { type: 'DateTime', nullable: true, description: '生效的时刻。' }),
    }),
  });
}
