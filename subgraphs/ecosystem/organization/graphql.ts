import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { basis } from '@zgt/runtime/graphql/builder.ts';
import type { OrganizationRow } from '@zgt/runtime/graphql/loaders.ts';
import type { NounOptions } from '@zgt/runtime/graphql/noun.ts';
import { enumOf } from '@zgt/runtime/graphql/noun.ts';
import { isId } from '@zgt/runtime/id.ts';
import { PARTIES, PARTY_KINDS, type PartyKind } from '@zgt/schema/parties.ts';

const partyOptions = Object.fromEntries(PARTY_KINDS.map((party) => [party, PARTIES[party].name]));

const statusOptions = { PENDING: '办理中', ACTIVE: '参与中', ENDED: '已退出' };

/** The organisation as an entity: its name and party are public among those who take part. */
export function addOrganization(builder: Builder): NounOptions['organization'] {
  const organization = builder.objectRef<OrganizationRow>('Organization');
  organization.implement({
    ...basis([3, 4, 5, 6, 7, 13, 16], '参与开放生态的单位；每个单位属于一种当事方。'),
    fields: (t) => ({
      id: t.exposeID('id'),
      name: t.exposeString('name'),
      party: t.field({
        type: enumOf(builder, 'PartyKind', partyOptions),
        resolve: (row) => row.party as never,
      }),
      partyLabel: t.string({ resolve: (row) => PARTIES[row.party as PartyKind].name }),
      unifiedSocialCreditCode: t.field({
        type: 'UnifiedSocialCreditCode',
        nullable: true,
        resolve: (row) => row.unifiedSocialCreditCode,
      }),
      regionCode: t.exposeString('regionCode', {
        nullable: true,
        description: '行政区划代码；政府部门才有。',
      }),
      status: t.field({
        type: enumOf(builder, 'OrganizationStatus', statusOptions),
        resolve: (row) => row.status as never,
      }),
    }),
  });
  const load = (id: string, { loaders }: SubgraphContext) => loaders.organization.load(id);
  builder.asEntity(organization as never, {
    key: builder.selection<{ id: string }>('id') as never,
    resolveReference: (reference: any, context: SubgraphContext) =>
      (isId(reference.id) ? load(reference.id, context) : null) as never,
  });
  builder.queryField('organization', (t) =>
    t.field({
      type: organization,
      nullable: true,
      ...basis([13], '按 id 取一个单位；须登录。'),
      args: { id: t.arg.id({ required: true }) },
      resolve: (_, { id }, context) =>
        (context.viewer.via !== 'ANONYMOUS' && isId(id) ? load(id, context) : null) as never,
    }),
  );
  return { type: organization, resolve: (row, context) => load(row.organizationId, context) };
}
