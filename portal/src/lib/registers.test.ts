import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLEnumType, type GraphQLInputObjectType, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { listOrder, narrowing, ownFilter, type RegisterRecord, upperFirst } from './register.ts';
import { itemQuery, listQuery, referenceQuery, relatedQuery } from './register-queries.ts';
import { followsOf, particularsOf, REGISTERS, recordHref, registerAt, relatedLists } from './registers.ts';

const schema = buildSchema(
  readFileSync(new URL('../../../schema/graphql/api.graphql', import.meta.url), 'utf8'),
  {
    assumeValidSDL: true,
  },
);

test.each(REGISTERS)('the pages of $path ask only for what the API has', (register) => {
  const related = relatedLists(register);
  expect(related.length).toBe(register.related.length);
  for (const query of [
    listQuery(register),
    itemQuery(register),
    referenceQuery(register.plural, register),
    ...(related.length > 0 ? [relatedQuery(related)] : []),
  ])
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
});

test.each(REGISTERS.filter(({ follows }) => follows))(
  'what goes on from a record of $path names forms, fields and states that there are',
  ({ follows, noun }) => {
    const states = (schema.getType(`${noun}Status`) as GraphQLEnumType).getValues().map(({ name }) => name);
    for (const { path, mutation, field, states: named } of follows!) {
      expect(registerAt(path)!.creations.map((creation) => creation.mutation)).toContain(mutation);
      const input = schema.getType(`${upperFirst(mutation)}Input`) as GraphQLInputObjectType;
      expect(Object.keys(input.getFields())).toContain(field);
      for (const state of named) expect(states).toContain(state);
    }
  },
);

test('who may go on from a record is given the form with the record chosen, and nobody else', () => {
  const record = { id: '9', status: 'LISTED', organization: { id: '7', name: '甲' } };
  const labels = (id: string, party: string, status = 'LISTED') =>
    followsOf(registerAt('apps')!, { ...record, status }, { id, party }).map(({ label }) => label);
  expect(labels('7', 'ECOSYSTEM_UNIT')).toEqual(['新建版本', '申请能力', '登记内容', '要求下架']);
  expect(labels('7', 'ECOSYSTEM_UNIT', 'DRAFT')).toEqual(['新建版本', '申请能力']);
  expect(labels('8', 'ECOSYSTEM_UNIT')).toEqual([]);
  expect(labels('1', 'PROJECT_COMPANY')).toEqual(['立案']);
  expect(followsOf(registerAt('apps')!, record, { id: '7', party: 'MUNICIPALITY' })[0]?.href).toBe(
    '/work/app-versions/new/draft?appId=9',
  );
  expect(followsOf(registerAt('apps')!, record, null)).toEqual([]);
});

test('what a record names is led to, as long as its register has pages', () => {
  const told = { dueOn: '2026-12-01', rejections: 0, sourceNumber: 'SJ-2026-000002', sourceId: '7' };
  const source = (sourceNoun: string) =>
    particularsOf(
      registerAt('rectifications')!,
      { ...told, sourceNoun } as unknown as RegisterRecord,
      (_, value) => value,
    ).find(({ label }) => label === '来源');
  expect(source('Incident')).toMatchObject({ value: 'SJ-2026-000002', href: '/work/incidents/7' });
  expect(source('Account')).toEqual({ label: '来源', value: 'SJ-2026-000002', parts: [] });
  const followUps = [
    { itemLabel: '日：备份', noun: 'Rectification', nounLabel: '整改', recordId: '8', number: 'ZG-2' },
  ];
  const checked = { followUps, checklist: [], abnormalItems: [], periodEnd: '2026-12-01' };
  expect(
    particularsOf(
      registerAt('inspection-tasks')!,
      checked as unknown as RegisterRecord,
      (_, value) => value,
    ).find(({ parts }) => parts.length > 0),
  ).toMatchObject({
    value: '日：备份：整改 ZG-2',
    parts: [{ text: '日：备份：整改 ZG-2', href: '/work/rectifications/8' }],
  });
});

test('a record is found by its noun, a noun without pages has no address', () => {
  expect(recordHref('BrandAuthorization', '7')).toBe('/work/brand-authorizations/7');
  expect(recordHref('Account', '7')).toBeNull();
});

test('values of enums are told in words, and what is not filled in is told as such', () => {
  const [scopes] = registerAt('ecosystem-units')!.columns;
  const words = (name: string, value: string) => `${name}.${value}`;
  const record = { workScopes: ['OPERATION', 'BUSINESS'] } as unknown as RegisterRecord;
  expect(scopes!.read(record, words)).toEqual({ value: 'WorkScope.OPERATION、WorkScope.BUSINESS' });
  expect(scopes!.read({} as RegisterRecord, words)).toEqual({ value: null });
});

test('a list is narrowed by the codes that its register names, and by nothing else', () => {
  const incidents = registerAt('incidents')!;
  const asked = new URLSearchParams('level=LEVEL_1&category=nothing&scope=OPS');
  expect(narrowing(incidents, asked)).toEqual({ level: 'LEVEL_1' });
  const filters = schema.getType('IncidentFilter');
  for (const { field } of incidents.narrowedBy!)
    expect(Object.keys((filters as any).getFields())).toContain(field);
});

test('a list comes in the order that its address names, and in no other', () => {
  const asked = (text: string) => listOrder(new URLSearchParams(text));
  expect([asked('order=OLDEST'), asked(''), asked('order=NEWEST'), asked('order=id')]).toEqual([
    'OLDEST',
    null,
    null,
    null,
  ]);
});

test('providers work on their own apps, those who supervise on all', () => {
  const apps = registerAt('apps')!;
  expect(ownFilter(apps, { id: '7', party: 'ECOSYSTEM_UNIT' })).toEqual({ organizationId: '7' });
  expect(ownFilter(apps, { id: '7', party: 'PROJECT_COMPANY' })).toEqual({});
  expect(ownFilter(registerAt('capabilities')!, { id: '7', party: 'ECOSYSTEM_UNIT' })).toEqual({});
});

test('what the item page draws in its own way is asked for by the register that it is drawn for', () => {
  const asks = (field: string) =>
    REGISTERS.filter(({ details, extraSelect = '' }) =>
      [...details.map(({ select }) => select), extraSelect].some((select) =>
        new RegExp(`(?:^|[ }])${field} \\{`).test(select.replaceAll(/\w+: \w+ \{/g, '')),
      ),
    ).map(({ noun }) => noun);
  expect(asks('figures')).toEqual(['Filing']);
  expect(asks('indicators')).toEqual(['AppScore']);
});
