import type { Builder } from '@zgt/runtime/graphql/builder.ts';

function stub(builder: Builder, name: string): any {
  const type = builder.objectRef<{ id: string }>(name).implement({
    fields: (t) => ({ id: t.exposeID('id') }),
  });
  const key = builder.keyDirective(builder.selection<{ id: string }>('id'), false);
  builder.asEntity(type as never, { key } as never);
  return type;
}

/** Apps and platforms by key alone: everything about them is another subgraph's to say. */
export function addSubjects(builder: Builder): { app: any; platform: any } {
  return { app: stub(builder, 'App'), platform: stub(builder, 'SystemPlatform') };
}
