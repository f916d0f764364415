import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { narrowing, ownFilter, type RegisterRecord } from './register.ts';
import { itemQuery, listQuery, referenceQuery, referrersQuery } from './register-queries.ts';
import { particularsOf, REGISTERS, recordHref, referrersOf, registerAt } from './registers.ts';

const schema = buildSchema(
  readFileSync(new URL('../../../schema/graphql/api.graphql', import.meta.url), 'utf8'),
  {
    assumeValidSDL: true,
  },
);

test.each(REGISTERS)('the pages of $path ask only for what the API has', (register) => {
  for (const query of [listQuery(register), itemQuery(register), referenceQuery(register.plural, register)])
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  for (const path of register.related) expect(registerAt(path)).not.toBeNull();
});

test.each(REGISTERS.filter(({ referrers }) => referrers))(
  'the registers whose records may name one of $path are there, with the filter that finds them',
  (register) => {
    const referrers = referrersOf(register);
    expect(referrers).toHaveLength(register.referrers!.length);
    expect(validate(schema, parse(referrersQuery(referrers))).map(({ message }) => message)).toEqual([]);
  },
);

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
