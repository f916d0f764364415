import { appsSchema } from '@zgt/apps/schema.ts';
import { ecosystemSchema } from '@zgt/ecosystem/schema.ts';
import { operationsSchema } from '@zgt/operations/schema.ts';
import { encryptField } from '@zgt/runtime/crypto/field-encryption.ts';
import { localCall } from '@zgt/runtime/graphql/local-call.ts';
import { requestBy } from '@zgt/runtime/testing/test-runtime.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FilledDatabase, openFilled } from '../harness/filled-database.ts';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import { REGISTERS } from './registers.ts';

const SCHEMAS = { ecosystem: ecosystemSchema(), apps: appsSchema(), operations: operationsSchema() };
type Name = keyof typeof SCHEMAS;

/**
 * The statements of a page with every field of every record asked for, to three levels, by the management unit and
 * by the project company, when answers come in waves. A new field may raise a number by one or two; a number that grows
 * with records may not pass.
 * Ten records are the least in which every state of a register occurs here, and with it all that guards ask about.
 */
const STATEMENTS: Record<string, readonly [number, number]> = {
  EcosystemUnit: [8, 12],
  AuthorizationAgreement: [12, 16],
  Trademark: [5, 5],
  TrademarkLicense: [11, 9],
  BrandAuthorization: [15, 19],
  StopOrder: [12, 17],
  MisuseReport: [6, 7],
  MachineCredential: [5, 8],
  Member: [7, 1],
  OwnerUnit: [6, 5],
  ProjectCompany: [5, 1],
  GovernmentBody: [6, 6],
  BusinessNorm: [5, 5],
  CommercialCooperation: [12, 16],
  UnitAssessment: [12, 17],
  Capability: [5, 6],
  CapabilityRequest: [10, 14],
  App: [5, 7],
  AppVersion: [13, 14],
  DelistingRequest: [9, 14],
  ForcedDelisting: [11, 12],
  SystemPlatform: [8, 7],
  Standard: [5, 6],
  StandardVersion: [9, 11],
  StandardCheck: [5, 5],
  ConsolidationException: [6, 5],
  LegacyMobileApp: [10, 9],
  IntegrationPlan: [15, 16],
  ServiceItem: [11, 12],
  InfrastructureRequest: [9, 1],
  InfrastructureItem: [13, 1],
  CompanyInfraResource: [5, 1],
  InfrastructureBinding: [10, 1],
  ResourceDemandBatch: [5, 1],
  ResourceDemand: [11, 14],
  AppScore: [9, 11],
  ContentItem: [9, 13],
  Filing: [6, 1],
  Announcement: [4, 5],
  WorkCalendar: [5, 4],
  Incident: [9, 8],
  IncidentNotice: [13, 12],
  MonitorTarget: [6, 6],
  AccountabilityCase: [13, 12],
  Rectification: [5, 5],
  ProblemCase: [5, 5],
  Evidence: [5, 5],
  InspectionTask: [5, 1],
  HotlineTicket: [4, 4],
  CalendarFeed: [4, 1],
  DataOperationInspection: [5, 4],
  DisputeRecord: [5, 4],
  UnitOpsCheck: [4, 4],
  MechanismDocument: [5, 5],
  TeamRecord: [4, 1],
  OpsAsset: [5, 4],
  OperationMetric: [4, 1],
  AssessmentScheme: [5, 4],
  Assessment: [6, 1],
  AccessScorecard: [5, 1],
  OperationContact: [4, 4],
  UserRule: [5, 4],
  UserViolation: [8, 1],
  TerminalUser: [4, 1],
  FairnessComplaint: [5, 5],
  ContentIncident: [5, 7],
  DockingRecord: [5, 1],
  CooperationItem: [4, 5],
  PolicyDocument: [4, 4],
  BudgetDeclaration: [4, 1],
  CoordinationItem: [5, 1],
  ProductWork: [4, 1],
  Vulnerability: [6, 6],
  ConsentRecord: [4, 4],
  PrivacyNotice: [4, 4],
  RestoreDrill: [4, 1],
  BackupRecord: [4, 1],
  DataLeakCase: [4, 6],
  CommercialDataProfile: [4, 5],
  SecurityProgramme: [4, 1],
  MlpsRecord: [4, 1],
  ComplianceTask: [4, 1],
  CryptoProfile: [4, 4],
  TrainingSession: [4, 5],
  TerminalCheck: [4, 5],
  SafetyAgreement: [5, 4],
  RiskAssessment: [4, 5],
  SafetyCheck: [4, 1],
  HiddenDanger: [5, 5],
  SupervisionNote: [5, 1],
};

const ROWS = 400;

let server: PostgresServer;
let filled: FilledDatabase;
let viewers: Record<'management' | 'company' | 'unit', Viewer>;
const calls = {} as Record<Name, { statements: string[]; call: ReturnType<typeof localCall> }>;

beforeAll(async () => {
  server = await startPostgres();
  filled = await openFilled(server, { rows: ROWS, others: 100 });
  await writeContacts();
  for (const name of Object.keys(SCHEMAS) as Name[]) {
    const { runtime, statements } = await filled.subgraph(name);
    calls[name] = { statements, call: localCall(SCHEMAS[name], runtime) };
  }
  const person = (party: Viewer['party'], organizationId: string): Viewer => ({
    ...ANONYMOUS,
    accountId: 'account-1',
    organizationId,
    organizationName: '单位',
    party,
    roles: ['HEAD', 'APPROVER'],
    via: 'SESSION',
    realNameVerified: true,
    undertakingAccepted: true,
  });
  const { management, company, unit } = filled.parties;
  viewers = {
    management: person('MANAGEMENT_UNIT', management),
    company: person('PROJECT_COMPANY', company),
    unit: person('ECOSYSTEM_UNIT', unit),
  };
});
afterAll(async () => {
  await filled?.close();
  await server?.stop();
});

/** Contacts are encrypted for their place, so SQL alone cannot write them. */
async function writeContacts(): Promise<void> {
  const { pool } = filled.owner;
  const units = await pool.query('select id, organization_id from ecosystem.ecosystem_unit');
  for (const { id, organization_id: organization } of units.rows)
    await pool.query('update ecosystem.ecosystem_unit set contact_phone_cipher = $1 where id = $2', [
      encryptField(filled.keys, '13800138000', `contactPhone:${organization}`),
      id,
    ]);
  const reports = await pool.query('select id from ecosystem.misuse_report');
  for (const { id } of reports.rows)
    await pool.query(
      'update ecosystem.misuse_report set reporter_contact_cipher = $1, organization_id = $2 where id = $3',
      [
        encryptField(filled.keys, '13800138000', `misuseReport.reporterContact:${id}`),
        filled.parties.company,
        id,
      ],
    );
}

const ARGUMENTS: Record<string, string> = { contact: '(purpose: "核对")', capabilityRequests: '(first: 3)' };

/** Everything that can be asked of a type, so deep that lists within records and records within those are there. */
function selectionOf(type: GraphQLObjectType, depth: number): string {
  const parts = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    const argument = ARGUMENTS[field.name] ?? '';
    const of = getNamedType(field.type);
    if (isLeafType(of)) return [`${field.name}${argument}`];
    if (!isObjectType(of) || depth === 0) return [];
    const inner = selectionOf(of, depth - 1);
    return inner ? [`${field.name}${argument} ${inner}`] : [];
  });
  return parts.length > 0 ? `{ ${parts.join(' ')} }` : '';
}

const objectType = (schema: GraphQLSchema, name: string) => schema.getType(name) as GraphQLObjectType;

/** Runs a document and gives its data with the statements that it took. */
async function run(name: Name, viewer: Viewer, query: string, variables: Record<string, unknown> = {}) {
  const { statements, call } = calls[name];
  statements.length = 0;
  const { data, errors } = await call({ query, variables }, requestBy(viewer));
  expect(errors).toBeUndefined();
  return { data: data as any, statements: statements.map(normalized).sort() };
}

/** Both took the same statements, each as often, and so many. */
function expectAlike(ten: { statements: string[] }, fifty: { statements: string[] }, count: number): void {
  expect(fifty.statements).toEqual(ten.statements);
  expect(fifty.statements).toHaveLength(count);
}

/** Page sizes stand in the text of a statement; nothing else of it may depend on how many records there are. */
const normalized = (text: string) => text.replaceAll(/limit \d+/g, 'limit N').replaceAll(/\s+/g, ' ');

/** The list field that answers with a connection of the type. */
function listOf(schema: GraphQLSchema, type: string): GraphQLField<unknown, unknown> {
  return Object.values(schema.getQueryType()!.getFields()).find(
    (field) => getNamedType(field.type).name === `${type}Connection`,
  )!;
}

const registers = REGISTERS.map(({ subgraph, noun }) => ({
  name: noun.lifecycle.noun,
  subgraph: subgraph as Name,
}));

describe.each(registers)('$name', ({ name, subgraph }) => {
  const schema = SCHEMAS[subgraph];
  const list = listOf(schema, name);
  const selection = selectionOf(objectType(schema, name), 3);
  const page = (first: number) =>
    `{ ${list.name}(first: ${first}) { edges { cursor node ${selection} } pageInfo { hasNextPage endCursor } } }`;

  it.each(['management', 'company'] as const)(
    'a page takes as many statements with 50 records as with 10, asked by the %s',
    async (who) => {
      const ten = await run(subgraph, viewers[who], page(10));
      const fifty = await run(subgraph, viewers[who], page(50));
      if (who === 'management') expect(fifty.data[list.name].edges).toHaveLength(50);
      expectAlike(ten, fifty, STATEMENTS[name]![who === 'management' ? 0 : 1]);
    },
  );

  it('entities by key take as many statements with 50 as with 10, no more than a page', async () => {
    const { data } = await run(
      subgraph,
      viewers.management,
      `{ ${list.name}(first: 50) { edges { node { id } } } }`,
    );
    const keys = data[list.name].edges.map(({ node }: any) => ({ __typename: name, id: node.id }));
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${name} ${selection} } }`;
    const ten = await run(subgraph, viewers.management, query, { keys: keys.slice(0, 10) });
    const fifty = await run(subgraph, viewers.management, query, { keys });
    expect(fifty.data._entities.filter(Boolean)).toHaveLength(50);
    expectAlike(ten, fifty, STATEMENTS[name]![0]);
  });

  it('each field asked for alone says what it says when the whole row is read', async () => {
    const ask = async (fields: string) => {
      const { data } = await run(
        subgraph,
        viewers.management,
        `{ ${list.name}(first: 20) { edges { node { ${fields} } } } }`,
      );
      return data[list.name].edges.map(({ node }: any) => node);
    };
    const fields = Object.values(objectType(schema, name).getFields()).flatMap((field) => {
      const inner = getNamedType(field.type);
      if (isLeafType(inner)) return [[field.name, field.name] as const];
      return [[field.name, `${field.name} ${selectionOf(inner as GraphQLObjectType, 0)}`] as const];
    });
    for (const [field, asked] of fields) {
      const whole = await ask(`availableActions { name } ${asked}`);
      expect({ [field]: (await ask(asked)).map((node: any) => node[field]) }).toEqual({
        [field]: whole.map((node: any) => node[field]),
      });
    }
  });
});

describe('what is read', () => {
  it('is the columns that are asked for, and the whole row only for what guards judge by', async () => {
    const read = async (fields: string) => {
      const query = `{ brandAuthorizations(first: 5) { edges { node { ${fields} } } } }`;
      return (await run('ecosystem', viewers.management, query)).statements;
    };
    const engine =
      '"record"."id", "record"."number", "record"."organization_id", "record"."state", "record"."version", "record"."created_at", "record"."updated_at"';
    expect(await read('id status')).toEqual([expect.stringContaining(`select ${engine} from`)]);
    expect(await read('title validUntil')).toEqual([
      expect.stringContaining(`select ${engine}, "record"."purpose", "record"."valid_until" from`),
    ]);
    expect((await read('number trademark { name }')).join()).toContain(
      `select ${engine}, "record"."name" from "ecosystem"."trademark"`,
    );
    expect((await read('availableActions { name }')).join()).toContain('select record.* from');
  });
});

/** Lists that are no registers, with the statements of each. */
const OTHERS: readonly [Name, string, (first: number) => string, number][] = [
  [
    'operations',
    'workItems',
    (first) =>
      `workItems(first: ${first}) { edges { node ${selectionOf(objectType(SCHEMAS.operations, 'WorkItem'), 1)} } }`,
    2,
  ],
  [
    'operations',
    'notifications',
    (first) =>
      `notifications(first: ${first}) { edges { node ${selectionOf(objectType(SCHEMAS.operations, 'Notification'), 1)} } }`,
    1,
  ],
  // begin, the page, the entry about having read it, commit
  [
    'operations',
    'auditEntries',
    (first) =>
      `auditEntries(first: ${first}) { edges { node ${selectionOf(objectType(SCHEMAS.operations, 'AuditEntry'), 1)} } }`,
    4,
  ],
  [
    'operations',
    'dutyCalendar',
    () =>
      `dutyCalendar(from: "2026-01-01", to: "2026-12-31") ${selectionOf(objectType(SCHEMAS.operations, 'Duty'), 1)}`,
    1,
  ],
  [
    'operations',
    'articles',
    () => `articles ${selectionOf(objectType(SCHEMAS.operations, 'Article'), 2)}`,
    1,
  ],
  ['ecosystem', 'viewer', () => `viewer ${selectionOf(objectType(SCHEMAS.ecosystem, 'Viewer'), 2)}`, 2],
];

it.each(OTHERS)('%s: %s takes a fixed number of statements', async (subgraph, _, query, count) => {
  const ten = await run(subgraph, viewers.management, `{ ${query(10)} }`);
  const fifty = await run(subgraph, viewers.management, `{ ${query(50)} }`);
  expect(fifty.statements).toEqual(ten.statements);
  expect(fifty.statements).toHaveLength(count);
});

it('organisations take one statement for all, and one for a page of requests of each', async () => {
  const { rows } = await filled.owner.pool.query(
    'select id from runtime.organization order by id desc limit 50',
  );
  const keys = rows.map(({ id }) => ({ __typename: 'Organization', id }));
  const query = (fields: string) =>
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Organization { ${fields} } } }`;
  const named = await run('ecosystem', viewers.management, query('id name party status'), { keys });
  expect(named.statements).toHaveLength(1);
  const requests = query('capabilityRequests(first: 2) { edges { node { id number status } } }');
  const few = await run('apps', viewers.management, requests, { keys: keys.slice(0, 5) });
  const many = await run('apps', viewers.management, requests, { keys });
  expect(
    many.data._entities.every(({ capabilityRequests }: any) => capabilityRequests.edges.length > 0),
  ).toBe(true);
  expect(many.statements).toEqual(few.statements);
  expect(many.statements).toHaveLength(1);
});
