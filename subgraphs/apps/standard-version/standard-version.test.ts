import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { DATA_ELEMENTS } from '@zgt/schema/dictionary/dictionary.ts';
import { STANDARDS } from '@zgt/schema/standards/standards.ts';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { app } from '../app/actions.ts';
import { appVersion } from '../app-version/actions.ts';
import { GOOD } from '../conformance/testing/examples.ts';
import { handlers } from '../events.ts';
import { nouns } from '../nouns.ts';
import { standard } from '../standard/actions.ts';
import { standardCheck } from '../standard-check/actions.ts';
import { appSteps, listing, marketApp, marketConfiguration } from '../testing/apps.ts';
import { openWorld, type World } from '../testing/world.ts';
import { standardVersion } from './actions.ts';

const ITEMS = '编号,级别,条目,怎样检查,条款,规则';
const ENTRIES = '代码,对象,字段,名称,含义,格式,约束,代码表,敏感级别,启用版本,条款';
const ENTRY = 'DE-APP-001,App,appName,应用名称,展示给用户的名称。,an..60,,,PUBLIC,1.0.0,38';

let world: World;
let steps: ReturnType<typeof appSteps>;
beforeEach(async () => {
  world = await openWorld();
  steps = appSteps(world);
  return () => world.runtime.close();
}, 60_000);

const fire = (at: string) => {
  startClockAt(at);
  return fireDeadlines(
    world.runtime.db,
    new Map(nouns.map((noun) => [noun.lifecycle.noun, { noun, runtime: world.runtime }])),
  );
};

const versionsOf = async (viewer: Viewer, code: string): Promise<any[]> => {
  const { standardVersions } = await world.ask(
    viewer,
    `{ standardVersions(first: 100) { edges { node { id standardCode versionText status effectiveFrom transitionUntil
        summary body entryCount organization { id } standard { id code name kind } items { id level text howToCheck article rules } } } } }`,
  );
  return standardVersions.edges
    .map(({ node }: any) => node)
    .filter((node: any) => node.standardCode === code);
};

const draft = async (code: string, versionText = '1.1.0'): Promise<Row> => {
  const [current] = await versionsOf(world.company, code);
  return world.take(standardVersion, 'draft', world.company, {
    input: { standardId: current.standard.id, versionText, summary: '按试行情况修订' },
  });
};

const importInto = (id: string, content: string, format = 'CSV') =>
  world.attempt(standardVersion, 'import', world.company, { id, input: { format, content } });

const publish = (id: string, effectiveFrom: string | null = null) =>
  world.take(standardVersion, 'publish', world.company, { id, input: { effectiveFrom } });

const manifest = (more: object = {}) => JSON.stringify({ ...JSON.parse(GOOD.PAGE_MANIFEST), ...more });

const run = (by: Viewer, content: string, basis: string | null = null) =>
  world.take(standardCheck, 'run', by, {
    input: { kind: 'PAGE_MANIFEST', name: '应用 1.0.0', content, basis },
  });

describe('article 19: the standards that come with the program are the first versions', () => {
  it('are in force for everyone, with every item and every data element [duty 19.1] [duty 19.2]', async () => {
    for (const { code, items } of STANDARDS) {
      const [version] = await versionsOf(ANONYMOUS, code);
      expect(version).toMatchObject({
        organization: null,
        versionText: '1.0.0',
        status: 'PUBLISHED',
        effectiveFrom: '2026-11-23',
      });
      expect(version.items.map(({ rules, ...item }: any) => item)).toEqual(items);
    }
    const [dictionary] = await versionsOf(ANONYMOUS, 'data-dictionary');
    const told: unknown[] = [];
    for (let after: string | null = null; told.length === 0 || after !== null; ) {
      const { dataDictionaryEntries } = await world.ask(
        ANONYMOUS,
        `query ($id: ID!, $after: String) { dataDictionaryEntries(versionId: $id, first: 500, after: $after) {
          edges { node { code object name title definition format constraint codeList sensitivity since articles } }
          pageInfo { hasNextPage endCursor } } }`,
        { id: dictionary.id, after },
      );
      const { edges, pageInfo } = dataDictionaryEntries;
      told.push(...edges.map(({ node }: any) => node));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    }
    expect(told).toEqual(DATA_ELEMENTS.toSorted((one, other) => (one.code < other.code ? -1 : 1)));
    expect(dictionary.entryCount).toBe(DATA_ELEMENTS.length);
  });

  it('are read page by page, and searched', async () => {
    const [{ id }] = await versionsOf(ANONYMOUS, 'data-dictionary');
    const page = async (args: string) =>
      (
        await world.ask(
          ANONYMOUS,
          `query ($id: ID!) { dataDictionaryEntries(versionId: $id, ${args}) { edges { cursor } pageInfo { hasNextPage endCursor } } }`,
          { id },
        )
      ).dataDictionaryEntries;
    const first = await page('first: 2');
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(second.edges[0].cursor > first.edges[1].cursor).toBe(true);
    expect((await page('text: "信用代码"')).edges.length).toBeGreaterThan(0);
    expect((await page('text: "100%"')).edges).toEqual([]);
    await expect(page('first: 501')).rejects.toThrow('first 应在 1 到 500 之间，现为 501。');
    await expect(page('after: "x"')).rejects.toThrow('after 应为上一页');
  });
});

describe('article 19: the project company makes the standards, version by version', () => {
  it('nobody else registers, drafts or publishes [duty 19.1]', async () => {
    const unit = await world.unit(['*']);
    const input = { code: 'ui-care', kind: 'UI_INTERACTION', name: '关怀版规范' };
    for (const viewer of [unit, world.management])
      expect(await world.refusal(standard, 'register', viewer, { input })).toBe('FORBIDDEN_ROLE');
    const { id } = await world.take(standard, 'register', world.company, { input });
    const version = { standardId: id, versionText: '1.0.0', summary: '首版' };
    expect(await world.refusal(standardVersion, 'draft', unit, { input: version })).toBe('FORBIDDEN_ROLE');
    const made = await world.take(standardVersion, 'draft', world.company, { input: version });
    expect(await world.refusal(standardVersion, 'publish', world.management, { id: made.id })).toBe(
      'FORBIDDEN_ROLE',
    );
    expect(await world.refusal(standard, 'register', world.company, { input })).toBe('ALREADY_EXISTS');
    expect(
      await world.refusal(standard, 'register', world.company, { input: { ...input, code: 'UI' } }),
    ).toBe('VALIDATION');
  });

  it('an empty version is not published, and one with content is', async () => {
    const { id } = await world.take(standard, 'register', world.company, {
      input: { code: 'ui-care', kind: 'UI_INTERACTION', name: '关怀版规范' },
    });
    const input = { standardId: id, versionText: '1.0.0', summary: '首版' };
    const made = await world.take(standardVersion, 'draft', world.company, { input });
    expect(await world.refusal(standardVersion, 'publish', world.company, { id: made.id })).toBe(
      'VALIDATION',
    );
    await importInto(made.id, `${ITEMS}\nUC-001,MUST,字号可放大。,切换后查看。,21,`);
    expect((await publish(made.id)).state).toBe('PUBLISHED');
  });

  it('a draft starts from what is in force and is seen by nobody outside [duty 19.2]', async () => {
    const { id } = await draft('ui');
    const [made] = (await versionsOf(world.company, 'ui')).filter((one) => one.id === id);
    expect(made.items.length).toBe(16);
    const one = 'query ($id: ID!) { standardVersion(id: $id) { versionText } }';
    expect(await world.ask(ANONYMOUS, one, { id })).toEqual({ standardVersion: null });
    expect(await world.ask(await world.unit(['*']), one, { id })).toEqual({ standardVersion: null });
    await publish(id);
    expect(await world.ask(ANONYMOUS, one, { id })).toEqual({ standardVersion: { versionText: '1.1.0' } });
  });

  it('a published version is never rewritten, neither by an action nor past it [duty 19.1]', async () => {
    const { id } = await draft('ui');
    const amend = { summary: '改了字', body: '## 范围\n本规范适用于页面。' };
    await world.take(standardVersion, 'amend', world.company, { id, input: amend });
    await publish(id);
    expect(await world.refusal(standardVersion, 'amend', world.company, { id, input: amend })).toBe(
      'IMMUTABLE_VERSION',
    );
    const { refusal } = await importInto(id, `${ITEMS}\nUI-001,MUST,甲。,看。,21,`);
    expect(refusal?.code).toBe('IMMUTABLE_VERSION');
    await expect(
      sql`update apps.standard_version set body = '' where id = ${id}`.execute(world.runtime.db),
    ).rejects.toThrow('is published and does not change');
    await expect(sql`delete from apps.data_dictionary_entry`.execute(world.runtime.db)).rejects.toThrow(
      'do not change',
    );
  });

  it('a number has to grow, and only one version waits to take effect', async () => {
    const [current] = await versionsOf(world.company, 'ui');
    const input = { standardId: current.standard.id, summary: '修订' };
    for (const versionText of ['1.0.0', '0.9.9', '1.1'])
      expect(
        await world.refusal(standardVersion, 'draft', world.company, { input: { ...input, versionText } }),
      ).toBe('VALIDATION');
    const [first, second] = [await draft('ui', '1.9.0'), await draft('ui', '1.10.0')];
    await publish(first.id, '2026-12-01');
    expect(await world.refusal(standardVersion, 'publish', world.company, { id: second.id })).toBe(
      'VALIDATION',
    );
    expect(
      await world.refusal(standardVersion, 'publish', world.company, {
        id: (await draft('interface')).id,
        input: { effectiveFrom: '2026-11-22' },
      }),
    ).toBe('VALIDATION');
    await fire('2026-12-01T00:00:01+08:00');
    expect((await publish(second.id)).state).toBe('PUBLISHED');
  });

  it('a standard that is abolished takes its versions along', async () => {
    const [{ standard: old }] = await versionsOf(world.company, 'ui');
    const { id } = await draft('ui');
    await world.take(standard, 'abolish', world.company, { id: old.id, reason: '并入接入规范' });
    const states = (await versionsOf(world.company, 'ui')).map(({ versionText, status }) => [
      versionText,
      status,
    ]);
    expect(Object.fromEntries(states)).toEqual({ '1.0.0': 'ABOLISHED', '1.1.0': 'DISCARDED' });
    expect(await world.refusal(standardVersion, 'publish', world.company, { id })).toBe('ILLEGAL_TRANSITION');
  });
});

describe('article 19: a new version supersedes the old one after a transition', () => {
  it('takes effect on its day; the old one may be used for ninety days more and not one longer [duty 19.1]', async () => {
    const { id } = await draft('ui');
    expect((await publish(id, '2026-12-01')).state).toBe('ANNOUNCED');
    const states = async () =>
      (await versionsOf(ANONYMOUS, 'ui')).map(({ versionText, status, transitionUntil }) => [
        versionText,
        status,
        transitionUntil,
      ]);
    await fire('2026-11-30T23:59:59+08:00');
    expect(await states()).toEqual([
      ['1.1.0', 'ANNOUNCED', null],
      ['1.0.0', 'PUBLISHED', null],
    ]);
    await fire('2026-12-01T00:00:00+08:00');
    expect(await states()).toEqual([
      ['1.1.0', 'PUBLISHED', null],
      ['1.0.0', 'TRANSITION', '2027-03-01'],
    ]);
    await fire('2027-03-01T23:59:59+08:00');
    expect((await states())[1]![1]).toBe('TRANSITION');
    await fire('2027-03-02T00:00:00+08:00');
    expect((await states())[1]![1]).toBe('SUPERSEDED');
  });

  it('tells each provider with an app in the catalogue once [duty 19.2]', async () => {
    const [provider, other] = [await world.unit(['*']), await world.unit(['*'])];
    await steps.listedMarket(provider);
    await steps.listedMarket(provider, { name: '漓江游船' });
    const { id } = await draft('ui');
    await publish(id);
    const told = await world.runtime.db
      .selectFrom('runtime.notification')
      .select(['organizationId', 'title'])
      .where('recordId', '=', id)
      .where('organizationId', 'in', [provider.organizationId!, other.organizationId!])
      .execute();
    expect(told).toEqual([
      { organizationId: provider.organizationId, title: '标准“界面交互规范”发布 1.1.0 版' },
    ]);
  });
});

describe('articles 19 and 37: a document is judged by the versions that are in force', () => {
  const NARROW = { smallestWidth: 600 };

  async function withoutWidth(): Promise<void> {
    const { id } = await draft('ui');
    const [{ items }] = await versionsOf(ANONYMOUS, 'ui');
    const lines = items
      .filter((item: any) => item.id !== 'UI-001')
      .map((item: any) =>
        [
          item.id,
          item.id === 'UI-002' ? 'SHOULD' : item.level,
          item.text,
          item.howToCheck,
          item.article,
          item.rules.join(' '),
        ].join(','),
      );
    const { refusal } = await importInto(id, [ITEMS, ...lines].join('\n'));
    expect(refusal).toBeNull();
    await publish(id);
  }

  it('by what the items say: a rule goes with its item, and softens with it [duty 19.3]', async () => {
    const unit = await world.unit(['*']);
    const content = manifest({ ...NARROW, bodyFontSize: 12 });
    expect(await run(unit, content)).toMatchObject({ state: 'FAILED', mustCount: 2 });
    await withoutWidth();
    expect(await run(unit, content)).toMatchObject({ state: 'PASSED', mustCount: 0, shouldCount: 1 });
  });

  it('the older version may still be chosen while its transition lasts', async () => {
    const unit = await world.unit(['*']);
    await withoutWidth();
    const old = await run(unit, manifest(NARROW), 'PREVIOUS');
    expect(old).toMatchObject({ state: 'FAILED', mustCount: 1 });
    expect(old.standardVersions).toContain('界面交互规范 1.0.0');
    expect((await run(unit, manifest(NARROW))).standardVersions).toContain('界面交互规范 1.1.0');
    await fire('2027-02-21T23:59:59+08:00');
    expect((await run(unit, manifest(NARROW), 'PREVIOUS')).state).toBe('FAILED');
    await fire('2027-02-22T00:00:00+08:00');
    expect((await run(unit, manifest(NARROW), 'PREVIOUS')).state).toBe('PASSED');
  });

  it('a check by a version that is no longer in force carries no listing, and one in transition does [duty 19.3] [duty 37]', async () => {
    const unit = await world.unit(['*']);
    const { id: appId } = await steps.registered(unit, marketApp());
    const { id } = await steps.tested(unit, appId, marketConfiguration());
    await withoutWidth();
    await fire('2027-02-21T12:00:00+08:00');
    const submit = () => world.attempt(appVersion, 'submitListing', unit, { id, input: listing() });
    expect((await submit()).refusal).toBeNull();
    await steps.answered(id);
    await fire('2027-02-22T00:00:00+08:00');
    const { refusal } = await world.attempt(appVersion, 'approve', world.company, { id });
    expect(refusal).toMatchObject({
      code: 'STANDARD_NOT_MET',
      articles: [37],
      details: [
        { path: '', message: '所注明的规范检查依据的界面交互规范 1.0.0已不再施行，请按现行版重新检查' },
      ],
    });
  });

  it('apps in the catalogue that were not checked anew are flagged when the transition ends, once [duty 19.3]', async () => {
    const unit = await world.unit(['*']);
    const { id: appId } = await steps.listedMarket(unit);
    const [before] = await versionsOf(ANONYMOUS, 'ui');
    await withoutWidth();
    await fire('2027-02-22T00:00:00+08:00');
    const event = {
      name: 'endTransitionStandardVersion',
      recordId: before.id,
      organizationId: '',
      state: 'SUPERSEDED',
    };
    for (const handle of handlers(world.runtime).endTransitionStandardVersion!) {
      await handle(event, 'job-1');
      await handle(event, 'job-1');
    }
    const { appVersions } = await world.ask(
      unit,
      '{ appVersions { edges { node { status nonConformingAt history { action } } } } }',
    );
    const [{ node }] = appVersions.edges;
    expect(node).toMatchObject({
      status: 'LISTED',
      nonConformingAt: expect.stringMatching(/^2027-02-21T16:00:00/),
    });
    expect(node.history.filter(({ action }: any) => action === 'flagNonConforming')).toHaveLength(1);
    expect((await steps.look(appId)).status).toBe('LISTED');
  });
});

describe('article 19: the dictionary is content of a version', () => {
  it('is imported into a draft, and the rules then go by it [duty 19.1]', async () => {
    const unit = await world.unit(['*']);
    const sdl = `type Query { app: App }\ntype App {\n  "名称"\n  appName: Int\n}`;
    const check = (basis: string | null = null) =>
      world.take(standardCheck, 'run', unit, {
        input: { kind: 'GRAPHQL_SDL', name: '甲', content: sdl, basis },
      });
    expect(await check()).toMatchObject({ state: 'FAILED', mustCount: 1 });
    const { id } = await draft('data-dictionary', '1.2.0');
    await importInto(id, `${ENTRIES}\n${ENTRY.replace('an..60', 'n..6')}`);
    expect(await check()).toMatchObject({ state: 'FAILED' });
    await publish(id);
    expect(await check()).toMatchObject({ state: 'PASSED', mustCount: 0 });
    expect(await check('PREVIOUS')).toMatchObject({ state: 'FAILED', mustCount: 1 });
  });

  it('takes in all of a table or nothing', async () => {
    const { id } = await draft('data-dictionary', '1.2.0');
    const { refusal } = await importInto(id, `${ENTRIES}\n${ENTRY}\n${ENTRY.replace('an..60', 'text')}`);
    expect(refusal).toMatchObject({ code: 'VALIDATION' });
    expect(refusal!.details.map(({ path }) => path)).toEqual(['content', 'content', 'content']);
    expect(refusal!.details[0]!.message).toMatch(/^第 3 行“格式”列：“text”应为/);
    const count = () =>
      sql<{
        count: number;
      }>`select count(*)::integer as count from apps.data_dictionary_entry where version_id = ${id}`.execute(
        world.runtime.db,
      );
    expect((await count()).rows[0]!.count).toBe(DATA_ELEMENTS.length);
    await importInto(id, `${ENTRIES}\n${ENTRY}`);
    expect((await count()).rows[0]!.count).toBe(1);
  });

  it('a dictionary takes no check items, and other standards take no data elements', async () => {
    const items = `${ITEMS}\nUI-001,MUST,甲。,看。,21,`;
    const dictionary = await draft('data-dictionary', '1.2.0');
    const ui = await draft('ui');
    expect((await importInto(dictionary.id, items)).refusal?.code).toBe('VALIDATION');
    expect((await importInto(ui.id, `${ENTRIES}\n${ENTRY}`)).refusal?.code).toBe('VALIDATION');
    expect((await importInto(ui.id, items)).refusal).toBeNull();
  });

  it('two versions are compared item by item and entry by entry, by those who may see both', async () => {
    const [before] = await versionsOf(ANONYMOUS, 'ui');
    const { id } = await draft('ui');
    await world.take(standardVersion, 'amend', world.company, {
      id,
      input: { summary: '修订', body: `${before.body}\n新的一段。` },
    });
    const lines = before.items
      .filter((item: any) => item.id !== 'UI-001')
      .map((item: any) =>
        [item.id, item.level, item.text, item.howToCheck, item.article, item.rules.join(' ')].join(','),
      );
    await importInto(
      id,
      [ITEMS, ...lines, 'UI-017,MUST,新增。,看。,21,'].join('\n').replace('不小于 16 像素', '不小于 18 像素'),
    );
    const compare = (viewer: Viewer) =>
      world.ask(
        viewer,
        `query ($before: ID!, $after: ID!) { standardDifferences(before: $before, after: $after) {
          after { versionText } bodyChanges { change title } entryChanges { key }
          itemChanges { change key parts { part before after } } } }`,
        { before: before.id, after: id },
      );
    expect(await compare(ANONYMOUS)).toEqual({ standardDifferences: null });
    expect((await compare(world.company)).standardDifferences).toEqual({
      after: { versionText: '1.1.0' },
      bodyChanges: [{ change: 'ADDED', title: '新的一段。' }],
      entryChanges: [],
      itemChanges: [
        { change: 'REMOVED', key: 'UI-001', parts: [] },
        {
          change: 'CHANGED',
          key: 'UI-002',
          parts: [
            {
              part: 'text',
              before: '正文字号不小于 16 像素，可放大到 200% 而不丢失内容。',
              after: '正文字号不小于 18 像素，可放大到 200% 而不丢失内容。',
            },
          ],
        },
        { change: 'ADDED', key: 'UI-017', parts: [] },
      ],
    });
  });
});

describe('article 19: a reviewer answers what no program judges', () => {
  it('a mandatory item that failed or has no answer keeps an app from the catalogue [duty 19.3] [duty 21.2]', async () => {
    const unit = await world.unit(['*']);
    const { id: appId } = await steps.registered(unit, marketApp());
    const { id } = await steps.inReview(unit, appId, marketConfiguration());
    const approve = () => world.attempt(appVersion, 'approve', world.company, { id });
    const answer = (...answers: string[]) =>
      world.attempt(appVersion, 'answerItems', world.company, { id, input: { answers } });
    expect((await approve()).refusal).toMatchObject({
      code: 'STANDARD_NOT_MET',
      details: expect.arrayContaining([{ path: '', message: 'UI-004：必须级检查项还没有回答' }]),
    });
    expect((await answer('UI-001：通过')).refusal).toMatchObject({
      details: [{ path: 'answers', message: 'UI-001：不是这份规范检查留给审核人员的检查项' }],
    });
    for (const line of ['UI-004', 'UI-004：好', 'UI-004：不通过', 'UI-004：不适用'])
      expect((await answer(line)).refusal?.code, line).toBe('VALIDATION');
    await steps.answered(id);
    expect(
      (await answer('UI-009：不通过，按钮写着“确定”', 'UI-010：不适用，没有不可逆的操作')).refusal,
    ).toBeNull();
    expect((await approve()).refusal).toMatchObject({
      code: 'STANDARD_NOT_MET',
      details: [{ path: '', message: 'UI-009：不通过，按钮写着“确定”' }],
    });
    await answer('UI-009：通过');
    expect((await approve()).refusal).toBeNull();
  });

  it('its maker does not answer, and what was answered for another configuration does not count', async () => {
    const unit = await world.unit(['*']);
    const { id: appId } = await steps.registered(unit, marketApp());
    const { id } = await steps.inReview(unit, appId, marketConfiguration());
    expect(
      await world.refusal(appVersion, 'answerItems', unit, { id, input: { answers: ['UI-004：通过'] } }),
    ).toBe('FORBIDDEN_ROLE');
    expect((await steps.answered(id)).itemAnswers).not.toBeNull();
    await world.take(appVersion, 'return', world.company, {
      id,
      input: { failedItems: ['UI-009'] },
      reason: '请修改',
    });
    const checkId = await steps.checked(unit);
    const configured = await world.take(appVersion, 'configure', unit, {
      id,
      input: { ...marketConfiguration(), checkId },
    });
    expect(configured.itemAnswers).toBeNull();
  });
});
