import { readFileSync } from 'node:fs';
import type { CheckSubject } from '../../choices.ts';
import type { RuleId } from '../rules.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** One document of each kind in which nothing is wrong. */
export const GOOD: Readonly<Record<CheckSubject, string>> = {
  OPENAPI: read('openapi.good.yaml'),
  GRAPHQL_SDL: read('interface.good.graphql'),
  TABLE_DDL: read('tables.good.sql'),
  TABLE_CSV: read('tables.good.csv'),
  PAGE_MANIFEST: read('page-manifest.good.json'),
};

/** A change to the good document, the one rule that it breaks, and where. */
export type BadExample = readonly [
  rule: RuleId,
  kind: CheckSubject,
  from: string,
  to: string,
  place: `${number}:${number}`,
  /** Another rule that is broken there by necessity. */
  along?: RuleId,
];

/** For each rule at least one document that breaks it and, unless it says so, no other. */
export const BAD: readonly BadExample[] = [
  ['DOC-002', 'TABLE_DDL', '联系电话', '\uFFFD\uFFFD', '9:52'],
  ['DOC-003', 'PAGE_MANIFEST', '"charges": true,', '"charges": true', '6:3'],
  ['DOC-003', 'OPENAPI', '  version: 1.0.0', '  version: 1.0.0: 2', '4:12'],
  ['DOC-003', 'OPENAPI', '  version: 1.0.0', '  version: 1.0.0\n  version: 1.0.1', '5:3'],
  ['DOC-003', 'GRAPHQL_SDL', 'scalar DateTime', 'scalr DateTime', '20:1'],
  ['DOC-003', 'TABLE_DDL', 'create table', 'create tabel', '1:14'],
  ['DOC-003', 'TABLE_DDL', ');\ncomment', ') €;\ncomment', '8:1'],
  ['DOC-003', 'TABLE_CSV', ',是,', ',', '2:1'],
  ['DOC-006', 'OPENAPI', 'openapi: 3.1.0', 'swagger: 2.0.0', '1:1'],
  ['FLD-001', 'OPENAPI', 'registeredAddress', 'registered_address', '36:9'],
  ['FLD-001', 'GRAPHQL_SDL', 'createdAt', 'created_at', '27:3'],
  ['FLD-002', 'OPENAPI', 'registeredAddress', 'mainOffice', '36:9'],
  ['FLD-003', 'OPENAPI', 'registeredAddress: {', 'mainOffice: { description: 注册地址,', '36:9'],
  ['FLD-003', 'TABLE_CSV', 'contact_phone,varchar,20,,,,', 'phone_text,varchar,20,,,联系电话,', '5:1'],
  ['FLD-004', 'OPENAPI', 'registeredAddress: { type: string', 'registeredAddress: { type: boolean', '36:9'],
  ['FLD-004', 'GRAPHQL_SDL', 'unifiedSocialCreditCode: String!', 'unifiedSocialCreditCode: Int!', '23:3'],
  ['FLD-004', 'TABLE_DDL', 'created_at timestamptz', 'created_at boolean', '6:3'],
  ['FLD-005', 'OPENAPI', 'maxLength: 18', 'maxLength: 30', '34:9'],
  ['FLD-005', 'TABLE_DDL', 'varchar(18)', 'varchar(15)', '3:3'],
  ['FLD-005', 'TABLE_CSV', 'varchar,18', 'varchar,20', '3:1'],
  ['FLD-006', 'OPENAPI', ', format: date-time', '', '38:9'],
  ['FLD-006', 'TABLE_DDL', 'created_at timestamptz', 'created_at text', '6:3'],
  ['FLD-007', 'OPENAPI', '[ENTERPRISE, GOVERNMENT]', '[ENTERPRISE, COMPANY]', '35:9'],
  ['FLD-007', 'GRAPHQL_SDL', '  GOVERNMENT', '  COMPANY', '24:3'],
  ['FLD-007', 'TABLE_DDL', "'GOVERNMENT'", "'COMPANY'", '4:3'],
  ['FLD-007', 'TABLE_CSV', 'unitType', 'unitKinds', '4:1'],
  ['FLD-008', 'TABLE_DDL', " check (unit_type in ('ENTERPRISE', 'GOVERNMENT'))", '', '4:3'],
  [
    'FLD-009',
    'OPENAPI',
    'schema: { type: string }',
    'schema: { type: object, properties: { id: { type: string, enum: [one] } } }',
    '16:49',
  ],
  ['FLD-010', 'OPENAPI', ', x-purpose: 与单位联系', '', '37:9'],
  ['FLD-010', 'GRAPHQL_SDL', '。用途：与单位联系', '', '26:3'],
  ['FLD-010', 'TABLE_DDL', '。用途：与单位联系', '', '5:3'],
  ['FLD-010', 'TABLE_CSV', '与单位联系', '', '5:1'],
  ['FLD-010', 'PAGE_MANIFEST', '向本人发送办理结果', '', '11:36'],
  ['OAS-001', 'OPENAPI', '  version: 1.0.0\n', '', '2:1'],
  ['OAS-002', 'OPENAPI', 'url: https:', 'url: http:', '6:5'],
  ['OAS-003', 'OPENAPI', "'#/components/schemas/EcosystemUnit'", "'https://example.com/unit.yaml'", '24:26'],
  ['OAS-004', 'OPENAPI', '/schemas/EcosystemUnit', '/schemas/Unit', '24:26'],
  ['OAS-005', 'OPENAPI', '{ type: http, scheme: bearer }', '{ type: apiKey, name: k, in: query }', '29:38'],
  ['OAS-006', 'OPENAPI', 'security:\n  - bearer: []\n', '', '9:5'],
  ['OAS-007', 'OPENAPI', "'429'", "'428'", '17:7'],
  ['OAS-008', 'OPENAPI', '      operationId: listUnits\n', '', '11:5'],
  ['OAS-009', 'OPENAPI', 'name: after', 'name: contactPhone', '14:11'],
  ['GQL-001', 'GRAPHQL_SDL', 'node: EcosystemUnit!', 'node: Unit!', '12:9'],
  [
    'GQL-002',
    'GRAPHQL_SDL',
    '(first: Int, after: String): EcosystemUnitConnection!',
    ': [EcosystemUnit!]!',
    '3:3',
  ],
  [
    'TAB-001',
    'TABLE_DDL',
    'contact_phone varchar(20),',
    'contact_phone varchar(20),\n  favourite_colour text,',
    '6:3',
  ],
  [
    'TAB-001',
    'TABLE_CSV',
    'ecosystem_unit,id',
    'ecosystem_unit,favourite_colour,text,,,,,\necosystem_unit,id',
    '2:1',
  ],
  ['TAB-002', 'TABLE_DDL', 'id uuid primary key', 'id uuid', '1:14'],
  ['TAB-002', 'TABLE_CSV', ',是,', ',否,', '2:1'],
  ['TAB-003', 'TABLE_DDL', 'created_at timestamptz', '"createdAt" timestamptz', '6:3'],
  ['TAB-003', 'TABLE_CSV', 'created_at', 'createdAt', '6:1'],
  ['TAB-004', 'TABLE_DDL', 'create index', 'drop table other;\ncreate index', '10:1'],
  ['TAB-005', 'TABLE_DDL', ',\n  updated_at timestamptz not null', '', '1:14'],
  ['TAB-005', 'TABLE_CSV', 'ecosystem_unit,updated_at,timestamptz,,,,,\n', '', '2:1'],
  ['TAB-006', 'TABLE_CSV', '字段名', '列名', '1:1'],
  ['TAB-006', 'TABLE_CSV', 'id,uuid', 'id,', '2:1'],
  ['PAG-001', 'PAGE_MANIFEST', '"1.2.0"', '"1.2"', '3:3'],
  [
    'PAG-002',
    'PAGE_MANIFEST',
    'https://gjj.example.gov.cn/m/detail',
    'http://gjj.example.gov.cn/m/detail',
    '9:24',
  ],
  ['PAG-003', 'PAGE_MANIFEST', 'UNIFIED_IDENTITY', 'WECHAT', '4:3'],
  ['PAG-004', 'PAGE_MANIFEST', 'BASE_PAYMENT', 'OTHER', '6:3'],
  ['PAG-005', 'PAGE_MANIFEST', '"privacyNotice": "https:', '"privacyNotice": "http:', '12:3'],
  ['PAG-006', 'PAGE_MANIFEST', '"consentPreselected": false', '"consentPreselected": true', '13:3'],
  ['PAG-007', 'PAGE_MANIFEST', '360', '400', '14:3'],
  ['PAG-008', 'PAGE_MANIFEST', ': 16,', ': 14,', '16:3'],
  ['PAG-009', 'PAGE_MANIFEST', ': 7,', ': 3,', '17:3'],
  ['PAG-010', 'PAGE_MANIFEST', '"careMode": true', '"careMode": false', '18:3'],
  [
    'FLD-011',
    'OPENAPI',
    'schema: { type: string }',
    'schema: { type: object, properties: { title: { type: string }, unitPrice: { type: number } } }',
    '16:74',
    'FLD-002',
  ],
];

const times = (text: string, count: number) => text.repeat(count);

/** A description of which each schema is nothing but a reference. */
const referring = (reference: (n: number) => string) =>
  GOOD.OPENAPI.replace(
    '    EcosystemUnit:\n',
    `${Array.from({ length: 2500 }, (_, n) => `    A${n}: { $ref: '${reference(n)}' }\n`).join('')}    EcosystemUnit:\n`,
  );

/** Documents made to break a reader, and the rule that each is answered with. */
export const HOSTILE: readonly (readonly [
  what: string,
  rule: RuleId,
  kind: CheckSubject,
  content: string,
])[] = [
  ['ten megabytes', 'DOC-001', 'OPENAPI', times('a: b\n', 2_000_000)],
  ['nothing', 'DOC-006', 'TABLE_CSV', ' \n'],
  ['brackets in brackets', 'DOC-004', 'PAGE_MANIFEST', times('[', 50_000) + times(']', 50_000)],
  ['dashes after dashes', 'DOC-004', 'OPENAPI', `${times('- ', 20_000)}a`],
  ['keys in keys', 'DOC-003', 'OPENAPI', `${times('? ', 20_000)}a`],
  [
    'ever deeper indentation',
    'DOC-004',
    'OPENAPI',
    Array.from({ length: 1200 }, (_, n) => `${times(' ', n)}a:`).join('\n'),
  ],
  [
    'aliases of aliases',
    'DOC-005',
    'OPENAPI',
    Array.from(
      { length: 10 },
      (_, n) =>
        `k${n}: &a${n} [${
          n === 0
            ? 'x'
            : Array(9)
                .fill(`*a${n - 1}`)
                .join(',')
        }]`,
    ).join('\n'),
  ],
  ['an object inside itself', 'DOC-004', 'OPENAPI', 'openapi: 3.1.0\na: &a\n  b: *a\n'],
  [
    'references in a circle',
    'OAS-004',
    'OPENAPI',
    GOOD.OPENAPI.replace(
      '    EcosystemUnit:\n',
      "    One: { $ref: '#/components/schemas/Two' }\n    Two: { $ref: '#/components/schemas/One' }\n    EcosystemUnit:\n",
    ),
  ],
  [
    'thousands of references in one circle',
    'OAS-004',
    'OPENAPI',
    referring((n) => `#/components/schemas/A${(n + 1) % 2500}`),
  ],
  [
    'thousands of references to elsewhere',
    'OAS-003',
    'OPENAPI',
    referring((n) => `https://elsewhere.example/${n}.yaml`),
  ],
  ['several documents in one', 'DOC-003', 'OPENAPI', 'a: 1\n---\nb: 2\n'],
  [
    'a list type of twenty thousand lists',
    'DOC-004',
    'GRAPHQL_SDL',
    `type A { a: ${times('[', 20_000)}B${times(']', 20_000)} }`,
  ],
  ['a query', 'DOC-006', 'GRAPHQL_SDL', '{ me { id } }'],
  ['a quote that does not end', 'DOC-003', 'TABLE_CSV', `表名,字段名,类型\n"${times('x', 900_000)}`],
];

/** A document that takes longer than a check may. */
export const ENDLESS = `create table a (${Array.from({ length: 30_000 }, (_, n) => `c${n} text`).join(',')})`;
