import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../harness/client.ts';
import { client, signUp } from '../harness/client.ts';
import {
  activeUnit,
  done,
  draftUnit,
  freshCreditCode,
  freshUsername,
  type Parties,
  signInParties,
  submission,
  submitUnit,
  type Unit,
} from './people.ts';
import { DATABASES, openPlace, type Place, START_MS } from './place.ts';

interface Entry {
  noun: string;
  action: string;
  outcome: string;
  refusalCode: string | null;
  organizationName: string | null;
  requestId: string;
}

describe.each(DATABASES)('一个接口，三个子图 on %s', (database) => {
  let place: Place;
  let parties: Parties;
  let unit: Unit;

  beforeAll(async () => {
    place = await openPlace(database);
    // The company registers in September, so that filings of a third quarter open in October.
    await place.startAt('2026-09-24T02:00:00Z');
    await place.startAt('2026-10-09T02:00:00Z');
    parties = await signInParties(place.url);
    unit = await activeUnit(place.url, parties);
  }, START_MS);
  afterAll(() => place?.leave());

  test('one query follows a unit to its organization and on to the requests that another subgraph keeps', async () => {
    const { client: head } = unit;
    const listed = await head.ask(
      '{ capabilities(filter: { text: "IDENTITY.LOGIN" }) { edges { node { id } } } }',
    );
    const capabilityId = listed.data.capabilities.edges[0].node.id;
    const request = { capabilityId, environment: 'SANDBOX', purpose: '登录联调', dailyVolume: 100 };
    const id = done(await head.act('submitCapabilityRequest', request));
    const { data, errors } = await parties.guanli.ask(
      `query($id: ID!) { ecosystemUnit(id: $id) { name organization { name
        capabilityRequests { edges { node { id capabilityCode capability { name } organization { id name } } } } } } }`,
      { id: unit.id },
    );
    expect(errors).toBeUndefined();
    const organization = { id: unit.organizationId, name: '南宁某某科技有限公司' };
    expect(data.ecosystemUnit).toEqual({
      name: '南宁某某科技有限公司',
      organization: {
        name: '南宁某某科技有限公司',
        capabilityRequests: {
          edges: [
            {
              node: {
                id,
                capabilityCode: 'IDENTITY.LOGIN',
                capability: { name: '统一身份认证' },
                organization,
              },
            },
          ],
        },
      },
    });
  });

  test('a filing and a work item name their organization across subgraphs', async () => {
    const { gongsi } = parties;
    const ask = () =>
      gongsi.ask(`{ filings(first: 100) { edges { node { kind dueOn organization { name party } } } }
        workItems(first: 100) { edges { node { noun recordId organization { name party } } } } viewer { via } }`);
    // The quarter that ended meanwhile brings these; the demonstration has filings of earlier periods.
    const brought = ({ data }: { data?: any }) =>
      data.filings.edges.filter(({ node }: any) => node.dueOn > '2026-10-01');
    for (let tries = 0; tries < 150; tries += 1) if (brought(await ask()).length >= 6) break;
    const answer = await ask();
    const { data, errors } = answer;
    expect(errors).toBeUndefined();
    const company = { name: '智桂通项目公司（演示）', party: 'PROJECT_COMPANY' };
    expect(brought(answer)).toHaveLength(6);
    for (const { node } of data.filings.edges) expect(node.organization).toEqual(company);
    const nouns = new Set(data.workItems.edges.map(({ node }: any) => node.noun));
    expect(nouns).toContain('CapabilityRequest');
    expect(nouns).toContain('BrandAuthorization');
    expect(nouns).toContain('Filing');
    const items = data.workItems.edges.map(({ node }: any) => node);
    expect(items.find(({ noun }: any) => noun === 'Filing').organization).toEqual(company);
    expect(items.find(({ noun }: any) => noun === 'CapabilityRequest').organization.party).toBe(
      'ECOSYSTEM_UNIT',
    );
  });

  test('article 11: from what any subgraph keeps one query leads to the service provider behind it, of either kind [duty 11]', async () => {
    const headUsername = freshUsername();
    await signUp(place.url, headUsername, '李四光');
    done(
      await parties.guanli.act('registerGovernmentBody', {
        organizationName: '柳州市',
        unifiedSocialCreditCode: freshCreditCode(),
        headUsername,
        party: 'MUNICIPALITY',
        level: 'CITY',
        regionCode: '450200',
      }),
    );
    const { data, errors } = await parties.guanli.ask(`{
      capabilityRequests(first: 1) { edges { node { organization { ...Provider } } } }
      governmentBodies(first: 1) { edges { node { organization { ...Provider } provides } } }
      filings(first: 1) { edges { node { organization { ...Provider } } } }
    }
    fragment Provider on Organization {
      party
      serviceProvider {
        __typename
        provides
        organization { party }
        ... on EcosystemUnit { unitName: name }
        ... on GovernmentBody { level }
      }
    }`);
    expect(errors).toBeUndefined();
    const [unitSeen, bodySeen, companySeen] = [
      data.capabilityRequests,
      data.governmentBodies,
      data.filings,
    ].map(({ edges }) => edges[0].node.organization);
    expect(unitSeen).toEqual({
      party: 'ECOSYSTEM_UNIT',
      serviceProvider: {
        __typename: 'EcosystemUnit',
        provides: ['DATA', 'CAPABILITY', 'APP', 'OTHER'],
        organization: { party: 'ECOSYSTEM_UNIT' },
        unitName: '南宁某某科技有限公司',
      },
    });
    const all = ['DATA', 'CAPABILITY', 'APP', 'POLICY', 'OTHER'];
    expect(bodySeen.serviceProvider).toEqual({
      __typename: 'GovernmentBody',
      provides: all,
      organization: { party: 'MUNICIPALITY' },
      level: 'CITY',
    });
    expect(data.governmentBodies.edges[0].node.provides).toEqual(all);
    expect(companySeen).toEqual({ party: 'PROJECT_COMPANY', serviceProvider: null });
  });

  test('the schema explains itself, and keeps the machinery of federation to itself', async () => {
    const { data, errors } = await client(place.url).ask(
      '{ __schema { queryType { fields { name description } } mutationType { fields { name description } } types { name } } }',
    );
    expect(errors).toBeUndefined();
    const { queryType, mutationType, types } = data.__schema;
    const names = [...queryType.fields, ...types].map(({ name }: any) => name);
    for (const hidden of ['_entities', '_service', '_Any', '_Service', '_Entity'])
      expect(names).not.toContain(hidden);
    for (const field of [...queryType.fields, ...mutationType.fields])
      expect(field.description ?? field.name).toMatch(/[\u4e00-\u9fff]/);
  });

  test('the measure is public: 77 articles, each with its duties', async () => {
    const anyone = client(place.url);
    const { data } = await anyone.ask('{ articles { number title chapter } }');
    expect(data.articles.map(({ number }: any) => number)).toEqual(
      Array.from({ length: 77 }, (_, index) => index + 1),
    );
    const one = await anyone.ask(
      '{ article(number: 50) { number title gist duties { id treatment } parameters { name value } } none: article(number: 78) { number } }',
    );
    expect(one.data.none).toBeNull();
    expect(one.data.article).toMatchObject({ number: 50, title: expect.stringMatching(/品牌/) });
    expect(one.data.article.duties.map(({ id }: any) => id)).toEqual(['50.1', '50.2', '50.3']);
    expect(one.data.article.parameters).toContainEqual({
      name: 'brand.consent_reminder_working_days',
      value: 10,
    });
  });

  /** The entries that one request left. */
  const entriesOf = async (requestId: string): Promise<Entry[]> => {
    const { data, errors } = await parties.guanli.ask(
      '{ auditEntries(first: 50) { edges { node { noun action outcome refusalCode organizationName requestId } } } }',
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.auditEntries.edges
      .map(({ node }: any) => node)
      .filter((entry: Entry) => entry.requestId === requestId);
  };
  const acting = async (by: Client, mutation: string, input: object, requestId: string) => {
    const acted = await by.act(mutation, input, { 'x-request-id': requestId });
    const [entry, ...more] = await entriesOf(requestId);
    expect(more).toEqual([]);
    return { acted, entry };
  };

  test('article 69: every mutation leaves exactly one entry, done or refused', async () => {
    const { gongsi, guanli } = parties;
    const draft = await draftUnit(place.url);
    const organizationName = '南宁某某科技有限公司';
    const documents = await submission(draft.client);
    const refused = await acting(draft.client, 'submitEcosystemUnit', { id: draft.id }, 'refused-1');
    expect(refused.acted.refusal?.code).toBe('DOCUMENTS_MISSING');
    const submit = { noun: 'EcosystemUnit', action: 'submit', organizationName };
    expect(refused.entry).toMatchObject({ ...submit, outcome: 'REFUSED', refusalCode: 'DOCUMENTS_MISSING' });
    const taken = await acting(draft.client, 'submitEcosystemUnit', { id: draft.id, documents }, 'done-1');
    expect(taken.entry).toMatchObject({ ...submit, outcome: 'DONE', refusalCode: null });

    const hidden = await acting(unit.client, 'submitEcosystemUnit', { id: draft.id }, 'refused-2');
    expect(hidden.entry).toMatchObject({ outcome: 'REFUSED', refusalCode: 'NOT_FOUND' });
    const role = await acting(gongsi, 'approveEcosystemUnit', { id: draft.id }, 'refused-3');
    expect(role.entry).toMatchObject({
      action: 'approve',
      outcome: 'REFUSED',
      refusalCode: 'FORBIDDEN_ROLE',
    });
    const wrong = { title: '', kind: 'NOTICE', body: '正文' };
    const invalid = await acting(gongsi, 'draftAnnouncement', wrong, 'refused-4');
    expect(invalid.entry).toMatchObject({
      noun: 'Announcement',
      outcome: 'REFUSED',
      refusalCode: 'VALIDATION',
    });

    await guanli.ask(
      'mutation { setRuleParameter(input: { name: "password.history", value: 6, reason: "加强" }) { refusal { code } } }',
      {},
      { 'x-request-id': 'done-2' },
    );
    expect(await entriesOf('done-2')).toMatchObject([{ noun: 'RuleParameter', outcome: 'DONE' }]);
    await gongsi.ask('mutation { markAllNotificationsRead { done } }', {}, { 'x-request-id': 'done-3' });
    expect(await entriesOf('done-3')).toMatchObject([{ noun: 'Notification', outcome: 'DONE' }]);
  });

  test('article 69: the log is for whoever belongs somewhere, each its own; the management unit sees all', async () => {
    const { errors } = await client(place.url).ask('{ auditEntries { edges { node { action } } } }');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    const { data } = await unit.client.ask(
      '{ auditEntries(first: 100) { edges { node { organizationName outcome } } } }',
    );
    const own = data.auditEntries.edges.map(({ node }: any) => node.organizationName);
    expect(new Set(own)).toEqual(new Set(['南宁某某科技有限公司']));
    await parties.guanli.ask(
      '{ auditEntries { edges { node { action } } } }',
      {},
      { 'x-request-id': 'read-1' },
    );
    expect(await entriesOf('read-1')).toMatchObject([{ noun: 'AuditEntry', outcome: 'READ' }]);
  });

  test('article 69: a record’s history shows refusals to those who got them and to the management unit alone', async () => {
    const { gongsi, guanli, yezhu } = parties;
    const draft = await draftUnit(place.url);
    expect((await draft.client.act('submitEcosystemUnit', { id: draft.id })).refusal?.code).toBe(
      'DOCUMENTS_MISSING',
    );
    await submitUnit(draft);
    const reasonless = await gongsi.act('declineEcosystemUnit', { id: draft.id });
    expect(reasonless.refusal?.code).toBe('REASON_REQUIRED');
    const history = async (by: Client) => {
      const { data } = await by.ask(
        'query($id: ID!) { ecosystemUnit(id: $id) { history { action outcome refusalCode actorName } } }',
        { id: draft.id },
      );
      return data.ecosystemUnit.history.map(
        (entry: any) => `${entry.action} ${entry.refusalCode ?? entry.outcome} ${entry.actorName}`,
      );
    };
    expect(await history(draft.client)).toEqual([
      'draft DONE 张三丰',
      'submit DOCUMENTS_MISSING 张三丰',
      'submit DONE 张三丰',
    ]);
    expect(await history(gongsi)).toEqual([
      'draft DONE 张*丰',
      'submit DONE 张*丰',
      'decline REASON_REQUIRED 黄经办',
    ]);
    expect(await history(yezhu)).toEqual(['draft DONE 张*丰', 'submit DONE 张*丰']);
    expect(await history(guanli)).toEqual([
      'draft DONE 张三丰',
      'submit DOCUMENTS_MISSING 张三丰',
      'submit DONE 张三丰',
      'decline REASON_REQUIRED 黄经办',
    ]);
  });
});
