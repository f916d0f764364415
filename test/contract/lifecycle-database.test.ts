import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { brandAuthorization } from '@zgt/ecosystem/brand-authorization/actions.ts';
import { ecosystemUnit } from '@zgt/ecosystem/ecosystem-unit/actions.ts';
import { newId } from '@zgt/runtime/id.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { openTestRuntime, requestBy, type TestRuntime } from '@zgt/runtime/testing/test-runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { PARTIES, PARTY_KINDS, PARTY_ROLES, type PartyKind } from '@zgt/schema/parties.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parsePermissions } from './parse-permissions.ts';

/** Parties that may know of any record; the owner knows of its own, and the others are told NOT_FOUND. */
const READERS: readonly PartyKind[] = [
  'MANAGEMENT_UNIT',
  'INFRASTRUCTURE_PROVIDER',
  'OWNER_UNIT',
  'PROJECT_COMPANY',
];
const BY_PARTY_OR_STATE = [
  'NOT_FOUND',
  'FORBIDDEN_ROLE',
  'AUTHORIZATION_SOURCE_INVALID',
  'ILLEGAL_TRANSITION',
];
/** Article 7 says apart why: a unit is authorized by the owner unit or the project company, by nobody else. */
const TOLD_APART = ['returnEcosystemUnit', 'declineEcosystemUnit', 'authorizeEcosystemUnit'];

const table = parsePermissions(
  await readFile(resolve(import.meta.dirname, '../../schema/measure/permission-matrix.md'), 'utf8'),
);

let runtime: TestRuntime;
let people: { name: string; viewer: Viewer }[];
let owner: Viewer;

beforeAll(async () => {
  runtime = await openTestRuntime();
  people = [];
  for (const party of PARTY_KINDS) {
    const viewer = await runtime.member(party, PARTY_ROLES[party]);
    people.push({ name: party, viewer });
    if (READERS.includes(party))
      people.push({
        name: `${party} without roles`,
        viewer: await runtime.member(party, [], viewer.organizationId!),
      });
  }
  owner = await runtime.member('ECOSYSTEM_UNIT', PARTY_ROLES.ECOSYSTEM_UNIT);
  people.push({ name: 'the owner', viewer: owner });
}, 60_000);
afterAll(() => runtime.close());

async function insertUnit(state: string): Promise<string> {
  const id = newId();
  await sql`insert into ecosystem.ecosystem_unit (id, number, organization_id, state, version, created_at, updated_at, name,
      unified_social_credit_code, unit_type, registered_address, contact_name, contact_phone_cipher, work_scopes)
    values (${id}, ${id}, ${owner.organizationId}, ${state}, 1, now(), now(), '测试企业', '91450100000000001B', 'ENTERPRISE',
      '南宁市', '张三', 'cipher', ${['BUSINESS']})`.execute(runtime.db);
  return id;
}

async function insertBrand(state: string): Promise<string> {
  const [unit, mark, id] = [await insertUnit('ACTIVE'), newId(), newId()];
  const consented = ['EFFECTIVE', 'SUSPENDED', 'REVOKED', 'EXPIRED'].includes(state);
  await sql`insert into ecosystem.trademark (id, number, organization_id, state, version, created_at, updated_at, name, class_numbers)
    values (${mark}, ${mark}, ${owner.organizationId}, 'REGISTERED', 1, now(), now(), '智桂通', ${['9']})`.execute(
    runtime.db,
  );
  await sql`insert into ecosystem.brand_authorization (id, number, organization_id, state, version, created_at, updated_at,
      ecosystem_unit_id, trademark_id, purpose, activities, channels, regions, materials, valid_from, valid_until,
      consented_at, certificate_number)
    values (${id}, ${id}, ${owner.organizationId}, ${state}, 1, now(), now(), ${unit}, ${mark}, '用途', ${['EVENT']},
      ${['PRINT']}, ${['南宁市']}, ${['展板']}, '2026-01-01', '2036-12-31',
      ${consented ? new Date('2026-11-23T01:00:00Z') : null}, ${consented ? id : null})`.execute(runtime.db);
  return id;
}

async function clear(): Promise<void> {
  await sql.raw('delete from ecosystem.brand_authorization').execute(runtime.db);
  await sql.raw('delete from ecosystem.trademark').execute(runtime.db);
  await sql.raw('delete from ecosystem.ecosystem_unit').execute(runtime.db);
}

/** The record with all that an action could have written beside it, and the number of audit entries. */
async function snapshot(noun: Noun, id: string) {
  const found = await sql<{ entries: number; rest: string }>`select
    (select count(*)::integer from runtime.audit_entry) as entries,
    concat((select row_to_json(record)::text from ${sql.table(noun.table)} record where id = ${id}),
      (select count(*) from runtime.item), (select count(*) from runtime.deadline),
      (select count(*) from runtime.notification), (select count(*) from runtime.standing)) as rest`.execute(
    runtime.db,
  );
  return found.rows[0]!;
}

async function lastEntry(id: string) {
  const { body } = await runtime.db
    .selectFrom('runtime.auditEntry')
    .select('body')
    .where('recordId', '=', id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return JSON.parse(body);
}

const REGISTERS: [string, Noun, (state: string) => Promise<string>][] = [
  ['EcosystemUnit', ecosystemUnit, insertUnit],
  ['BrandAuthorization', brandAuthorization, insertBrand],
];

it.each(REGISTERS)(
  '%s: every cell of the table is tried in earnest; a refusal changes nothing and is written down once',
  async (name, noun, insert) => {
    const lifecycle: Lifecycle = noun.lifecycle;
    const rows = table
      .find((section) => section.noun === name)!
      .actions.filter(({ from }) => from.length > 0);
    let refused = 0;
    let open = 0;
    for (const state of Object.keys(lifecycle.states)) {
      await clear();
      let id = await insert(state);
      let before = await snapshot(noun, id);
      for (const row of rows)
        for (const { name: person, viewer } of people) {
          const action = row.mutation.slice(0, -name.length);
          const { refusal } = await act(runtime, noun, action, { context: requestBy(viewer), id });
          const where = `${row.mutation} from ${state} by ${person}`;
          const isOwn = viewer === owner;
          const ways = row.cells[PARTIES[viewer.party!].name]!;
          const may = ways.some(
            (way) =>
              (isOwn || !way.own) &&
              (way.roles.length === 0 || way.roles.some((role) => viewer.roles.includes(role))),
          );
          const apart = TOLD_APART.includes(row.mutation) && !ways.some(({ roles }) => roles.length > 0);
          const mayKnow = isOwn || READERS.includes(viewer.party!);
          const expected = !may
            ? apart
              ? 'AUTHORIZATION_SOURCE_INVALID'
              : mayKnow
                ? 'FORBIDDEN_ROLE'
                : 'NOT_FOUND'
            : !mayKnow
              ? 'NOT_FOUND'
              : row.from.includes(state)
                ? null
                : 'ILLEGAL_TRANSITION';
          if (expected === null) {
            open++;
            expect(BY_PARTY_OR_STATE, where).not.toContain(refusal?.code);
          } else expect([where, refusal?.code]).toEqual([where, expected]);
          const after = await snapshot(noun, id);
          if (refusal) {
            refused++;
            expect([where, after]).toEqual([where, { entries: before.entries + 1, rest: before.rest }]);
            const entry = await lastEntry(id);
            expect([where, entry.action, entry.outcome, entry.refusal.code]).toEqual([
              where,
              action,
              'REFUSED',
              refusal.code,
            ]);
            before = after;
          } else {
            expect([where, (await lastEntry(id)).outcome]).toEqual([where, 'DONE']);
            await clear();
            id = await insert(state);
            before = await snapshot(noun, id);
          }
        }
    }
    expect(refused + open).toBeGreaterThan(
      Object.keys(lifecycle.states).length * rows.length * people.length - 1,
    );
  },
  180_000,
);
