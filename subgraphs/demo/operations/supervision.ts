import { assessment } from '@zgt/operations/assessment/actions.ts';
import { assessmentScheme } from '@zgt/operations/assessment-scheme/actions.ts';
import { dataOperationInspection } from '@zgt/operations/data-operation-inspection/actions.ts';
import { filing } from '@zgt/operations/filing/actions.ts';
import { periodOf } from '@zgt/operations/filing/periods.ts';
import { inspectionTask } from '@zgt/operations/inspection-task/actions.ts';
import type { InspectionCycle } from '@zgt/operations/inspection-task/check-items.ts';
import { cyclePeriod } from '@zgt/operations/inspection-task/cycles.ts';
import { operationMetric } from '@zgt/operations/operation-metric/actions.ts';
import { rectification } from '@zgt/operations/rectification/actions.ts';
import { unitOpsCheck } from '@zgt/operations/unit-ops-check/actions.ts';
import { addDays } from '@zgt/runtime/calendar/work-calendar.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { SYSTEM } from '@zgt/runtime/viewer.ts';
import type { Scene, Telling } from '../story.ts';

/** Values of twelve months, the last month last. */
const METRICS = {
  REGISTERED_USERS: [
    402_318, 431_905, 455_240, 470_882, 512_466, 549_730, 581_204, 610_958, 655_017, 702_643, 741_390,
    780_125,
  ],
  ACTIVE_USERS: [
    96_410, 104_225, 118_760, 101_934, 123_518, 131_872, 139_046, 142_690, 151_377, 149_205, 163_884, 171_650,
  ],
  RETENTION: [512, 520, 533, 498, 527, 541, 548, 553, 561, 549, 570, 578],
} as const;

async function seedMetrics({ story, company, month, ago }: Telling): Promise<void> {
  for (const [name, values] of Object.entries(METRICS))
    for (const [index, value] of values.entries()) {
      const input = { month: month(values.length - index), name, value };
      await story(`metric:${name}:${index}`, operationMetric, [['report', company, ago(0), { input }]]);
    }
}

async function seedInspections(tell: Telling, followUp: Row): Promise<void> {
  const { story, at, day, company } = tell;
  const open = (cycle: InspectionCycle, daysAgo: number): Scene => {
    const { key, start, end } = cyclePeriod(cycle, day(daysAgo));
    const input = { cycle, periodKey: key, periodStart: start, periodEnd: end };
    return ['open', SYSTEM, at(daysAgo, '00:05'), { input, organizationId: company.organizationId! }];
  };
  const done = (summary: string, abnormalItems: string[] | null = null) => ({
    input: { abnormalItems, summary },
  });
  for (const daysAgo of [3, 2])
    await story(`inspection:day:${daysAgo}`, inspectionTask, [
      open('DAILY', daysAgo),
      ['start', company, at(daysAgo, '08:40')],
      ['complete', company, at(daysAgo, '09:20'), done('逐项检查，均正常。')],
    ]);
  await story('inspection:late', inspectionTask, [open('DAILY', 1)]);
  await story('inspection:week', inspectionTask, [
    open('WEEKLY', 7),
    ['start', company, at(7, '10:00')],
    [
      'complete',
      company,
      at(7, '10:50'),
      { ...done('登录高峰响应偏慢。', ['WEEKLY_PERFORMANCE']), refusedAs: 'FOLLOW_UP_REQUIRED' },
    ],
    [
      'addFollowUp',
      company,
      at(7, '11:00'),
      { input: { item: 'WEEKLY_PERFORMANCE', followUpNumber: followUp.number } },
    ],
    [
      'complete',
      company,
      at(7, '11:20'),
      done('登录高峰响应偏慢，已并入整改跟进；其余正常。', ['WEEKLY_PERFORMANCE']),
    ],
  ]);
}

async function seedFilings({ story, day, at, ago, company, management }: Telling): Promise<void> {
  const monthBefore = (months: number) => {
    let period = periodOf(day(0), 1);
    for (let back = 0; back < months; back += 1) period = periodOf(addDays(period.start, -1), 1);
    return period;
  };
  const daysSince = (date: string) => (Date.parse(day(0)) - Date.parse(date)) / 86_400_000;
  const opened = (kind: string, { key, start, end }: ReturnType<typeof periodOf>): Scene => [
    'open',
    SYSTEM,
    at(daysSince(end) - 1, '00:05'),
    {
      input: { kind, periodKey: key, periodStart: start, periodEnd: end },
      organizationId: company.organizationId!,
    },
  ];
  const [last, previous] = [monthBefore(1), monthBefore(2)];
  const quarter = periodOf(addDays(periodOf(day(0), 3).start, -1), 3);
  const submit = (daysAgo: number, summary: string): Scene => [
    'submit',
    company,
    at(daysAgo, '16:00'),
    { input: { summary }, papers: ['REPORT'] },
  ];
  await story('filing:previous', filing, [
    opened('OPERATION_REPORT', previous),
    submit(daysSince(previous.end) - 5, '本月开展日巡检、周检测和月监测，发现的一项异常已经整改。'),
    ['acknowledge', management, at(daysSince(previous.end) - 7, '10:00')],
  ]);
  const scenes: readonly [number, Scene][] = [
    [1, opened('OPERATION_REPORT', last)],
    [4, submit(daysSince(last.end) - 4, '本月运行平稳。')],
    [
      6,
      [
        'return',
        management,
        at(daysSince(last.end) - 6, '15:00'),
        { reason: '没有写明登录中断的处置和整改情况，请补充。' },
      ],
    ],
  ];
  await story(
    'filing:last',
    filing,
    scenes.filter(([after]) => daysSince(last.end) > after).map(([, scene]) => scene),
  );
  await story('filing:brand', filing, [
    opened('BRAND_USAGE', quarter),
    ...(daysSince(quarter.end) > 6
      ? [submit(daysSince(quarter.end) - 6, '本季度新增一项品牌授权，没有发现冒用。')]
      : []),
  ]);
  await story('filing:cooperation', filing, [
    opened('COMMERCIAL_COOPERATION', quarter),
    [
      'submit',
      company,
      ago(120),
      { input: { summary: '本季度没有新的商业合作。' }, refusedAs: 'DOCUMENTS_MISSING' },
    ],
  ]);
}

async function seedRectifications(tell: Telling, login: Row): Promise<Row> {
  const { story, at, day, company, management, unitA, known } = tell;
  const late = await story('rectification:late', rectification, [
    [
      'issue',
      management,
      at(15, '10:00'),
      {
        input: {
          kind: 'PUBLIC_OPERATION',
          cause: 'DEFECT',
          subject: 'PROJECT_COMPANY',
          unitId: null,
          governmentBodyId: null,
          findings: '统一身份认证主备切换没有按制度演练，中断时未能自动切换。',
          demands: '补做切换演练，修正切换脚本，报送演练记录。',
          dueOn: day(4),
          sourceNumber: login.number,
        },
      },
    ],
    ['acknowledge', company, at(14, '09:00')],
  ]);
  const toUnit = (findings: string, demands: string, dueOn: string) => ({
    input: {
      kind: 'MARKET_APP',
      cause: 'HAZARD',
      subject: 'ECOSYSTEM_UNIT',
      unitId: known.units['danwei-a']!.id,
      governmentBodyId: null,
      findings,
      demands,
      dueOn,
      sourceNumber: null,
    },
  });
  await story('rectification:submitted', rectification, [
    [
      'issue',
      company,
      at(9, '14:00'),
      toUnit('购票页退票规则不醒目。', '在下单页显著位置写明退票规则。', day(-6)),
    ],
    ['acknowledge', unitA, at(8, '10:00')],
    [
      'submitResult',
      unitA,
      at(2, '17:00'),
      { input: { result: '下单页和订单页均已写明，附截图。' }, papers: ['EVIDENCE'] },
    ],
  ]);
  await story('rectification:closed', rectification, [
    [
      'issue',
      company,
      at(48, '09:30'),
      toUnit('隐私告知缺少第三方清单。', '补全第三方清单并重新取得同意。', day(30)),
    ],
    ['submitResult', unitA, at(37, '11:00'), { input: { result: '已补全并重新告知。' } }],
    ['accept', company, at(35, '15:00')],
  ]);
  await story('unit-check', unitOpsCheck, [
    [
      'record',
      company,
      at(5, '15:00'),
      {
        input: {
          unitId: known.units['danwei-b']!.id,
          checkedOn: day(5),
          infrastructure: 'SOUND',
          operation: 'SOUND',
          emergency: 'DEFECTIVE',
          note: '应急联系人已离职，预案未更新。',
          demands: '更新应急联系人和预案，演练一次。',
          rectifyBy: day(-9),
        },
      },
    ],
  ]);
  return late;
}

async function seedAssessment({ story, at, day, company, management }: Telling): Promise<void> {
  // The last year whose assessment is over: it is due at the end of March.
  const year = Number(day(100).slice(0, 4)) - 1;
  const on = (date: string, time: string) =>
    at((Date.parse(day(0)) - Date.parse(`${year + 1}-${date}`)) / 86_400_000, time);
  const indicators = [
    ['RUN_STABILITY', 40, '全年可用率不低于 99.9%', 92],
    ['SECURITY_RISK_RESPONSE', 30, '高危漏洞七日内修复', 88],
    ['FAULT_HANDLING', 30, '一、二级事件一小时内恢复', 81],
  ] as const;
  await story('scheme', assessmentScheme, [
    [
      'draft',
      management,
      on('01-01', '00:10'),
      { input: { kind: 'OPS', name: '运维考核方案（演示）', passingScore: 80 } },
    ],
    ...indicators.map(
      ([indicator, weight, target]): Scene => [
        'setIndicator',
        management,
        on('01-04', '09:30'),
        { input: { indicator, label: null, weight, target } },
      ],
    ),
    ['adopt', management, on('01-05', '10:00')],
  ]);
  await story('assessment', assessment, [
    ['open', management, on('01-06', '09:00'), { input: { kind: 'OPS', year } }],
    ['submit', company, on('01-22', '16:00')],
    ...indicators.map(
      ([indicator, , , score]): Scene => [
        'scoreIndicator',
        management,
        on('02-10', '11:00'),
        { input: { indicator, score, remark: null } },
      ],
    ),
    [
      'score',
      management,
      on('02-11', '10:00'),
      { input: { comment: '运行总体平稳，故障处置用时偏长，切换演练应当按制度开展。' } },
    ],
    ['confirm', management, on('02-20', '10:00')],
  ]);
  await story('data-check', dataOperationInspection, [
    [
      'plan',
      management,
      at(12, '09:00'),
      {
        input: {
          subjects: ['PROJECT_COMPANY'],
          jointDepartments: ['CYBERSPACE', 'PUBLIC_SECURITY'],
          indicators: ['SECURITY', 'LEGALITY'],
          plannedOn: day(3),
        },
      },
    ],
    ['start', management, at(3, '09:00')],
    [
      'addFinding',
      management,
      at(3, '17:00'),
      { input: { department: 'CYBERSPACE', finding: '数据导出审批记录完整；日志留存期限符合要求。' } },
    ],
  ]);
}

/** What supervision has before it: metrics, inspections, filings, rectifications and an assessment. */
export async function seedSupervision(tell: Telling, login: Row): Promise<void> {
  await seedMetrics(tell);
  const late = await seedRectifications(tell, login);
  await seedInspections(tell, late);
  await seedFilings(tell);
  await seedAssessment(tell);
}
