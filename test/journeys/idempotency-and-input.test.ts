import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, client } from '../harness/client.ts';
import { brandInput, registeredMark } from './brand.ts';
import { activeUnit, done, type Parties, signInParties, type Unit, unitInput } from './people.ts';
import { DATABASES, openPlace, type Place, START_MS } from './place.ts';

/** What no answer may contain: stacks, SQL, places in the file system, addresses of the inside. */
const INTERNALS =
  /node_modules|\.ts:\d|\bat \S+ \(|file:\/\/|\/(tmp|home|root|usr)\/|select .+ from|insert into|relation "|kysely|pg-boss|pglite/i;

const INJECTIONS = [
  `Robert'); drop table ecosystem.brand_authorization;--`,
  `<script>alert(1)</script><img src=x onerror=alert(1)>`,
  `\${7*7} {{7*7}} #{7*7} %00 %27 ../../../../etc/passwd`,
  `'; select pg_sleep(10); --`,
  `\\u0027 or 1=1 /* " ' \` */ 漢字 🇨🇳`,
];

describe.each(DATABASES)('重复请求与错误输入 on %s', (database) => {
  let place: Place;
  let parties: Parties;
  let unit: Unit;
  let mark: string;

  beforeAll(async () => {
    place = await openPlace(database);
    await place.startAt('2026-11-23T01:00:00Z');
    parties = await signInParties(place.url);
    unit = await activeUnit(place.url, parties);
    mark = await registeredMark(unit.client);
  }, START_MS);
  afterAll(() => place?.leave());

  /** Every brand authorization of the unit with its version: what a refused request must leave alone. */
  const brands = async (): Promise<Record<string, number>> => {
    const { data } = await unit.client.ask(
      '{ brandAuthorizations(first: 100) { edges { node { id version } } } }',
    );
    return Object.fromEntries(data.brandAuthorizations.edges.map(({ node }: any) => [node.id, node.version]));
  };

  /** Posts a body as it is; what comes back must not speak of the inside. */
  const post = async (body: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${place.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${unit.client.token}`,
        ...headers,
      },
      body,
    });
    const text = await answer.text();
    expect(text).not.toMatch(INTERNALS);
    return { status: answer.status, text, json: JSON.parse(text) };
  };
  const query = (document: string, variables: object = {}) =>
    post(JSON.stringify({ query: document, variables }));
  const codes = ({ json }: { json: any }) => json.errors?.map((error: any) => error.extensions.code);

  test('the same key and body, three times at once and again: one effect and the same answer', async () => {
    const before = Object.keys(await brands()).length;
    const input = await brandInput(unit.client, mark);
    const headers = { 'idempotency-key': 'brand-request-1' };
    const request = () => unit.client.act('requestBrandAuthorization', input, headers);
    const answers = await Promise.all([request(), request(), request()]);
    answers.push(await request());
    expect(answers[0]).toMatchObject({ status: 'REQUESTED', version: 1, refusal: null });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(Object.keys(await brands())).toHaveLength(before + 1);
    const { data } = await parties.guanli.ask(
      'query($id: ID!) { auditEntries(recordId: $id) { edges { node { action outcome } } } }',
      { id: answers[0]!.id },
    );
    expect(data.auditEntries.edges.map(({ node }: any) => node)).toEqual([
      { action: 'request', outcome: 'DONE' },
    ]);
  });

  test('the same key with another body is refused and does nothing', async () => {
    const input = await brandInput(unit.client, mark);
    const headers = { 'idempotency-key': 'brand-request-2' };
    done(await unit.client.act('requestBrandAuthorization', input, headers));
    const before = await brands();
    const other = { ...input, purpose: '另一个用途' };
    const again = await unit.client.act('requestBrandAuthorization', other, headers);
    expect(again).toMatchObject({ id: null, refusal: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    const elsewhere = { id: Object.keys(before)[0]! };
    const withdrawn = await unit.client.act('withdrawBrandAuthorization', elsewhere, headers);
    expect(withdrawn.refusal?.code ?? withdrawn.status).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await brands()).toEqual(before);
  });

  test('a key is its owner’s: another caller’s same key is another request', async () => {
    const headers = { 'idempotency-key': 'brand-request-1' };
    const other = await activeUnit(place.url, parties);
    const answer = await other.client.act(
      'requestBrandAuthorization',
      await brandInput(other.client, mark),
      headers,
    );
    expect(answer).toMatchObject({ status: 'REQUESTED', refusal: null });
  });

  test('a malformed key is refused before anything happens', async () => {
    const before = await brands();
    const answer = await post(JSON.stringify({ query: '{ viewer { via } }' }), {
      'idempotency-key': 'with space',
    });
    expect([answer.status, codes(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(await brands()).toEqual(before);
  });

  test.each([
    ['no GraphQL', '{ viewer { via ', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ viewer { secret } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a wrong type', '{ article(number: "fifty") { title } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['two operations', 'query A { viewer { via } } query B { viewer { via } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['too many tokens', `{ viewer { ${'via '.repeat(1001)} } }`, 'GRAPHQL_PARSE_FAILED'],
    [
      'too many aliases',
      `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: viewer { via }`).join(' ')} }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'too deep a query',
      `{ ecosystemUnits { edges { node { ${'organization { ecosystemUnits { edges { node { '.repeat(3)} id ${'} } } } '.repeat(3)} } } } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('%s is an error with a code, not an effect', async (_, document, code) => {
    const answer = await query(document);
    expect(answer.status).toBe(200);
    expect(answer.json.data ?? null).toBeNull();
    expect(new Set(codes(answer))).toEqual(new Set([code]));
  });

  test('bodies that are no request are refused with a status', async () => {
    const before = await brands();
    expect((await post('{')).status).toBe(400);
    expect((await post('[]')).status).toBe(400);
    expect((await post('"{ viewer { via } }"')).status).toBe(400);
    expect((await post('{}')).status).toBe(400);
    const batch = await post('[{"query":"{ viewer { via } }"}]');
    expect([batch.status, codes(batch)]).toEqual([400, ['BATCHING_DISABLED']]);
    const big = await post(
      JSON.stringify({ query: '{ viewer { via } }', variables: { x: 'x'.repeat(2_100_001) } }),
    );
    expect([big.status, codes(big)]).toEqual([413, ['BODY_TOO_LARGE']]);
    const form = await post('query=x', { 'content-type': 'text/plain' });
    expect([form.status, codes(form)]).toEqual([400, ['BAD_REQUEST']]);
    expect(await brands()).toEqual(before);
  });

  test.each([
    ['over-long text', { purpose: '长'.repeat(501) }, 'purpose', '用途：最多 500 个字，现有 501 个字'],
    ['a control character', { purpose: '展会\u0007推广' }, 'purpose', '用途：不能含有控制字符'],
    ['a zero byte', { purpose: '展会\u0000推广' }, 'purpose', '用途：不能含有控制字符'],
    [
      'reversed reading direction',
      { purpose: '展会\u202e推广' },
      'purpose',
      '用途：不能含有改变文字方向的控制符',
    ],
    ['only blanks', { purpose: ' \u3000 ' }, 'purpose', '用途：不能为空'],
    ['an empty list', { activities: [] }, 'activities', '活动种类：必填'],
    ['a day that does not exist', { validUntil: '2027-02-30' }, 'validUntil', null],
    ['a made-up reference', { trademarkId: 'the-mark' }, 'trademarkId', '商标：应为记录的编号（id）'],
  ])('%s is told with its field, and nothing is kept', async (_, wrong, path, message) => {
    const before = await brands();
    const input = await brandInput(unit.client, mark, wrong);
    const answer = await query(
      'mutation($input: RequestBrandAuthorizationInput!) { requestBrandAuthorization(input: $input) { brandAuthorization { id } refusal { code details { path message } } } }',
      { input },
    );
    const refusal = answer.json.data?.requestBrandAuthorization.refusal;
    if (message) expect(refusal).toEqual({ code: 'VALIDATION', details: [{ path, message }] });
    else expect(refusal ? refusal.details[0].path : answer.text).toContain(path);
    expect(await brands()).toEqual(before);
  });

  test('text that tries to be a command is stored as the text it is', async () => {
    for (const purpose of INJECTIONS) {
      const acted = await unit.client.act(
        'requestBrandAuthorization',
        await brandInput(unit.client, mark, { purpose }),
      );
      const { data } = await unit.client.ask('query($id: ID!) { brandAuthorization(id: $id) { purpose } }', {
        id: done(acted),
      });
      expect(data.brandAuthorization.purpose).toBe(purpose);
      const found = await query(
        'query($text: String!) { brandAuthorizations(filter: { text: $text }) { edges { node { id } } } }',
        { text: purpose },
      );
      expect(found.json.data.brandAuthorizations.edges).toEqual([{ node: { id: acted.id } }]);
    }
    for (const text of ['%', '_', "' or '1'='1"]) {
      const { json } = await query(
        'query($text: String!) { ecosystemUnits(filter: { text: $text }) { edges { node { id } } } }',
        { text },
      );
      expect(json.data.ecosystemUnits.edges).toEqual([]);
    }
  });

  test('pages have 1 to 100 items, and cursors come from a page before', async () => {
    for (const list of [
      'brandAuthorizations',
      'filings',
      'capabilities',
      'notifications',
      'workItems',
      'auditEntries',
    ]) {
      const page = (args: string) => query(`{ ${list}(${args}) { pageInfo { hasNextPage } } }`);
      for (const size of [0, -1, 101])
        expect(codes(await page(`first: ${size}`))).toEqual(['BAD_USER_INPUT']);
      for (const cursor of ['made-up', 'MXwyfDM', "' or 1=1"])
        expect(codes(await page(`after: "${cursor}"`))).toEqual(['BAD_USER_INPUT']);
      const ok = await page('first: 100');
      expect(ok.json.errors).toBeUndefined();
    }
  });

  const uploadAs = async (by: Client, bytes: BlobPart, name: string) => {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    const headers: Record<string, string> = { origin: place.url };
    if (by.token) headers.authorization = `Bearer ${by.token}`;
    const answer = await fetch(`${place.url}/documents`, { method: 'POST', headers, body: form });
    const text = await answer.text();
    expect(text).not.toMatch(INTERNALS);
    return [answer.status, JSON.parse(text).refusal?.code];
  };

  test('only whole documents of the listed types are taken in', async () => {
    const { client: by } = unit;
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    expect(await uploadAs(by, svg, 'logo.svg')).toEqual([415, 'DOCUMENT_TYPE_NOT_ALLOWED']);
    expect(await uploadAs(by, svg, 'logo.png')).toEqual([415, 'DOCUMENT_TYPE_NOT_ALLOWED']);
    expect(await uploadAs(by, svg, 'logo.txt')).toEqual([415, 'DOCUMENT_TYPE_NOT_ALLOWED']);
    expect(await uploadAs(by, 'MZ\u0000\u0001', 'plan.exe')).toEqual([415, 'DOCUMENT_TYPE_NOT_ALLOWED']);
    expect(await uploadAs(by, '%PDF-1.4\n1 0 obj', 'plan.pdf')).toEqual([422, 'VALIDATION']);
    expect(await uploadAs(by, '', 'plan.pdf')).toEqual([422, 'VALIDATION']);
    expect(await uploadAs(by, new Uint8Array(20 * 1024 * 1024 + 1), 'plan.pdf')).toEqual([
      413,
      'DOCUMENT_TOO_LARGE',
    ]);
    expect(await uploadAs(client(place.url), '说明', 'plan.txt')).toEqual([401, 'UNAUTHENTICATED']);
    expect(await uploadAs(by, '说明', '../../etc/plan.txt')).toEqual([201, undefined]);
  });

  test('another side’s document, or one that does not exist, is not attached', async () => {
    const before = await brands();
    const foreign = await parties.gongsi.upload();
    for (const documentId of [foreign, '019f0000-0000-7000-8000-000000000000']) {
      const documents = [{ kind: 'USAGE_PLAN', documentId }];
      const acted = await unit.client.act(
        'requestBrandAuthorization',
        await brandInput(unit.client, mark, { documents }),
      );
      expect(acted.refusal?.code).toBe('DOCUMENT_NOT_FOUND');
    }
    const documents = [{ kind: 'USAGE_PLAN', documentId: 'no-id' }];
    const answer = await query(
      'mutation($input: RequestBrandAuthorizationInput!) { requestBrandAuthorization(input: $input) { refusal { code } } }',
      { input: await brandInput(unit.client, mark, { documents }) },
    );
    expect(answer.json.data?.requestBrandAuthorization.refusal.code).toBe('DOCUMENT_NOT_FOUND');
    expect(await brands()).toEqual(before);
  });

  test('an input of the wrong shape is told by GraphQL and registers nobody', async () => {
    const count = async () =>
      (await parties.gongsi.ask('{ ecosystemUnits(first: 100) { edges { node { id } } } }')).data
        .ecosystemUnits.edges.length;
    const before = await count();
    for (const wrong of [
      { unitType: 'COMPANY' },
      { workScopes: 'ALL' },
      { name: 7 },
      { extra: true },
      { name: null },
    ]) {
      const answer = await query(
        'mutation($input: DraftEcosystemUnitInput!) { draftEcosystemUnit(input: $input) { refusal { code } } }',
        { input: unitInput(wrong) },
      );
      expect(answer.json.data ?? null).toBeNull();
      expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    }
    expect(await count()).toBe(before);
  });
});
