import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../testing/query.ts';
import { openWorld, type World } from '../testing/world.ts';
import { misuseReport } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

const input = {
  suspectedParty: '某某商贸行',
  sighting: '2026 年 11 月 20 日，某街 1 号门头',
  description: '门头挂有智桂通标识',
  reporterContact: '13800138000',
};
const report = () => world.take(misuseReport, 'report', ANONYMOUS, { input });

async function reads(recordId: string) {
  return world.runtime.db
    .selectFrom('runtime.auditEntry')
    .select(['accountId', 'action'])
    .where('recordId', '=', recordId)
    .where('outcome', '=', 'READ')
    .execute();
}

describe('misuse report (articles 50 and 51)', () => {
  it('can be sent by anyone, goes to the project company, and its sender reads it only in that answer', async () => {
    const sent = await query(
      world.runtime,
      ANONYMOUS,
      `mutation ($input: ReportMisuseReportInput!) { reportMisuseReport(input: $input) {
        refusal { code }
        misuseReport { id number status suspectedParty reporterContact measures result availableActions { name }
          history { action actorName organizationName } deadlines { name } documents { id } organization { id } } } }`,
      { input },
    );
    const { id, number, ...rest } = sent.reportMisuseReport.misuseReport;
    expect(number).toBe('QQ-2026-000001');
    expect(rest).toEqual({
      status: 'REPORTED',
      suspectedParty: '某某商贸行',
      reporterContact: '138****8000',
      measures: null,
      result: null,
      availableActions: [],
      history: [{ action: 'report', actorName: '程序', organizationName: null }],
      deadlines: [],
      documents: [],
      organization: { id: world.company.organizationId },
    });
    const later = await query(
      world.runtime,
      ANONYMOUS,
      `{ misuseReport(id: "${id}") { number } misuseReports { edges { cursor } } }`,
    );
    expect(later).toEqual({ misuseReport: null, misuseReports: { edges: [] } });
  });

  it('keeps the reporter’s contact encrypted: in full for the project company, which leaves a trace, masked for others', async () => {
    const { id, reporterContactCipher } = await report();
    expect(reporterContactCipher).toMatch(/^v1\./);
    expect(reporterContactCipher).not.toContain('13800138000');
    const contact = `{ misuseReport(id: "${id}") { reporterContact } }`;
    expect(await query(world.runtime, world.management, contact)).toEqual({
      misuseReport: { reporterContact: '138****8000' },
    });
    expect(await reads(id)).toEqual([]);
    expect(await query(world.runtime, world.company, contact)).toEqual({
      misuseReport: { reporterContact: '13800138000' },
    });
    expect(await reads(id)).toEqual([{ accountId: world.company.accountId, action: 'readContact' }]);
    const without = await world.take(misuseReport, 'report', ANONYMOUS, {
      input: { ...input, reporterContact: null },
    });
    expect(without.reporterContactCipher).toBeNull();
  });

  it('is verified on kept evidence, and the management unit’s support can only be given', async () => {
    const { id } = await report();
    expect(await world.refusal(misuseReport, 'keepEvidence', world.company, { id })).toBe(
      'DOCUMENTS_MISSING',
    );
    expect(await world.refusal(misuseReport, 'verify', world.company, { id, reason: '属实' })).toBe(
      'ILLEGAL_TRANSITION',
    );
    await world.take(misuseReport, 'keepEvidence', world.company, { id, documents: ['EVIDENCE'] });
    await world.take(misuseReport, 'verify', world.company, { id, reason: '属实' });
    const requested = await world.take(misuseReport, 'requestSupport', world.company, {
      id,
      reason: '需要协查',
    });
    expect(requested.state).toBe('SUPPORT_REQUESTED');
    const { dueAt } = await world.runtime.db
      .selectFrom('runtime.deadline')
      .select('dueAt')
      .where('recordId', '=', id)
      .where('name', '=', 'support')
      .executeTakeFirstOrThrow();
    expect(dueAt).toEqual(new Date('2026-12-07T16:00:00Z'));
    expect(await world.refusal(misuseReport, 'dismiss', world.management, { id, reason: '不支持' })).toBe(
      'FORBIDDEN_ROLE',
    );
    expect(await world.refusal(misuseReport, 'dismiss', world.company, { id, reason: '撤回' })).toBe(
      'ILLEGAL_TRANSITION',
    );
    await world.take(misuseReport, 'support', world.management, {
      id,
      input: { measures: '函请市场监管部门协查' },
    });
    const enforcement = { enforcementKind: 'COMPLAINT', enforcementReference: '投诉〔2026〕1 号' };
    await world.take(misuseReport, 'recordEnforcement', world.company, { id, input: enforcement });
    expect(await world.refusal(misuseReport, 'close', world.company, { id, input: {} })).toBe('VALIDATION');
    const closed = await world.take(misuseReport, 'close', world.company, {
      id,
      input: { result: '已拆除' },
    });
    expect(closed.state).toBe('CLOSED');
  });

  it('belongs to the project company: units and the public see none', async () => {
    const { id } = await report();
    const { head } = await world.approvedUnit();
    expect(await world.refusal(misuseReport, 'dismiss', head, { id, reason: '不是' })).toBe('NOT_FOUND');
    expect(await query(world.runtime, head, '{ misuseReports { edges { cursor } } }')).toEqual({
      misuseReports: { edges: [] },
    });
    expect((await world.take(misuseReport, 'dismiss', world.company, { id, reason: '查无此事' })).state).toBe(
      'DISMISSED',
    );
  });
});
