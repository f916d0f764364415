import { accountabilityCase } from '@zgt/operations/accountability-case/actions.ts';
import { incident } from '@zgt/operations/incident/actions.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Scene, Telling } from '../story.ts';

const QUIET = {
  category: 'FAULT',
  outageScope: 'NONE',
  damagedData: 'NONE',
  dataEffect: 'UNASSESSED',
  threat: 'NONE',
  appId: null,
  platformId: null,
  outageStartedAt: null,
};

/** Outages of the platform that are over: when, for how long, what was the matter. */
const OUTAGES = [
  {
    key: 'gateway',
    daysAgo: 75,
    minutes: 38,
    title: '统一服务平台全部应用打不开',
    description: '接入网关证书到期未更新，全部应用无法建立连接。',
    commander: 'guanli',
    cause: '证书到期提醒只发给已离职人员，没有人更新。',
    measures: '证书列入监测目标，提前 30 天告警；提醒改发岗位账号。',
  },
  {
    key: 'database',
    daysAgo: 20,
    minutes: 22,
    title: '统一身份认证无法登录',
    description: '认证数据库主备切换失败，登录请求全部超时。',
    commander: 'gongsi',
    cause: '备库复制延迟，自动切换脚本判断失误。',
    measures: '切换前检查复制延迟；每季度演练一次切换。',
  },
  {
    key: 'network',
    daysAgo: 104,
    minutes: 7,
    title: '政务云出口抖动，平台短时不可用',
    description: '出口链路切换，全部应用中断数分钟。',
    commander: null,
    cause: '运营商割接未提前通知。',
    measures: '与运营商约定割接提前三天书面告知。',
  },
  {
    key: 'cache',
    daysAgo: 138,
    minutes: 3,
    title: '缓存节点重启，首页短时打不开',
    description: '缓存节点内存不足重启，首页约三分钟打不开。',
    commander: null,
    cause: '缓存节点内存配额过小。',
    measures: '内存配额调大一倍，并按用量告警。',
  },
] as const;

function courseOf({ at, company, management, known }: Telling, one: (typeof OUTAGES)[number]): Scene[] {
  const { daysAgo, minutes, commander } = one;
  const clock = (minute: number) => at(daysAgo, `10:${String(minute).padStart(2, '0')}`);
  const commanded = commander !== null;
  return [
    [
      'detect',
      company,
      clock(1),
      {
        input: {
          ...QUIET,
          title: one.title,
          description: one.description,
          platformId: known.platform.id,
          outageScope: 'WHOLE_PLATFORM',
          outageStartedAt: clock(0).toISOString(),
        },
      },
    ],
    ['report', company, clock(2)],
    ['accept', company, clock(2)],
    ['endOutage', company, clock(minutes), { input: { outageEndedAt: null } }],
    ...(commanded
      ? ([
          [
            'appointCommander',
            commander === 'guanli' ? management : company,
            clock(minutes + 1),
            { input: { commander } },
          ],
          [
            'reportProgress',
            company,
            clock(minutes + 5),
            { input: { text: '服务已恢复，正在逐个应用验证，暂未发现数据受损。' } },
          ],
          ...(['PUBLIC_SECURITY', 'CYBERSPACE'] as const).map(
            (recipient): Scene => [
              'decideNotice',
              management,
              at(daysAgo, '15:00'),
              { input: { recipient, decision: 'NOT_NEEDED', note: '未涉及网络攻击和数据泄露。' } },
            ],
          ),
        ] satisfies Scene[])
      : []),
    ['keepEvidence', company, at(daysAgo, '15:10'), { papers: ['EVIDENCE'] }],
    [
      'markResolved',
      company,
      at(daysAgo, '15:20'),
      { input: { resolution: '已恢复并完成各应用的功能验证。' } },
    ],
    ['passVerification', company, at(daysAgo, '16:00'), { papers: ['VERIFICATION_REPORT'] }],
    ...(commanded
      ? [['close', company, at(daysAgo, '16:20'), { refusedAs: 'REPORT_REQUIRED' }] satisfies Scene]
      : []),
    [
      'fileReport',
      company,
      at(daysAgo - 2, '10:00'),
      {
        input: {
          cause: one.cause,
          impact: `全区用户约 ${minutes} 分钟无法使用，没有数据损失。`,
          measures: one.measures,
        },
      },
    ],
    ['close', management, at(daysAgo - 3, '09:30')],
  ];
}

/** Incidents of all levels over half a year, one of them running, and who is answerable for one. */
export async function seedIncidents(tell: Telling): Promise<{ login: Row }> {
  const { story, at, ago, company, management, infrastructure, known } = tell;
  const past = new Map<string, Row>();
  for (const outage of OUTAGES)
    past.set(outage.key, await story(`incident:${outage.key}`, incident, courseOf(tell, outage)));

  await story('incident:slow', incident, [
    [
      'detect',
      company,
      at(6, '14:05'),
      {
        input: {
          ...QUIET,
          title: '预约高峰页面响应变慢',
          description: '号源放出后十五分钟内页面平均响应超过八秒。',
          appId: known.publicApp.id,
          outageScope: 'UNSTABLE',
        },
      },
    ],
    ['report', company, at(6, '14:12')],
    ['accept', company, at(6, '14:15')],
    ['keepEvidence', company, at(6, '15:00'), { papers: ['EVIDENCE'] }],
    ['markResolved', company, at(6, '15:10'), { input: { resolution: '扩容两台，限制单用户刷新频率。' } }],
    ['passVerification', company, at(6, '16:30'), { papers: ['VERIFICATION_REPORT'] }],
  ]);
  await story('incident:false-alarm', incident, [
    [
      'detect',
      company,
      at(41, '03:20'),
      {
        input: {
          ...QUIET,
          title: '夜间登录次数异常',
          description: '登录次数突然升到平日三倍。',
          category: 'SECURITY',
        },
      },
    ],
    ['dismiss', company, at(41, '03:45'), { reason: '核对后是夜间批量核验任务，不是攻击。' }],
  ]);
  await story('incident:payment', incident, [
    [
      'detect',
      company,
      ago(52),
      {
        input: {
          ...QUIET,
          title: '景区购票支付失败',
          description: '支付结果回调超时，部分订单显示未支付；预约和检票不受影响。',
          appId: known.marketApp.id,
          outageScope: 'SINGLE_APP',
          outageStartedAt: ago(55).toISOString(),
          threat: 'FAIRLY_LARGE',
        },
      },
    ],
    ['report', company, ago(49)],
    ['accept', company, ago(46)],
    ['note', company, ago(30), { input: { text: '已与支付渠道联调，定位到回调地址变更未同步。' } }],
    [
      'reportProgress',
      company,
      ago(20),
      { input: { text: '已切换到备用回调地址，正在补单，预计一小时内完成。' } },
    ],
  ]);
  await story('incident:link', incident, [
    [
      'detect',
      infrastructure,
      ago(3),
      {
        input: {
          ...QUIET,
          title: '政务云一条链路丢包',
          description: '丢包率约百分之三，业务暂未受影响，正在核实。',
          platformId: known.platform.id,
          outageScope: 'UNSTABLE',
        },
      },
    ],
  ]);

  const login = past.get('database')!;
  await story('accountability:database', accountabilityCase, [
    [
      'open',
      management,
      at(16, '09:00'),
      {
        input: {
          scope: 'OPS',
          subject: 'PROJECT_COMPANY',
          subjectName: '智桂通项目公司（演示）',
          incidentId: login.id,
          matter: '统一身份认证中断 22 分钟，切换演练未按制度开展。',
          lead: null,
        },
      },
    ],
    [
      'investigate',
      management,
      at(14, '10:00'),
      { input: { investigation: '调阅切换日志和演练记录，访谈值守人员。' } },
    ],
    [
      'determine',
      management,
      at(10, '14:40'),
      {
        input: {
          finding: '去年以来没有开展主备切换演练，脚本缺陷未能发现。',
          responsibility: 'SUBJECT',
          responsibleName: null,
          bearer: 'OWNER_UNIT',
        },
        papers: ['EVIDENCE'],
        refusedAs: 'RESPONSIBLE_PARTY_FIXED',
      },
    ],
    [
      'determine',
      management,
      at(10, '15:00'),
      {
        input: {
          finding: '去年以来没有开展主备切换演练，脚本缺陷未能发现。',
          responsibility: 'SUBJECT',
          responsibleName: null,
          bearer: null,
        },
        papers: ['EVIDENCE'],
      },
    ],
    [
      'dispose',
      management,
      at(8, '11:00'),
      { input: { measure: 'RECTIFICATION', disposal: '责令限期整改，补做演练并报送结果。', clause: null } },
    ],
  ]);
  await story('accountability:network', accountabilityCase, [
    [
      'open',
      management,
      at(2, '16:00'),
      {
        input: {
          scope: 'OPS',
          subject: 'INFRASTRUCTURE_PROVIDER',
          subjectName: '自治区信息中心（演示）',
          incidentId: past.get('network')!.id,
          matter: '出口割接没有提前告知项目公司。',
          lead: null,
        },
      },
    ],
  ]);
  return { login };
}
