import { buildSubgraphSchema } from '@apollo/subgraph';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { RequestContext } from '@zgt/runtime/viewer.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { type DocumentNode, GraphQLError, type GraphQLSchema, graphql, parse } from 'graphql';
import { MONOLITH, SDL } from './example-sdl.ts';
import type { SubgraphCall } from './subgraph.ts';

// Three small subgraphs and the one server that they must look like; test data of the executor and the front.

interface Row {
  __typename: string;
  id: string;
  [key: string]: unknown;
}

const UNITS: Row[] = [
  { __typename: 'Unit', id: 'u1', name: '北部湾', rank: 3, level: 'LEVEL_1' },
  { __typename: 'Unit', id: 'u2', name: '西江', rank: null, level: null },
  { __typename: 'Unit', id: 'u3', name: '漓江', rank: 1, level: 'LEVEL_2' },
];
const APPS: Row[] = [
  { __typename: 'App', id: 'a1', title: '社保', owner: 'u1', tags: [['民生', '社保'], []] },
  { __typename: 'App', id: 'a2', title: null, owner: 'u1', tags: null },
  { __typename: 'App', id: 'a3', title: '公交', owner: 'u3', tags: [] },
];
const CAPABILITIES: Row[] = [{ __typename: 'Capability', id: 'c1', title: '支付', fee: 2 }];
const INCIDENTS = [
  { id: 'i1', summary: '中断', app: 'a1', unit: 'u1' },
  { id: 'i2', summary: null, app: null, unit: 'u2' },
  { id: 'i3', summary: '重复', app: 'a1', unit: 'u9' },
];

const refuse = (message: string, code: string): never => {
  throw new GraphQLError(message, { extensions: { code } });
};
const byId = (rows: Row[], id: unknown) => rows.find((row) => row.id === id) ?? null;

const unitFields = {
  motto: (unit: Row, { loud }: { loud: boolean }) => (loud ? `${unit.name}！` : `${unit.name}。`),
  failing: (unit: Row) => (unit.id === 'u2' ? refuse('不可查看', 'FORBIDDEN') : '可'),
  failingRequired: (unit: Row) => (unit.id === 'u2' ? refuse('不可查看', 'FORBIDDEN') : 7),
};
const thingFields = {
  Unit: { apps: (unit: Row) => APPS.filter((app) => app.owner === unit.id) },
  Capability: {
    price: (row: Row, { currency }: { currency: string }) =>
      (row.fee as number) * (currency === 'CNY' ? 7 : 1),
  },
};
const healthOf = (app: Row) => (app.id === 'a2' ? refuse('无监测数据', 'NOT_FOUND') : 100);
const noteOf = (app: Row) => (app.id === 'a3' ? refuse('频率过高', 'RATE_LIMITED') : `${app.id}-note`);
const typeOf = { __resolveType: (row: Row) => row.__typename };

/** Gives fresh subgraphs, the monolith with the same data, and the order in which mutations ran. */
export function createExample() {
  const order: string[] = [];
  const names = new Map<string, string>();
  const act = (name: string) => () => {
    order.push(name);
    return name;
  };
  const named = (unit: Row | null) => unit && { ...unit, name: names.get(unit.id) ?? unit.name };
  const rename = (_: unknown, { id, name }: { id: string; name: string }) => {
    order.push(`rename ${name}`);
    names.set(id, name);
    return named(byId(UNITS, id));
  };
  const publish = (_: unknown, { app }: { app: { id: string; title: string } }) => {
    order.push(`publish ${app.title}`);
    return { ...byId(APPS, app.id), title: app.title };
  };
  const fail = () => {
    order.push('fail');
    return refuse('不予办理', 'FORBIDDEN');
  };
  const peopleQuery = {
    units: (_: unknown, { first }: { first: number }) => UNITS.slice(0, first).map(named),
    unit: (_: unknown, { id }: { id: string }) => named(byId(UNITS, id)),
    maybeUnits: () => [named(UNITS[0]!), null, named(UNITS[1]!)],
    broken: () => refuse('参数有误', 'BAD_USER_INPUT'),
    brokenRequired: () => refuse('请先登录', 'UNAUTHENTICATED'),
    leaking: () => {
      throw new Error('connect ECONNREFUSED 10.1.2.3:5432');
    },
    leakingUnavailable: () => refuse('10.1.2.3 is down', 'SOME_INTERNAL_CODE'),
  };
  const thingsQuery = {
    assets: () => [...APPS, ...CAPABILITIES],
    found: () => [APPS[0], CAPABILITIES[0], null, UNITS[0]],
    apps: (_: unknown, { ids }: { ids?: string[] }) =>
      ids ? APPS.filter((app) => ids.includes(app.id)) : APPS,
  };
  const subgraph = (sdl: string, resolvers: object) =>
    buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const resolves = (rows: Row[]) => ({
    __resolveReference: ({ id }: { id: string }) => named(byId(rows, id)),
  });
  const keep = { __resolveReference: (reference: object) => reference };
  const schemas: Record<keyof typeof SDL, GraphQLSchema> = {
    people: subgraph(SDL.people, {
      Query: peopleQuery,
      Mutation: { rename, first: act('first'), fail },
      Unit: { ...resolves(UNITS), ...unitFields },
    }),
    things: subgraph(SDL.things, {
      Query: thingsQuery,
      Mutation: { second: act('second'), publish },
      Asset: typeOf,
      Found: typeOf,
      App: { ...resolves(APPS), owner: (app: Row) => ({ __typename: 'Unit', id: app.owner }) },
      Capability: { ...resolves(CAPABILITIES), ...thingFields.Capability },
      Unit: {
        ...keep,
        ...thingFields.Unit,
        label: (unit: Row) => `${unit.name}/${unit.rank ?? '无'}`,
        shout: (unit: Row) => unit.motto,
      },
    }),
    events: subgraph(SDL.events, {
      Query: { incidents: () => INCIDENTS },
      Mutation: { third: act('third') },
      App: {
        ...keep,
        health: healthOf,
        note: noteOf,
        incidents: (app: Row) => INCIDENTS.filter((incident) => incident.app === app.id),
      },
      Unit: { __resolveReference: (unit: Row) => (unit.id === 'u3' ? null : unit), score: () => 5 },
      Capability: { ...keep, score: () => 9 },
      Incident: {
        app: ({ app }: { app: string | null }) => app && { __typename: 'App', id: app },
        unit: ({ unit }: { unit: string }) => byId(UNITS, unit) && { __typename: 'Unit', id: unit },
      },
    }),
  };
  const monolith = makeExecutableSchema({
    typeDefs: MONOLITH,
    resolvers: {
      Query: { ...peopleQuery, ...thingsQuery, incidents: () => INCIDENTS },
      Mutation: { rename, fail, publish, first: act('first'), second: act('second'), third: act('third') },
      Asset: typeOf,
      Found: typeOf,
      Named: typeOf,
      Unit: {
        ...unitFields,
        ...thingFields.Unit,
        label: (unit: Row) => `${unit.name}/${unit.rank ?? '无'}`,
        shout: (unit: Row) => `${unit.name}！`,
        score: (unit: Row) => (unit.id === 'u3' ? null : 5),
      },
      Capability: { ...thingFields.Capability, score: () => 9 },
      App: {
        owner: (app: Row) => named(byId(UNITS, app.owner)),
        health: healthOf,
        note: noteOf,
        incidents: (app: Row) => INCIDENTS.filter((incident) => incident.app === app.id),
      },
      Incident: {
        app: ({ app }: { app: string | null }) => byId(APPS, app),
        unit: ({ unit }: { unit: string }) => named(byId(UNITS, unit)),
      },
    },
  });
  const requests: { subgraph: string; query: string }[] = [];
  const callOf =
    (name: keyof typeof SDL): SubgraphCall =>
    async ({ query, variables }) => {
      requests.push({ subgraph: name, query });
      const result = await graphql({ schema: schemas[name], source: query, variableValues: variables });
      return JSON.parse(JSON.stringify(result));
    };
  const calls: Record<string, SubgraphCall> = {
    people: callOf('people'),
    things: callOf('things'),
    events: callOf('events'),
  };
  return { calls, monolith, order, requests, reset: () => names.clear() };
}

export const SUBGRAPHS = Object.entries(SDL).map(([name, sdl]) => ({
  name,
  sdl,
  url: `http://127.0.0.1/${name}`,
}));
export const CONTEXT: RequestContext = { viewer: ANONYMOUS, requestId: 'request-1', idempotencyKey: null };

/** Collects what the executor logs. */
export function collectLog() {
  const entries: { details: Record<string, unknown>; message: string }[] = [];
  const write = (details: object, message: string) => {
    entries.push({ details: details as Record<string, unknown>, message });
  };
  return { entries, log: { warn: write, error: write } };
}

export const parsed = (source: string): { document: DocumentNode; source: string } => ({
  document: parse(source),
  source,
});
