import { setTimeout as delay } from 'node:timers/promises';
import { DATA_ELEMENTS } from '@zgt/schema/dictionary/dictionary.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, client } from '../harness/client.ts';
import { activeUnit, done, type Parties, signInParties, type Unit } from './people.ts';
import { DATABASES, openPlace, type Place, START_MS } from './place.ts';

const HEADER = '代码,对象,字段,名称,含义,格式,约束,代码表,敏感级别,启用版本,条款';
const ENTRY = 'DE-APP-001,App,appName,应用名称,展示给用户的应用名称。,an..40,,,PUBLIC,1.0.0,38';

describe.each(DATABASES)(
  '标准规范 on %s',
  (database) => {
    let place: Place;
    let parties: Parties;
    let unit: Unit;
    let anyone: Client;
    let draft: string;

    const page = async (path: string) => {
      const answer = await fetch(new URL(path, place.url));
      return { status: answer.status, text: await answer.text() };
    };

    beforeAll(async () => {
      place = await openPlace(database);
      await place.startAt('2026-11-23T01:00:00Z');
      parties = await signInParties(place.url);
      unit = await activeUnit(place.url, parties, { name: '百色标准检查有限公司' });
      anyone = client(place.url);
    }, START_MS);
    afterAll(() => place?.leave());

    test('anyone reads the standards in force, with each term of the dictionary [duty 19.2]', async () => {
      const dictionary = await page('/standards/data-dictionary');
      expect(dictionary.status).toBe(200);
      const missing = DATA_ELEMENTS.filter(
        ({ code, title }) => !dictionary.text.includes(code) || !dictionary.text.includes(title),
      );
      expect(missing).toEqual([]);
      for (const path of [
        '/standards',
        '/standards/ui',
        '/standards/onboarding',
        '/dictionary',
        '/dictionary/DE-APP-001',
      ])
        expect([path, (await page(path)).status]).toEqual([path, 200]);
      expect((await page('/standards/nothing')).status).toBe(404);
      expect((await page('/dictionary/DE-NOT-999')).status).toBe(404);
    });

    test('and takes them along as files that an import takes back [duty 19.2]', async () => {
      const entries = await page('/standards/data-dictionary/entries.csv');
      expect(entries.text.split('\r\n')).toHaveLength(DATA_ELEMENTS.length + 2);
      expect(entries.text).toBe((await page('/dictionary/elements.csv')).text);
      expect(JSON.parse((await page('/standards/ui/content.json')).text)).toMatchObject({
        versionText: '1.0.0',
      });
      expect((await page('/standards/ui/items.csv')).text).toContain('UI-001,MUST,');
      expect((await page('/standards/ui/other.csv')).status).toBe(404);
    });

    test('the company imports a dictionary into a draft, which nobody outside sees [duty 19.2]', async () => {
      const { data } = await anyone.ask('{ standards(first: 100) { edges { node { id code } } } }');
      const { id } = data.standards.edges.find(({ node }: any) => node.code === 'data-dictionary').node;
      const version = { standardId: id, versionText: '1.2.0', summary: '应用名称改为至多四十字' };
      expect((await unit.client.act('draftStandardVersion', version)).refusal?.code).toBe('FORBIDDEN_ROLE');
      draft = done(await parties.gongsi.act('draftStandardVersion', version));
      const take = (content: string) =>
        parties.gongsi.act('importStandardVersion', { id: draft, format: 'CSV', content });
      expect(
        (await take(`${HEADER}\n${ENTRY.replace('an..40', 'text')}`)).refusal?.details[0]?.message,
      ).toMatch(/^第 2 行“格式”列：/);
      const { text } = await page('/standards/data-dictionary/entries.csv');
      const lines = text.replace('\uFEFF', '').replaceAll('\r\n', '\n');
      expect(
        (
          await take(
            lines.replace(
              'appName,应用名称,展示给用户的名称。,an..60',
              'appName,应用名称,展示给用户的应用名称。,an..40',
            ),
          )
        ).refusal,
      ).toBeNull();
      expect((await page('/standards/data-dictionary?version=1.2.0')).status).toBe(404);
      expect((await page('/standards/data-dictionary/differences?before=1.1.0&after=1.2.0')).status).toBe(
        404,
      );
    });

    test('once published it is in force, with what changed, and nobody rewrites it [duty 19.1]', async () => {
      done(await parties.gongsi.act('publishStandardVersion', { id: draft }));
      const again = { id: draft, format: 'CSV', content: `${HEADER}\n${ENTRY}` };
      expect((await parties.gongsi.act('importStandardVersion', again)).refusal?.code).toBe(
        'IMMUTABLE_VERSION',
      );
      const compared = await page('/standards/data-dictionary/differences?before=1.1.0&after=1.2.0');
      expect(compared.status).toBe(200);
      expect(compared.text).toContain('DE-APP-001');
      expect(compared.text).toContain('<del>an..60</del>');
      expect(compared.text).toContain('<ins>an..40</ins>');
      // Pages that everyone shares may be a minute old; an address that nobody asked for before is not.
      expect((await page('/standards/data-dictionary?version=1.2.0')).text).toContain(
        '展示给用户的应用名称。',
      );
      expect((await page('/standards/data-dictionary?version=1.1.0')).text).toContain('过渡期');
    });

    test('a check goes by it: what was long enough before is too long now [duty 19.3]', async () => {
      const sdl = 'type Query { app: App }\ntype App { appName: Int }';
      const { data } = await unit.client.ask(
        `query ($input: CheckConformanceInput!) { checkConformance(input: $input) { report { standardVersions
          findings { message } handItems { id } } } }`,
        { input: { kind: 'GRAPHQL_SDL', content: sdl } },
      );
      const { report } = data.checkConformance;
      expect(report.standardVersions).toContain('数据字典 1.2.0');
      expect(report.findings.map(({ message }: any) => message).join()).toContain('an..40');
      expect(report.handItems.length).toBeGreaterThan(5);
    });

    test('a document of nearly a megabyte is checked by the API; more is said by the check, ten times more by the door', async () => {
      const description = '说明'.repeat(160_000);
      const check = (content: string) =>
        unit.client.ask(
          'query ($input: CheckConformanceInput!) { checkConformance(input: $input) { report { passed findings { rule } } refusal { code } } }',
          { input: { kind: 'GRAPHQL_SDL', content } },
        );
      const sdl = (text: string) => `"""${text}"""\ntype Query { ok: Boolean }\n`;
      const held = await check(sdl(description));
      expect([held.status, held.data.checkConformance.report?.passed]).toEqual([200, true]);
      const long = await check(sdl(`${description}${'说明'.repeat(8_000)}`));
      expect(long.data.checkConformance.report.findings.map(({ rule }: any) => rule)).toEqual(['DOC-001']);
      const { status, errors } = await check(sdl('x'.repeat(10_000_000)));
      expect([status, errors![0].extensions.code]).toEqual([413, 'BODY_TOO_LARGE']);
      expect(errors![0].message).toContain('2100000 字节');
    });

    test('the search finds capabilities and announcements by their text, and says when nothing is found', async () => {
      const notice = {
        kind: 'NOTICE',
        title: '系统维护安排',
        body: '十二月六日凌晨进行雨燕专项巡检，期间查询可能变慢。',
      };
      const { id } = await parties.gongsi.act('draftAnnouncement', notice);
      expect((await page(`/search?q=${encodeURIComponent('雨燕专项')}`)).text).toContain('没有找到');
      done(await parties.gongsi.act('publishAnnouncement', { id }));
      // The answer to the same question may be half a minute old; this is another one.
      const found = await page(`/search?q=${encodeURIComponent('雨燕专项巡检')}`);
      expect(found.text).toContain(`/announcements/${id}`);
      expect(found.text).toContain('<mark>雨燕专项巡检</mark>');
      expect((await page(`/announcements/${id}`)).text).toContain('雨燕专项巡检');
      const { data } = await anyone.ask('{ capabilities(first: 1) { edges { node { code description } } } }');
      const [{ node }] = data.capabilities.edges;
      const words = node.description.slice(0, 6);
      expect((await page(`/search?q=${encodeURIComponent(words)}`)).text).toContain(
        `/capabilities#${node.code}`,
      );
      expect((await page(`/search?q=${encodeURIComponent('信用代码')}`)).text).toContain('数据元');
    });

    test('the old version lasts as long as its transition, and its end is kept across a restart [duty 19.1]', async () => {
      let asked = 0;
      // Each question is another one: the answer to the same may be half a minute old.
      const state = async () => {
        asked += 1;
        const { data } = await anyone.ask(
          `query Asked${asked} { standardVersions(first: ${20 + (asked % 80)}) { edges { node { standardCode versionText status } } } }`,
        );
        return data.standardVersions.edges.find(
          ({ node }: any) => node.standardCode === 'data-dictionary' && node.versionText === '1.1.0',
        ).node.status;
      };
      expect(await state()).toBe('TRANSITION');
      await place.startAt('2027-02-21T16:00:05Z');
      for (let tries = 0; tries < 200 && (await state()) !== 'SUPERSEDED'; tries += 1) await delay(100);
      expect(await state()).toBe('SUPERSEDED');
    });
  },
  START_MS,
);
