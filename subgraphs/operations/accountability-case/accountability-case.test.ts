import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { accountabilityCase } from './actions.ts';
import { bearerOf, leadOf } from './lead.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

const CASE = { scope: 'OPS', subject: 'ENTERPRISE', subjectName: '桂云科技', matter: '机房断电两小时。' };

const open = (given: Record<string, unknown>, who: Viewer = world.management) =>
  world.attempt(accountabilityCase, 'open', who, { input: { ...CASE, ...given } });

const opened = async (given: Record<string, unknown> = {}, who: Viewer = world.management) => {
  const { record, refusal } = await open(given, who);
  if (refusal) throw new Error(JSON.stringify(refusal));
  return record;
};

const take = (
  record: Row,
  action: string,
  who: Viewer,
  input: Record<string, unknown>,
  documents: string[] = [],
) => world.attempt(accountabilityCase, action, who, { id: record.id, input, documents });

describe('the lead follows from matter and subject (article 63)', () => {
  it.each([
    ['OPS', 'GOVERNMENT', 'MANAGEMENT_UNIT'],
    ['OPS', 'INFRASTRUCTURE_PROVIDER', 'MANAGEMENT_UNIT'],
    ['OPS', 'PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
    ['OPS', 'OWNER_UNIT', 'MANAGEMENT_UNIT'],
    ['OPS', 'ENTERPRISE', 'PROJECT_COMPANY'],
    ['OPS', 'PERSON', 'PROJECT_COMPANY'],
    ['MARKET', 'ENTERPRISE', 'PROJECT_COMPANY'],
    ['PUBLIC_OPERATION', 'ENTERPRISE', 'MANAGEMENT_UNIT'],
    ['SECURITY', 'PERSON', 'MANAGEMENT_UNIT'],
    ['BRAND', 'ENTERPRISE', 'MANAGEMENT_UNIT'],
  ] as const)('[duty 63.2] %s against %s is led by %s', (scope, subject, lead) => {
    expect(leadOf(scope, subject)).toBe(lead);
  });

  it('[duty 63.2] no other lead is accepted, and the case belongs to the one that leads', async () => {
    const { refusal } = await open({ subject: 'GOVERNMENT', lead: 'PROJECT_COMPANY' });
    expect(refusal).toMatchObject({ code: 'LEAD_UNIT_FIXED', articles: [63] });
    const { lead, organizationId } = await opened({ subject: 'GOVERNMENT', lead: 'MANAGEMENT_UNIT' });
    expect([lead, organizationId]).toEqual(['MANAGEMENT_UNIT', world.management.organizationId]);
    const against = await opened({ subject: 'PROJECT_COMPANY' }, world.company);
    expect(against).toMatchObject({
      lead: 'MANAGEMENT_UNIT',
      organizationId: world.management.organizationId,
    });
    expect(await opened({})).toMatchObject({ organizationId: world.company.organizationId });
  });

  it('[duty 63.2] the company investigates an enterprise, not itself', async () => {
    const [enterprise, itself] = [await opened(), await opened({ subject: 'PROJECT_COMPANY' })];
    const plan = { investigation: '调取日志' };
    expect((await take(itself, 'investigate', world.company, plan)).refusal?.code).toBe('FORBIDDEN_ROLE');
    expect((await take(enterprise, 'investigate', world.management, plan)).refusal?.code).toBe(
      'FORBIDDEN_ROLE',
    );
    expect((await take(enterprise, 'investigate', world.company, plan)).record?.state).toBe('INVESTIGATING');
  });

  it('[duty 72.2] a case on security is opened by the management unit alone', async () => {
    const refused = await open({ scope: 'SECURITY', subject: 'PROJECT_COMPANY' }, world.company);
    expect(refused.refusal).toMatchObject({ code: 'FORBIDDEN_ROLE', articles: [72] });
    expect(await opened({ scope: 'SECURITY', subject: 'PROJECT_COMPANY' })).toMatchObject({
      state: 'OPENED',
    });
  });
});

describe('who bears it follows from what was found (articles 26, 54 and 64)', () => {
  it.each([
    ['OPS', 'SUBJECT', 'SUBJECT'],
    ['OPS', 'OTHER', 'OTHER'],
    ['OPS', 'UNDETERMINED', 'OWNER_UNIT'],
    ['SECURITY', 'UNDETERMINED', 'OWNER_UNIT'],
    ['BRAND', 'SUBJECT', 'OWNER_UNIT'],
  ] as const)('[duty 64.1] %s, %s: %s', (scope, finding, bearer) => {
    expect(bearerOf(scope, finding)).toBe(bearer);
  });

  it('[duty 64.1] what cannot be found out falls to the owner unit and to nobody else', async () => {
    const security = await opened({ scope: 'SECURITY', subject: 'PROJECT_COMPANY' });
    await take(security, 'investigate', world.management, { investigation: '取证' });
    const determine = (bearer: string | null, documents = ['EVIDENCE']) =>
      take(
        security,
        'determine',
        world.management,
        { finding: '来源不明', responsibility: 'UNDETERMINED', bearer },
        documents,
      );
    expect((await determine('PROJECT_COMPANY')).refusal).toMatchObject({
      code: 'RESPONSIBLE_PARTY_FIXED',
      articles: [64],
    });
    expect((await determine(null, [])).refusal).toMatchObject({ code: 'EVIDENCE_REQUIRED', articles: [63] });
    expect((await determine(null)).record).toMatchObject({ state: 'DETERMINED', bearer: 'OWNER_UNIT' });
  });

  it('[duty 64.1] another party that was found is named', async () => {
    const one = await opened();
    await take(one, 'investigate', world.company, { investigation: '取证' });
    const determine = (responsibleName: string | null) =>
      take(
        one,
        'determine',
        world.company,
        { finding: '光缆被挖断', responsibility: 'OTHER', responsibleName, bearer: 'OTHER' },
        ['EVIDENCE'],
      );
    expect((await determine(null)).refusal?.code).toBe('VALIDATION');
    expect((await determine('某施工单位')).record).toMatchObject({ bearer: 'OTHER' });
  });
});

describe('a case ends with its written report (articles 63 and 72)', () => {
  it('[duty 72.2] a measure by the concession is the management unit’s and names its clause', async () => {
    const security = await opened({ scope: 'SECURITY', subject: 'PROJECT_COMPANY' });
    await take(security, 'investigate', world.management, { investigation: '取证' });
    const finding = { finding: '未打补丁', responsibility: 'SUBJECT' };
    await take(security, 'determine', world.management, finding, ['EVIDENCE']);
    const dispose = (clause: string | null) =>
      take(security, 'dispose', world.management, { measure: 'CONCESSION', disposal: '扣减服务费', clause });
    expect((await dispose(null)).refusal).toMatchObject({ code: 'CLAUSE_REQUIRED', articles: [72] });
    expect((await dispose('第十二条')).record?.state).toBe('DISPOSED');
    expect((await take(security, 'close', world.management, {})).refusal?.code).toBe('REPORT_REQUIRED');
    await take(security, 'fileReport', world.management, { report: '处理情况报告' });
    expect((await take(security, 'close', world.management, {})).record?.state).toBe('CLOSED');
  });

  it('[duty 63.2] the company disposes of its own cases, but not by the concession', async () => {
    const own = await opened();
    await take(own, 'investigate', world.company, { investigation: '取证' });
    await take(own, 'determine', world.company, { finding: '误操作', responsibility: 'SUBJECT' }, [
      'EVIDENCE',
    ]);
    const dispose = (measure: string) =>
      take(own, 'dispose', world.company, { measure, disposal: '通报', clause: '第十二条' });
    expect((await dispose('CONCESSION')).refusal?.code).toBe('FORBIDDEN_ROLE');
    expect((await dispose('AGREEMENT')).record?.state).toBe('DISPOSED');
  });
});
