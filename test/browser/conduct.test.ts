import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, signIn as clientOf } from '../harness/client.ts';
import { type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { checkPage, fill, press, signIn } from './visitor.ts';

const MINUTES = 60_000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let browser: OpenBrowser;
let visitor: Page;
const pages: Record<string, Page> = {};
const clients = {} as Record<'gongsi' | 'guanli' | 'danwei-a', Client>;

beforeAll(async () => {
  folder = await temporaryFolder();
  await copyPreparedDatabase(folder.path);
  server = await startServer({ DATA_DIR: folder.path, CLOCK_START: '2026-11-23T10:00:00+08:00' });
  browser = await openBrowser();
  for (const name of ['guanli', 'gongsi', 'danwei-a'] as const) {
    pages[name] = await signIn(await browser.visitor(), server.url, name);
    clients[name] = await clientOf(server.url, name);
  }
  visitor = await (await browser.visitor()).newPage();
}, 3 * MINUTES);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await folder?.remove();
});

const words = (page: Page) => page.locator('main').innerText();
const done = async (client: Client, mutation: string, input: object) => {
  const acted = await client.act(mutation, input);
  if (acted.refusal) throw new Error(`${mutation}: ${JSON.stringify(acted.refusal)}`);
  return acted;
};

/** A penalty by a rule that is published for it, with what the notice to the user carries. */
async function penalty(): Promise<{ number: string; code: string }> {
  const { gongsi, guanli } = clients;
  const rule = await done(gongsi, 'draftUserRule', {
    kind: 'USER_MANAGEMENT_RULE',
    name: '用户管理规定',
    versionText: '第 9 版',
    body: '不得发布违法信息。',
  });
  await done(gongsi, 'setClauseUserRule', {
    id: rule.id,
    clause: '第三条',
    behaviour: '发布广告',
    penalties: ['LIMIT'],
  });
  await done(gongsi, 'requestGuidanceUserRule', { id: rule.id });
  await done(guanli, 'giveGuidanceUserRule', { id: rule.id, guidance: '处理应与情节相当' });
  await done(gongsi, 'publishUserRule', { id: rule.id });
  const { id, number } = await done(gongsi, 'reportUserViolation', {
    userReference: 'U-10086',
    clause: '第三条',
    facts: '三次发布广告',
  });
  await done(gongsi, 'upholdUserViolation', {
    id,
    documents: [{ kind: 'EVIDENCE', documentId: await gongsi.upload() }],
  });
  const { secret } = await done(gongsi, 'penalizeUserViolation', {
    id,
    penalty: 'LIMIT',
    penaltyUntil: '2026-12-31',
    reason: '屡次违反',
  });
  return { number: number!, code: secret! };
}

test('article 44: a user without an account looks at a penalty and appeals, on a desk and on a phone [duty 44.4]', async () => {
  const { number, code } = await penalty();
  await visitor.goto(`${server.url}/rules/appeal`);
  await checkPage(visitor, 'appeal-form');
  await fill(visitor, { number, code: 'AAAA-BBBB-CCCC-DDDD' });
  await press(visitor, '查看');
  expect(await words(visitor)).toContain('编号或申诉码不对');
  await fill(visitor, { number, code });
  await press(visitor, '查看');
  expect(await words(visitor)).toContain('限制账户权限');
  await checkPage(visitor, 'appeal-notice');
  await fill(visitor, { appeal: '账号被盗' });
  await press(visitor, '提出申诉');
  expect(await words(visitor)).toContain('申诉已经交给项目公司');
  expect(visitor.url()).not.toContain(code);
  await checkPage(visitor, 'appeal-done');
  await pages.gongsi!.goto(`${server.url}/work/terminal-users`);
  expect(await words(pages.gongsi!)).toContain('U-10086');
  await checkPage(pages.gongsi!, 'terminal-users');
});

test('article 46: everyone reads by what rules it is decided [duty 46.2]', async () => {
  await visitor.goto(`${server.url}/fairness`);
  const text = await words(visitor);
  for (const part of ['入驻', '上架', '应用评分', '单位考核', '现行的考核、退出和商业模式规范', '合规经营'])
    expect(text).toContain(part);
  await checkPage(visitor, 'public-rules');
});

test('article 46: the management unit sees how long each unit waits; a unit complains to it [duty 46.1] [duty 46.2]', async () => {
  const management = pages.guanli!;
  await management.goto(`${server.url}/work/fairness`);
  expect(await words(management)).toContain('现在等待决定的，按先后');
  await checkPage(management, 'fairness');
  await pages.gongsi!.goto(`${server.url}/work/fairness`);
  expect(await words(pages.gongsi!)).toContain('无权查看');
  const { data } = await clients['danwei-a'].ask('{ ecosystemUnits { edges { node { number } } } }');
  const { number } = data.ecosystemUnits.edges[0].node;
  const unit = pages['danwei-a']!;
  await unit.goto(`${server.url}/work/fairness-complaints`);
  await unit.locator('main').getByRole('link', { name: '提出公平投诉', exact: true }).first().click();
  await fill(unit, { decisionNumber: number, statement: '同类申请当天批准，本单位等了一个月' });
  await checkPage(unit, 'fairness-complaint-form');
  await press(unit, '下一步：核对');
  await press(unit, '确认提出公平投诉');
  expect(await words(unit)).toContain('已投诉');
  await management.goto(`${server.url}/work/fairness-complaints`);
  expect(await words(management)).toContain(number);
});

describe.each([
  ['gongsi', ['unit-assessments', 'terminal-users', 'fairness-complaints', 'evidences', 'assessments']],
  ['guanli', ['unit-assessments', 'terminal-users', 'fairness-complaints', 'accountability-cases']],
  ['danwei-a', ['unit-assessments', 'fairness-complaints', 'incident-notices']],
] as const)('the places of %s', (name, paths) => {
  test.each(paths)('%s opens', async (path) => {
    const answer = await pages[name]!.goto(`${server.url}/work/${path}`);
    expect(answer?.status()).toBe(200);
  });
});
