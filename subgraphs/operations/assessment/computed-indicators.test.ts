import { startClockAt } from '@zgt/runtime/clock.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { assessmentScheme } from '../assessment-scheme/actions.ts';
import { incident } from '../incident/actions.ts';
import { rectification } from '../rectification/actions.ts';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { vulnerability } from '../vulnerability/actions.ts';
import { assessment } from './actions.ts';
import { openDueAssessments } from './open-due.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  await world.runtime.member('OWNER_UNIT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());

const at = (time: string) => startClockAt(`2026-11-23T${time}:00+08:00`);
const detect = async (outageScope: string, category = 'FAULT') =>
  world.take(incident, 'detect', world.company, {
    input: {
      title: '接口超时',
      description: '打不开',
      category,
      outageScope,
      damagedData: 'NONE',
      dataEffect: 'UNASSESSED',
      threat: 'NONE',
    },
  });
const on = (id: string, action: string, input: object = {}, documents: string[] = []) =>
  world.take(incident, action, world.company, { id, input: input as Record<string, unknown>, documents });
const end = async (id: string) => {
  await on(id, 'accept');
  await on(id, 'markResolved', { resolution: '已扩容' });
  await on(id, 'keepEvidence', {}, ['EVIDENCE']);
  await on(id, 'passVerification', {}, ['VERIFICATION_REPORT']);
};
const adopt = async (kind: string, weights: Record<string, number>, passingScore = 60) => {
  const { id } = await world.take(assessmentScheme, 'draft', world.management, {
    input: { kind, name: `${kind} 方案`, passingScore },
  });
  for (const [indicator, weight] of Object.entries(weights))
    await world.take(assessmentScheme, 'setIndicator', world.management, {
      id,
      input: { indicator, weight, target: '目标' },
    });
  await world.take(assessmentScheme, 'adopt', world.management, { id });
};
const OPS = { RUN_STABILITY: 40, SECURITY_RISK_RESPONSE: 30, FAULT_HANDLING: 30 };
const shown = async (kind: string) => {
  const { assessments } = await world.ask(
    world.management,
    `query ($kind: AssessmentKind) { assessments(filter: { kind: $kind }) { edges { node { id status year
      rectificationNumber indicators { indicator isComputed value } } } } }`,
    { kind },
  );
  const [{ node }] = assessments.edges.toSorted((one: any, other: any) => other.node.year - one.node.year);
  return {
    ...node,
    values: Object.fromEntries(node.indicators.map(({ indicator, value }: any) => [indicator, value])),
  };
};
/** Scores every indicator alike and confirms the result. */
const confirmed = async (id: string, indicators: readonly string[], score: number) => {
  const management = (action: string, input: object = {}) =>
    world.take(assessment, action, world.management, { id, input: input as Record<string, unknown> });
  await world.take(assessment, 'submit', world.company, { id });
  for (const indicator of indicators) await management('scoreIndicator', { indicator, score });
  await management('score', { comment: '按实际评分' });
  return management('confirm');
};

it('article 56: outages, answers to risks and handling of faults are counted from the registers [duty 56.1] [duty 15.2]', async () => {
  const first = await detect('WHOLE_PLATFORM');
  at('09:06');
  await on(first.id, 'report');
  at('09:12');
  await on(first.id, 'endOutage');
  at('09:30');
  await end(first.id);

  at('10:00');
  const second = await detect('SINGLE_APP');
  await on(second.id, 'report');
  at('10:08');
  await on(second.id, 'endOutage');
  at('10:20');
  await on(second.id, 'resumeOutage');
  at('10:32');
  await on(second.id, 'endOutage');
  await end(second.id);

  at('11:00');
  const leak = await detect('NONE', 'SECURITY');
  await on(leak.id, 'report');
  at('14:00');
  await end(leak.id);
  const alarm = await detect('PARTIAL_PLATFORM');
  await world.take(incident, 'dismiss', world.company, { id: alarm.id, reason: '误报' });

  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  const app = await knownRecord(world.runtime, 'App', unit.organizationId!);
  const reported = () =>
    world.take(vulnerability, 'report', world.company, {
      input: { appId: app.id, itemId: null, severity: 'HIGH', description: '注入', foundOn: '2026-11-23' },
    });
  const hole = await reported();
  await reported();
  await world.take(vulnerability, 'rectify', unit, { id: hole.id, input: { plan: '改用参数' } });
  startClockAt('2026-11-26T14:00:00+08:00');
  await world.take(vulnerability, 'submitFix', unit, { id: hole.id, input: { fix: '已改' } });
  await world.take(vulnerability, 'pass', world.company, { id: hole.id });

  await adopt('OPS', OPS);
  await adopt('CONSTRUCTION', {
    FUND_INPUT: 25,
    CONSTRUCTION_CONTENT: 25,
    CONSTRUCTION_RESULT: 25,
    PLATFORM_STABILITY: 25,
  });
  startClockAt('2027-01-02T09:00:00+08:00');
  const later = await detect('WHOLE_PLATFORM');
  await on(later.id, 'report');
  expect(await openDueAssessments(world.runtime, new Date('2027-01-02T09:00:00+08:00'))).toBe(3);
  const { values, status } = await shown('OPS');
  expect(status).toBe('COLLECTING');
  expect(values).toEqual({
    RUN_STABILITY: '中断合计 32 分钟（2 起事件）',
    SECURITY_RISK_RESPONSE:
      '安全漏洞 2 个，修复并复核 1 个，平均 3 天；安全事件 1 起，处置完毕 1 起，平均 3 小时',
    FAULT_HANDLING: '故障 2 起，报告平均 3 分钟，迟报 0 起；处置完毕 2 起，平均 31 分钟',
  });
  expect((await shown('CONSTRUCTION')).values).toMatchObject({
    PLATFORM_STABILITY: '中断合计 12 分钟（1 起事件）',
    FUND_INPUT: null,
  });
});

it('articles 15 and 56: what was counted is written by nobody, and what is not counted is [duty 56.1] [duty 15.2]', async () => {
  const enter = async (kind: string, indicator: string) =>
    world.attempt(assessment, 'enterValue', world.company, {
      id: (await shown(kind)).id,
      input: { indicator, value: '0 分钟' },
    });
  for (const indicator of Object.keys(OPS))
    expect((await enter('OPS', indicator)).refusal).toMatchObject({
      code: 'COMPUTED_INDICATOR',
      articles: [56],
      details: [{ message: '由当年的事件和漏洞记录统计；数值有误的，请更正那些记录' }],
    });
  expect((await enter('CONSTRUCTION', 'PLATFORM_STABILITY')).refusal).toMatchObject({
    code: 'COMPUTED_INDICATOR',
    articles: [15],
  });
  expect((await enter('CONSTRUCTION', 'FUND_INPUT')).refusal).toBeNull();
});

it('article 56: who falls short is ordered to mend within two months, and drawn further when they pass [duty 56.1] [duty 15.2]', async () => {
  const { id } = await shown('OPS');
  const { rectificationNumber } = await confirmed(id, Object.keys(OPS), 59);
  expect(rectificationNumber).toMatch(/^ZG-2027-/);
  const { rectifications } = await world.ask(
    world.company,
    '{ rectifications { edges { node { id number kind dueOn sourceNumber findings organization { id } } } } }',
  );
  expect(rectifications.edges).toHaveLength(1);
  const [{ node: order }] = rectifications.edges;
  expect(order).toMatchObject({
    number: rectificationNumber,
    kind: 'ASSESSMENT',
    dueOn: '2027-03-02',
    organization: { id: world.company.organizationId },
  });
  expect(order.findings).toContain('2026 年度运维考核得 59 分，达标分为 60 分');
  const escalate = () =>
    world.attempt(rectification, 'escalate', world.management, {
      id: order.id,
      input: {
        measure: 'CONCESSION_HANDLING',
        clauseReference: '特许经营协议第十二条',
        majorImpact: null,
        incidentNumber: null,
      },
      reason: '逾期未改',
    });
  startClockAt('2027-03-02T23:59:00+08:00');
  expect((await escalate()).refusal?.code).toBe('TOO_EARLY');
  startClockAt('2027-03-03T00:00:00+08:00');
  expect((await escalate()).record?.state).toBe('ESCALATED');
});

it('article 15: who reaches the target is ordered nothing, and nobody is while the option is off [duty 15.2]', async () => {
  const { id } = await shown('CONSTRUCTION');
  for (const indicator of ['CONSTRUCTION_CONTENT', 'CONSTRUCTION_RESULT'])
    await world.take(assessment, 'enterValue', world.company, { id, input: { indicator, value: '见材料' } });
  const all = ['FUND_INPUT', 'CONSTRUCTION_CONTENT', 'CONSTRUCTION_RESULT', 'PLATFORM_STABILITY'];
  expect(await confirmed(id, all, 60)).toMatchObject({ outcome: 'PASSED', rectificationNumber: null });

  await world.ask(
    world.management,
    `mutation { setRuleParameter(input: { name: "assessment.rectification_enabled", value: false,
      reason: "暂不采用" }) { refusal { code } } }`,
  );
  startClockAt('2028-01-02T09:00:00+08:00');
  await openDueAssessments(world.runtime, new Date('2028-01-02T09:00:00+08:00'));
  const { id: next, year } = await shown('OPS');
  expect(year).toBe(2027);
  expect(await confirmed(next, Object.keys(OPS), 10)).toMatchObject({
    outcome: 'BELOW_TARGET',
    rectificationNumber: null,
  });
});
