import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import type { NounOptions } from '@zgt/runtime/graphql/noun.ts';

/** The organisation by key alone: everything about it is another subgraph's to say. */
export function addOrganization(builder: Builder): NounOptions['organization'] {
  const organization = builder.objectRef<{ id: string }>('Organization').implement({
    fields: (t) => ({ id: t.exposeID('id') }),
  });
  const key = builder.keyDirective(builder.selection<{ id: string }>('id'), false);
  builder.asEntity(organization as never, { key } as never);
  return { type: organization, resolve: ({ organizationId }) => ({ id: organizationId }) };
}
