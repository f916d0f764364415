import { afterAll, beforeAll, expect, test } from 'vitest';
import { committedSupergraph, PUBLIC_FIELDS, publicQueries } from '../contract/public-fields.ts';
import { type Client, client } from '../harness/client.ts';
import { effectiveBrand, verify } from './brand.ts';
import { activeUnit, done, type Parties, signInParties } from './people.ts';
import { openPlace, type Place, START_MS } from './place.ts';

let place: Place;
let parties: Parties;
let anyone: Client;
let brand: { id: string; certificate: string };

beforeAll(async () => {
  place = await openPlace('PGlite');
  await place.startAt('2026-11-23T01:00:00Z');
  parties = await signInParties(place.url);
  anyone = client(place.url);
  brand = await effectiveBrand(await activeUnit(place.url, parties), parties);
}, START_MS);
afterAll(() => place?.leave());

const PREFLIGHT = { 'apollo-require-preflight': '1' };

interface Answer {
  status: number;
  headers: Headers;
  body: any;
}

/** A query by GET, as a cache between us and strangers would send it. */
async function get(
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const answer = await fetch(`${place.url}/graphql?${search}`, { headers: { ...PREFLIGHT, ...headers } });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text && JSON.parse(text) };
}

const page = (path: string, headers: Record<string, string> = {}) =>
  fetch(place.url + path, { headers, redirect: 'manual' });

/** A session as a browser carries it. */
async function sessionCookie(username: string): Promise<string> {
  const answer = await fetch(`${place.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'Zgt-demo-2026' }),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function counted(part: 'hits' | 'joined' | 'misses'): Promise<number> {
  const text = await (await fetch(`${place.url}/metrics`)).text();
  return Number(new RegExp(`^graphql_response_cache_${part} (\\d+)$`, 'm').exec(text)![1]);
}

const caching = ({ headers }: { headers: Headers }) => [headers.get('cache-control'), headers.get('vary')];

test('every public field gives a stranger the same answer twice, and the management unit the same as a stranger', async () => {
  const { data } = await anyone.ask(
    `{ announcements(first: 1) { edges { node { id } } } capabilities(first: 1) { edges { node { id } } }
      apps(first: 1) { edges { node { id } } } delistingRequests(first: 1) { edges { node { id } } }
       contentItems(first: 1) { edges { node { id } } }
       standardVersions(first: 1) { edges { node { id standard { id } } } } }`,
  );
  const { gongsi, guanli, weijian } = parties;
  const rule = await gongsi.act('draftUserRule', {
    kind: 'USER_MANAGEMENT_RULE',
    name: '用户管理规定',
    versionText: '2026 年第 1 版',
    body: '不得发布违法信息。',
  });
  await gongsi.act('requestGuidanceUserRule', { id: rule.id });
  await guanli.act('giveGuidanceUserRule', { id: rule.id, guidance: '处理应与情节相当。' });
  await gongsi.act('publishUserRule', { id: rule.id });
  const policy = await weijian.act('publishPolicyDocument', {
    heading: '电子健康码使用规定',
    topic: 'ELECTRONIC_CREDENTIAL',
    issuedOn: '2026-11-01',
    summary: '各级医疗机构认可电子健康码。',
  });
  const norm = await gongsi.act('draftBusinessNorm', {
    kind: 'EXIT',
    title: '合作规范',
    versionText: '2026 年第 1 版',
    body: '合作各方一视同仁。',
  });
  await gongsi.act('publishBusinessNorm', { id: norm.id });
  const [announcement] = data.announcements.edges;
  const [capability] = data.capabilities.edges;
  const [app] = data.apps.edges;
  const [content] = data.contentItems.edges;
  const [delisting] = data.delistingRequests.edges;
  const [version] = data.standardVersions.edges;
  const queries = publicQueries(await committedSupergraph(), {
    announcement: `(id: "${announcement.node.id}")`,
    // Drafts are the management unit's alone; what is public is the same for both.
    announcements: '(filter: { status: [PUBLISHED] })',
    app: `(id: "${app.node.id}")`,
    apps: '(filter: { status: [LISTED, DELISTING] })',
    article: '(number: 50)',
    businessNorm: `(id: "${norm.id}")`,
    businessNorms: '(filter: { status: [PUBLISHED] })',
    contentItem: `(id: "${content.node.id}")`,
    contentItems: '(filter: { status: [PUBLISHED] })',
    dataDictionaryEntries: `(versionId: "${version.node.id}")`,
    delistingRequest: `(id: "${delisting.node.id}")`,
    delistingRequests: '(filter: { status: [ANNOUNCING, COMPLETED] })',
    capabilities: '(filter: { status: [PUBLISHED, DEPRECATED] })',
    capability: `(id: "${capability.node.id}")`,
    policyDocument: `(id: "${policy.id}")`,
    userRule: `(id: "${rule.id}")`,
    userRules: '(filter: { status: [IN_FORCE] })',
    standard: `(id: "${version.node.standard.id}")`,
    standardDifferences: `(before: "${version.node.id}", after: "${version.node.id}")`,
    standardVersion: `(id: "${version.node.id}")`,
    verifyBrandAuthorization: `(number: "${brand.certificate}")`,
  });
  expect(queries.map(([field]) => `Query.${field}`)).toEqual(
    expect.arrayContaining(Object.keys(PUBLIC_FIELDS).filter((field) => field.startsWith('Query.'))),
  );
  // The instant of the check is the one thing that each check has of its own.
  const told = ({ data: answer, errors }: { data: any; errors?: unknown }) => ({
    errors,
    answer: JSON.parse(JSON.stringify(answer ?? null), (name, value) =>
      name === 'checkedAt' ? undefined : value,
    ),
  });
  for (const [field, query] of queries) {
    const first = told(await anyone.ask(query));
    expect([field, first.errors, first.answer?.[field]]).toEqual([field, undefined, expect.anything()]);
    expect([field, told(await anyone.ask(query))]).toEqual([field, first]);
    expect([field, told(await parties.guanli.ask(query))]).toEqual([field, first]);
  }
});

test('a stranger’s GET is public by its hint, can be asked again by its tag, and says by what it varies', async () => {
  const query = 'query A($n: Int!) { article(number: $n) { title gist } }';
  const first = await get(query, { n: 50 });
  expect(caching(first)).toEqual(['public, max-age=300', 'Accept, Authorization, Cookie']);
  const etag = first.headers.get('etag')!;
  const again = await get(query, { n: 50 }, { 'if-none-match': etag });
  expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', etag]);
  expect(again.headers.get('age')).toMatch(/^\d+$/);
  const whole = await get(query, { n: 50 });
  expect([whole.status, whole.body, whole.headers.get('etag')]).toEqual([200, first.body, etag]);
  const verdict = await get('query($n: String!) { verifyBrandAuthorization(number: $n) { verdict } }', {
    n: brand.certificate,
  });
  expect(caching(verdict)[0]).toBe('public, max-age=1');
});

test('a hundred strangers with one question at once cost one execution', async () => {
  const before = {
    misses: await counted('misses'),
    hits: await counted('hits'),
    joined: await counted('joined'),
  };
  const query = 'query Hundred { article(number: 7) { number title } }';
  const answers = await Promise.all(Array.from({ length: 100 }, () => anyone.ask(query)));
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  expect(await counted('misses')).toBe(before.misses + 1);
  expect((await counted('hits')) + (await counted('joined'))).toBe(before.hits + before.joined + 99);
});

test('variables, aliases and operation names are told apart', async () => {
  const titles = async (source: string, variables = {}) => (await anyone.ask(source, variables)).data;
  const byNumber = 'query($n: Int!) { article(number: $n) { number } }';
  for (const round of [1, 2]) {
    expect([round, await titles(byNumber, { n: 3 })]).toEqual([round, { article: { number: 3 } }]);
    expect([round, await titles(byNumber, { n: 4 })]).toEqual([round, { article: { number: 4 } }]);
    expect([round, await titles('{ article(number: 3) { number } }')]).toEqual([
      round,
      { article: { number: 3 } },
    ]);
    expect([round, await titles('{ a: article(number: 3) { number } }')]).toEqual([
      round,
      { a: { number: 3 } },
    ]);
    expect([round, await titles('{ article(number: 3) { n: number } }')]).toEqual([
      round,
      { article: { n: 3 } },
    ]);
    expect([round, await titles('query Named { article(number: 5) { number } }')]).toEqual([
      round,
      { article: { number: 5 } },
    ]);
  }
});

test('errors are kept by nobody', async () => {
  const before = await counted('hits');
  for (const query of ['{ announcements(first: 1000) { edges { cursor } } }', '{ article { title } }']) {
    for (const round of [1, 2]) {
      const { headers, body } = await get(query);
      expect([round, body.errors.length, headers.get('cache-control'), headers.get('etag')]).toEqual([
        round,
        1,
        'no-store',
        null,
      ]);
    }
  }
  expect(await counted('hits')).toBe(before);
});

test('what a signed-in viewer may see never comes out of the cache nor into it', async () => {
  const { gongsi, guanli } = parties;
  const list = 'query Titles { announcements(first: 50) { edges { node { title status } } } }';
  const titlesOf = (body: any): string[] => body.data.announcements.edges.map((edge: any) => edge.node.title);
  expect(caching(await get(list))[0]).toBe('public, max-age=30');
  const draft = { kind: 'NOTICE', title: '尚未公开的草稿', body: '内容待定。' };
  done(await gongsi.act('draftAnnouncement', draft));
  const bearer = { authorization: `Bearer ${guanli.token}` };
  for (const round of [1, 2]) {
    const stranger = await get(list);
    expect([round, titlesOf(stranger.body).includes(draft.title)]).toEqual([round, false]);
    const own = await get(list, {}, { ...bearer, 'if-none-match': stranger.headers.get('etag')! });
    expect([round, own.status, ...caching(own), own.headers.get('etag'), own.headers.get('age')]).toEqual([
      round,
      200,
      'private, no-store',
      null,
      null,
      null,
    ]);
    expect([round, titlesOf(own.body).includes(draft.title)]).toEqual([round, true]);
  }
  const cookie = await sessionCookie('gongsi');
  const me = await get('{ viewer { account { name } } }', {}, { cookie });
  expect([me.body.data.viewer.account.name, caching(me)[0]]).toEqual([
    expect.stringMatching(/./),
    'private, no-store',
  ]);
  const nobody = await get('{ viewer { account { name } } }');
  expect([nobody.body.data.viewer.account, caching(nobody)[0]]).toEqual([null, 'no-store']);
});

test('a query with an Idempotency-Key is answered for itself', async () => {
  const query = '{ article(number: 50) { title } }';
  await get(query);
  const before = await counted('hits');
  expect(caching(await get(query, {}, { 'idempotency-key': 'reading-1' }))[0]).toBe('no-store');
  expect(await counted('hits')).toBe(before);
});

test('the portal’s public pages may be kept for visitors without a cookie, and are asked again by tag', async () => {
  for (const [path, seconds] of [
    ['/standards', 60],
    ['/dictionary', 60],
    ['/dictionary/elements.csv', 60],
    ['/measure/50', 60],
    ['/glossary', 60],
    ['/about/decisions', 60],
    ['/', 30],
    ['/announcements', 30],
    [`/verify/${brand.certificate}`, 1],
  ] as const) {
    const first = await page(path);
    expect([path, first.status, ...caching(first)]).toEqual([
      path,
      200,
      `public, max-age=${seconds}`,
      'Cookie',
    ]);
    expect(first.headers.getSetCookie()).toEqual([]);
    const etag = first.headers.get('etag')!;
    const body = await first.text();
    // The verification tells the second of its check; it is another page in the next one.
    if (seconds === 1) continue;
    const again = await page(path, { 'if-none-match': etag });
    expect([path, again.status, await again.text()]).toEqual([path, 304, '']);
    const whole = await page(path);
    expect([path, whole.headers.get('etag'), (await whole.text()) === body]).toEqual([path, etag, true]);
  }
});

test('a signed-in visitor’s pages, forms and missing pages are kept by nobody', async () => {
  const cookie = await sessionCookie('gongsi');
  const anonymous = await page('/standards');
  const own = await page('/standards', { cookie, 'if-none-match': anonymous.headers.get('etag')! });
  expect([own.status, caching(own)[0], own.headers.get('etag')]).toEqual([200, 'private, no-store', null]);
  expect((await own.text()).includes('退出登录')).toBe(true);
  const after = await (await page('/standards')).text();
  expect([after.includes('退出登录'), after === (await anonymous.text())]).toEqual([false, true]);
  for (const path of [
    '/sign-in',
    '/sign-up',
    '/report-misuse',
    '/work',
    '/measure/999',
    '/nowhere',
    '/verify/none',
  ])
    expect([path, caching(await page(path))[0]]).toEqual([path, 'private, no-store']);
});

test('article 50: a revocation shows to a stranger at once, by POST, by GET and on the page', async () => {
  const byGet = () =>
    get('query($n: String!) { verifyBrandAuthorization(number: $n) { verdict status } }', {
      n: brand.certificate,
    });
  for (const round of [1, 2]) {
    expect([round, (await verify(anyone, brand.certificate)).verdict]).toEqual([round, 'IN_FORCE']);
    expect([round, (await byGet()).body.data.verifyBrandAuthorization.verdict]).toEqual([round, 'IN_FORCE']);
    expect((await (await page(`/verify/${brand.certificate}`)).text()).includes('不在有效期内')).toBe(false);
  }
  const reason = '持证单位超出授权范围使用品牌，经通知后仍未改正。';
  done(await parties.gongsi.act('revokeBrandAuthorization', { id: brand.id, clause: '协议第 8 条', reason }));
  const expected = { verdict: 'NOT_IN_FORCE', status: 'REVOKED' };
  expect(await verify(anyone, brand.certificate)).toMatchObject(expected);
  expect((await byGet()).body.data.verifyBrandAuthorization).toEqual(expected);
  expect((await (await page(`/verify/${brand.certificate}`)).text()).includes('不在有效期内')).toBe(true);
});
