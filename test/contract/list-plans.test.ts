import { readAuditEntries } from '@zgt/operations/audit-entry/store.ts';
import { readDuties } from '@zgt/operations/duty-calendar/store.ts';
import { readInbox } from '@zgt/operations/notification/store.ts';
import { readWorkItems } from '@zgt/operations/work-item/store.ts';
import { now } from '@zgt/runtime/clock.ts';
import { arrayText } from '@zgt/runtime/database/any-of.ts';
import { stateNames } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { type ListFilter, readPage } from '@zgt/runtime/lifecycle/read.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import type { KyselyPlugin } from 'kysely';
import { PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FilledDatabase, openFilled } from '../harness/filled-database.ts';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import { REGISTERS } from './registers.ts';

const ROWS = 100_000;
const OTHERS = 5_000;
/** A page may look at more than it shows: some rows for each state, and what a search only seems to find. */
const MOST_ROWS = 1_500;

let server: PostgresServer;
let filled: FilledDatabase;
beforeAll(async () => {
  server = await startPostgres();
  filled = await openFilled(server, { rows: ROWS, others: OTHERS });
}, 180_000);
afterAll(async () => {
  await filled?.close();
  await server?.stop();
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Plan[];
}

/** Every node of a plan. */
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** The most rows that any one step of the plan touched, those that it threw away included. */
const touched = (plan: Plan) =>
  Math.max(
    ...nodesOf(plan).map(
      (node) =>
        node['Actual Loops'] *
        (node['Actual Rows'] +
          (node['Rows Removed by Filter'] ?? 0) +
          (node['Rows Removed by Index Recheck'] ?? 0)),
    ),
  );

/** Tables of which a step read every row; months of the audit log that are still empty do not count. */
const readWhole = (plan: Plan) =>
  nodesOf(plan)
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .filter((node) => node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) > 0)
    .map((node) => node['Relation Name']);

/** A value as it is written in a statement. */
function literal(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return literal(arrayText(value));
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}

/** What the database did for what a store asked. */
async function planOf(ask: (db: FilledDatabase['owner']['db']) => Promise<unknown>): Promise<Plan> {
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const compiler = new PostgresQueryCompiler();
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      asked.push(compiler.compileQuery(node as never, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await ask(filled.owner.db.withPlugin(plugin));
  expect(asked).toHaveLength(1);
  const [{ sql, parameters }] = asked as [(typeof asked)[number]];
  const values = parameters.map(literal);
  const client = await filled.owner.pool.connect();
  try {
    // As a statement that was prepared: planned without knowing the values.
    await client.query(`prepare asked as ${sql}`);
    const { rows } = await client.query(
      `explain (analyze, timing off, format json) execute asked ${values.length > 0 ? `(${values.join(', ')})` : ''}`,
    );
    return rows[0]['QUERY PLAN'][0].Plan;
  } finally {
    await client.query('deallocate all');
    client.release();
  }
}

async function expectBounded(ask: Parameters<typeof planOf>[0]): Promise<void> {
  const plan = await planOf(ask);
  expect(
    { readWhole: readWhole(plan), touched: Math.max(MOST_ROWS, touched(plan)) },
    JSON.stringify(plan),
  ).toEqual({
    readWhole: [],
    touched: MOST_ROWS,
  });
}

const person = (party: Viewer['party'], organizationId: string | null): Viewer => ({
  ...ANONYMOUS,
  accountId: 'account-1',
  party,
  organizationId,
  via: 'SESSION',
});
const management = () => person('MANAGEMENT_UNIT', filled.parties.management);
const unit = () => person('ECOSYSTEM_UNIT', filled.parties.unit);

const registers = REGISTERS.map(({ noun }) => [noun.lifecycle.noun, noun] as const);

describe.each(registers)('the list of %s is read by index', (_, noun: Noun) => {
  const states = stateNames(noun.lifecycle);
  const list = (viewer: () => Viewer, filter: () => ListFilter, after?: () => Promise<string>) => async () =>
    expectBounded(async (db) => readPage(db, noun, viewer(), filter(), 20, after ? await after() : null));
  const readers = () =>
    person(noun.lifecycle.readers.find((party) => party !== 'PUBLIC')!, filled.parties.management);
  const middle = async () => {
    const { rows } = await filled.owner.pool.query(
      `select id from ${noun.table.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} where number = 'N-2026-0002500'`,
    );
    return rows[0].id as string;
  };

  it(
    'for those who read all',
    list(readers, () => ({})),
  );
  it(
    'from the middle on',
    list(readers, () => ({}), middle),
  );
  it(
    'the oldest first, from the middle on',
    list(readers, () => ({ order: 'OLDEST', states: states.slice(0, 2) }), middle),
  );
  it(
    'by state',
    list(readers, () => ({ states: states.slice(0, 2) })),
  );
  it(
    'by organisation',
    list(readers, () => ({ organizationId: filled.parties.unit })),
  );
  it(
    'by organisation and state',
    list(readers, () => ({ organizationId: filled.parties.unit, states: states.slice(0, 1) })),
  );
  it(
    'by a text that few have',
    list(readers, () => ({ text: '0002501' })),
  );
  it(
    'by a text that none has',
    list(readers, () => ({ text: '無此' })),
  );
  it(
    'by a number that none has, in some states',
    list(readers, () => ({ text: '9999999', states: states.slice(0, 2) })),
  );
});

describe('a search among many records is read by index', () => {
  const brands = REGISTERS.find(({ noun }) => noun.lifecycle.noun === 'BrandAuthorization')!.noun;
  const texts = [
    'N-2026-0000777',
    '2026-0000777',
    '0000777',
    'N-2026',
    '三月三',
    '展位使用智桂通标识777',
    '展览',
    '无',
  ];

  it.each(texts.flatMap((text) => [management, unit].map((viewer) => [text, viewer] as const)))(
    '%s',
    async (text, viewer) => {
      for (const states of [null, ['EFFECTIVE', 'REQUESTED']])
        for (const order of ['NEWEST', 'OLDEST'] as const)
          await expectBounded((db) => readPage(db, brands, viewer(), { text, states, order }, 20, null));
    },
  );

  it('and finds what looking through everything finds, in its order and on all pages', async () => {
    for (const text of ['0000777', '777', '0099', '标识77', '三月三一', 'N-2026-00007', '二']) {
      const found: string[] = [];
      for (let page = await readPage(filled.owner.db, brands, management(), { text }, 100, null); ; ) {
        found.push(...page.rows.map(({ number }) => number as string));
        if (!page.hasNextPage || found.length >= 400) break;
        page = await readPage(filled.owner.db, brands, management(), { text }, 100, page.rows.at(-1)!.id);
      }
      const run = /^[0-9a-z]*[0-9][0-9a-z]*$/i.test(text);
      const pattern = run ? `(^|[^0-9a-z])${text}|${text}($|[^0-9a-z])` : text;
      const { rows } = await filled.owner.pool.query(
        `select number from ecosystem.brand_authorization
         where number ~* $1 or purpose ~* $1 or certificate_number ~* $1 order by id desc limit 400`,
        [pattern],
      );
      expect(found.slice(0, 400), text).toEqual(rows.map(({ number }) => number));
    }
  });
});

describe('a list that few or all may see is read by index', () => {
  it.each(registers.filter(([, noun]) => noun.lifecycle.publicStates))('for anyone: %s', async (_, noun) => {
    await expectBounded((db) => readPage(db, noun, ANONYMOUS, {}, 20, null));
  });
  it.each(registers.filter(([, noun]) => !noun.lifecycle.readers.includes('ECOSYSTEM_UNIT')))(
    'for a unit that sees its own: %s',
    async (_, noun) => {
      await expectBounded((db) => readPage(db, noun, unit(), {}, 20, null));
    },
  );
});

describe('lists over all registers are read by index', () => {
  const recordId = () =>
    filled.owner.pool
      .query('select record_id from runtime.item limit 1')
      .then(({ rows }) => rows[0].record_id as string);
  const position = { at: '2026-01-01T00:00:00.000Z', lane: '3', seq: '1000000' };

  it.each([management, unit])('work items', async (viewer) => {
    await expectBounded((db) =>
      readWorkItems(db, viewer(), now(), { first: 20, after: null, overdueOnly: false }),
    );
    await expectBounded((db) =>
      readWorkItems(db, viewer(), now(), { first: 20, after: null, overdueOnly: true }),
    );
    const after = { dueAt: '2026-06-01T00:00:00.000Z', recordId: await recordId() };
    await expectBounded((db) => readWorkItems(db, viewer(), now(), { first: 20, after, overdueOnly: false }));
  });

  it.each([false, true])('the inbox, unread only: %s', async (unreadOnly) => {
    await expectBounded((db) =>
      readInbox(
        db,
        { organizationId: filled.parties.unit, roles: ['HEAD'] },
        { first: 20, after: null, unreadOnly },
      ),
    );
  });

  it.each([
    ['all', async () => [null, {}] as const],
    ['an organisation’s', async () => [filled.parties.unit, {}] as const],
    ['a record’s', async () => [null, { recordId: await recordId() }] as const],
    ['an account’s', async () => [null, { accountId: 'account-7' }] as const],
    ['a kind’s', async () => [null, { noun: 'Nothing' }] as const],
    ['an action’s', async () => [null, { action: 'nothing' }] as const],
    [
      'those of a time',
      async () => [null, { from: new Date(now().getTime() - 86_400_000), to: now() }] as const,
    ],
  ])('audit entries: %s', async (_, given) => {
    const [organizationId, filter] = await given();
    await expectBounded((db) => readAuditEntries(db, organizationId, filter, 20, null));
    await expectBounded((db) => readAuditEntries(db, organizationId, filter, 20, position));
  });

  it.each([management, unit])('duties', async (viewer) => {
    await expectBounded((db) =>
      readDuties(db, viewer(), new Date(now().getTime() - 200 * 86_400_000), now()),
    );
  });
});
