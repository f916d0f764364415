import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { narrowing, ownFilter, type RegisterRecord } from './register.ts';
import { itemQuery, listQuery, referenceQuery } from './register-queries.ts';
import { REGISTERS, recordHref, registerAt } from './registers.ts';

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
