import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { wantedColumns } from '@zgt/runtime/graphql/columns.ts';
import { cursorId, type NounOptions, pageSize } from '@zgt/runtime/graphql/noun.ts';
import { isId } from '@zgt/runtime/id.ts';
import { capabilityRequest } from '../capability-request/actions.ts';

/** The organisation by key alone, with what this subgraph knows of it; its name and party live elsewhere. */
export function addOrganization(builder: Builder): NounOptions['organization'] {
  const organization = builder.objectRef<{ id: string }>('Organization');
  organization.implement({
    fields: (t) => ({
      id: t.exposeID('id'),
      capabilityRequests: t.field({
        type: 'CapabilityRequestConnection' as never,
        ...basis([38], '该单位的能力申请，新的在前，只含访问者可以查看的。'),
        args: {
          first: t.arg.int({ description: '每页条数，1 到 100，默认 20。' }),
          after: t.arg.string({ description: '上一页的 endCursor。' }),
        },
        resolve: ({ id }, { first, after }, { loaders }, info) =>
          loaders.pageOf(capabilityRequest).load({
            organizationId: id,
            first: pageSize(first),
            after: cursorId(after),
            wanted: wantedColumns(capabilityRequest, info, ['edges', 'node']),
          }) as never,
      }),
    }),
  });
  builder.asEntity(organization as never, {
    key: builder.selection<{ id: string }>('id') as never,
    resolveReference: (({ id }: { id: unknown }) => (isId(id) ? { id } : null)) as never,
  });
  return { type: organization, resolve: ({ organizationId }) => ({ id: organizationId }) };
}
