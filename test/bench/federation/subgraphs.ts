import SchemaBuilder from '@pothos/core';
import DirectivePlugin from '@pothos/plugin-directives';
import FederationPlugin from '@pothos/plugin-federation';
import { forCompiling } from '@zgt/runtime/graphql/builder.ts';
import { foundById } from '@zgt/runtime/graphql/entities.ts';
import { inOrderOf } from '@zgt/runtime/positions.ts';
import DataLoader from 'dataloader';
import type { GraphQLSchema } from 'graphql';
import type { App, Incident, Registers, Unit } from './registers.ts';

/** What the resolvers of one request share. */
export interface SubgraphContext {
  registers: Registers;
  apps: DataLoader<string, App>;
  units: DataLoader<string, Unit>;
}

function inOrder<T extends { id: string }>(ids: readonly string[], rows: readonly T[]): (T | Error)[] {
  return inOrderOf(ids, rows).map((row, index) => row ?? new Error(`there is no ${ids[index]}`));
}

/** A new context: its loaders batch within one request and must not outlive it. */
export function newContext(registers: Registers): SubgraphContext {
  return {
    registers,
    apps: new DataLoader(async (ids) => inOrder(ids, await registers.apps(ids))),
    units: new DataLoader(async (ids) => inOrder(ids, await registers.units(ids))),
  };
}

function newBuilder() {
  const builder = new SchemaBuilder<{ Context: SubgraphContext; DefaultFieldNullability: false }>({
    plugins: [DirectivePlugin, FederationPlugin],
    directives: { useGraphQLToolsUnorderedDirectives: true },
    defaultFieldNullability: false,
  });
  builder.queryType({});
  return builder;
}

const finish = (builder: ReturnType<typeof newBuilder>) =>
  forCompiling(builder.toSubGraphSchema({ linkUrl: 'https://specs.apollo.dev/federation/v2.6' }));

function unitsSchema(): GraphQLSchema {
  const builder = newBuilder();
  const unit = builder.objectRef<Unit>('Unit').implement({
    fields: (t) => ({
      id: t.exposeID('id'),
      name: t.exposeString('name'),
      level: t.exposeInt('level'),
      region: t.exposeString('region'),
      kind: t.exposeString('kind'),
      contact: t.exposeString('contact'),
      phone: t.exposeString('phone'),
    }),
  });
  builder.asEntity(unit, {
    key: builder.selection<{ id: string }>('id'),
    resolveReference: foundById(async (ids, { registers }: SubgraphContext) =>
      inOrder(ids as string[], await registers.units(ids as string[])),
    ) as never,
  });
  builder.queryField('unit', (t) =>
    t.field({
      type: unit,
      nullable: true,
      args: { id: t.arg.id({ required: true }) },
      resolve: (_, { id }, { units }) => units.load(id),
    }),
  );
  return finish(builder);
}

function appsSchema(): GraphQLSchema {
  const builder = newBuilder();
  const unit = builder.externalRef(
    'Unit',
    builder.keyDirective(builder.selection<{ id: string }>('id'), false),
  );
  unit.implement({ externalFields: (t) => ({ id: t.id({ nullable: false }) }) });
  const app = builder.objectRef<App>('App').implement({
    fields: (t) => ({
      id: t.exposeID('id'),
      name: t.exposeString('name'),
      version: t.exposeString('version'),
      category: t.exposeString('category'),
      status: t.exposeString('status'),
      summary: t.exposeString('summary'),
      downloads: t.exposeInt('downloads'),
      unit: t.field({ type: unit, resolve: ({ unitId }) => ({ id: unitId }) }),
    }),
  });
  builder.asEntity(app, {
    key: builder.selection<{ id: string }>('id'),
    resolveReference: foundById(async (ids, { registers }: SubgraphContext) =>
      inOrder(ids as string[], await registers.apps(ids as string[])),
    ) as never,
  });
  builder.queryField('app', (t) =>
    t.field({
      type: app,
      nullable: true,
      args: { id: t.arg.id({ required: true }) },
      resolve: (_, { id }, { apps }) => apps.load(id),
    }),
  );
  return finish(builder);
}

function operationsSchema(): GraphQLSchema {
  const builder = newBuilder();
  const app = builder.externalRef(
    'App',
    builder.keyDirective(builder.selection<{ id: string }>('id'), false),
  );
  app.implement({ externalFields: (t) => ({ id: t.id({ nullable: false }) }) });
  const incident = builder.objectRef<Incident>('Incident').implement({
    fields: (t) => ({
      id: t.exposeID('id'),
      code: t.exposeString('code'),
      title: t.exposeString('title'),
      severity: t.exposeInt('severity'),
      status: t.exposeString('status'),
      description: t.exposeString('description'),
      reporter: t.exposeString('reporter'),
      app: t.field({ type: app, resolve: ({ appId }) => ({ id: appId }) }),
    }),
  });
  builder.queryField('incidents', (t) =>
    t.field({
      type: [incident],
      args: { after: t.arg.string({ required: true }), first: t.arg.int({ required: true }) },
      resolve: (_, { after, first }, { registers }) => registers.incidents(after, Math.min(first, 100)),
    }),
  );
  return finish(builder);
}

/** The three subgraphs of the comparison, made as the product makes its own. */
export const SUBGRAPHS = { units: unitsSchema, apps: appsSchema, operations: operationsSchema } as const;
export type SubgraphName = keyof typeof SUBGRAPHS;
export const SUBGRAPH_NAMES = Object.keys(SUBGRAPHS) as SubgraphName[];

/** What the gateway of ours and the subgraphs both know. */
export const SECRET = 'a-secret-that-both-sides-know-000001';
