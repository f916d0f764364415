import { contentIncident } from '@zgt/operations/content-incident/actions.ts';
import { coordinationItem } from '@zgt/operations/coordination-item/actions.ts';
import { disputeRecord } from '@zgt/operations/dispute-record/actions.ts';
import { hotlineTicket } from '@zgt/operations/hotline-ticket/actions.ts';
import { mechanismDocument } from '@zgt/operations/mechanism-document/actions.ts';
import { operationContact } from '@zgt/operations/operation-contact/actions.ts';
import { opsAsset } from '@zgt/operations/ops-asset/actions.ts';
import { policyDocument } from '@zgt/operations/policy-document/actions.ts';
import { problemCase } from '@zgt/operations/problem-case/actions.ts';
import { teamRecord } from '@zgt/operations/team-record/actions.ts';
import { userRule } from '@zgt/operations/user-rule/actions.ts';
import { userViolation } from '@zgt/operations/user-violation/actions.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import type { Scene, Telling } from '../story.ts';

async function seedHotline({ story, at, ago, company, known }: Telling): Promise<void> {
  const asked = (topic: string, question: string, about: { id: string } | null = null) => ({
    input: { topic, appId: about?.id ?? null, question, contact: null },
  });
  const answer = (text: string) => ({ input: { answer: text } });
  await story('hotline:closed', hotlineTicket, [
    ['open', ANONYMOUS, at(13, '10:12'), asked('APP_USE', '改签后原来的入园码还能用吗？', known.marketApp)],
    ['answer', company, at(13, '15:40'), answer('改签成功后原码作废，请使用订单页的新码。')],
    ['revisit', company, at(11, '10:00'), { input: { satisfaction: 5, revisitNote: null } }],
    ['close', company, at(11, '10:05')],
  ]);
  await story('hotline:answered', hotlineTicket, [
    ['open', ANONYMOUS, at(4, '20:31'), asked('ACCOUNT', '换了手机号，怎样改登录手机？')],
    ['answer', company, at(3, '09:20'), answer('在“账号与安全”里凭原手机号或人脸核验修改。')],
  ]);
  await story('hotline:transferred', hotlineTicket, [
    ['open', ANONYMOUS, at(2, '11:05'), asked('SOCIAL_SECURITY', '灵活就业人员怎样补缴社保？')],
    ['answer', company, at(2, '13:50'), { ...answer('请咨询社保部门。'), refusedAs: 'FORBIDDEN_ROLE' }],
    ['transfer', company, at(2, '14:00'), { input: { transferNote: '咨询社保补缴，请主管部门答复。' } }],
    ['recordTransfer', company, at(2, '16:30'), { input: { externalNumber: '12345-DEMO-0001' } }],
  ]);
  await story('hotline:waiting', hotlineTicket, [
    [
      'open',
      ANONYMOUS,
      ago(95),
      asked('PAYMENT_ORDER', '付了款但订单显示未支付，钱会退吗？', known.marketApp),
    ],
  ]);
}

async function seedUsers({ story, at, day, company, management }: Telling): Promise<void> {
  const clause = (name: string, behaviour: string, penalties: string[]): Scene => [
    'setClause',
    company,
    at(90, '10:00'),
    { input: { clause: name, behaviour, penalties } },
  ];
  await story('user-rule', userRule, [
    [
      'draft',
      company,
      at(91, '09:00'),
      {
        input: {
          kind: 'USER_MANAGEMENT_RULE',
          name: '智桂通用户管理规定（演示）',
          versionText: '1.0',
          body: '用户应当如实注册，不倒卖号源和门票，不发布违法信息。演示内容。',
        },
      },
    ],
    clause('第三条', '倒卖号源、门票或优惠券', ['WARN', 'LIMIT', 'FREEZE']),
    clause('第五条', '发布广告或骚扰信息', ['WARN', 'LIMIT']),
    ['requestGuidance', company, at(88, '09:00')],
    ['giveGuidance', management, at(85, '16:00'), { input: { guidance: '请写明申诉途径和处理期限。' } }],
    ['publish', company, at(80, '10:00')],
  ]);
  await story('user-violation:limited', userViolation, [
    [
      'report',
      company,
      at(17, '10:00'),
      {
        input: { userReference: 'U-DEMO-20418', clause: '第三条', facts: '一周内预约三十个热门号源后取消。' },
        papers: ['EVIDENCE'],
      },
    ],
    ['uphold', company, at(16, '10:00')],
    [
      'penalize',
      company,
      at(16, '11:00'),
      { input: { penalty: 'LIMIT', penaltyUntil: day(-14) }, reason: '多次占号，影响他人预约。' },
    ],
  ]);
  await story('user-violation:new', userViolation, [
    [
      'report',
      company,
      at(1, '17:20'),
      { input: { userReference: 'U-DEMO-33107', clause: '第五条', facts: '在评论中反复发布代抢广告。' } },
    ],
  ]);
}

async function seedProblems({ story, at, day, company, management, unitB, known }: Telling): Promise<void> {
  await story('content-incident', contentIncident, [
    [
      'find',
      company,
      at(3, '10:40'),
      {
        input: {
          contentId: known.content.id,
          kind: 'OPINION_RISK',
          level: 'ORDINARY',
          findings: '接种时段说明与门诊公告不一致，评论区已有质疑。',
        },
        papers: ['EVIDENCE'],
      },
    ],
    [
      'handle',
      company,
      at(3, '10:50'),
      { input: { measure: 'RESTRICT_PROVIDER', basis: null }, refusedAs: 'BASIS_REQUIRED' },
    ],
    [
      'handle',
      company,
      at(3, '11:00'),
      { input: { measure: 'RESTRICT_PROVIDER', basis: '内容管理规定第八条' } },
    ],
    [
      'notifyProvider',
      company,
      at(3, '11:10'),
      { input: { demands: '更正时段说明，并在内容开头写明更正日期。', rectifyBy: day(-4) } },
    ],
  ]);
  await story('problem', problemCase, [
    [
      'open',
      company,
      at(2, '09:30'),
      {
        input: {
          scope: 'MARKET_OPERATION',
          appId: known.marketApp.id,
          contentReference: null,
          severity: 'ORDINARY',
          findings: '部分景区订单重复扣款，用户投诉增多。',
          minutesSinceDiscovery: 20,
        },
      },
    ],
    ['keepEvidence', company, at(2, '10:00'), { input: { body: null }, papers: ['EVIDENCE'] }],
  ]);
  await story('dispute', disputeRecord, [
    [
      'report',
      unitB,
      at(22, '10:00'),
      {
        input: {
          kind: 'DISPUTE',
          parties: ['ECOSYSTEM_UNIT', 'COUNTERPART'],
          activity: '停车场余位数据采购',
          description: '数据供应方要求提前终止合同。演示内容。',
          reference: null,
        },
      },
    ],
    [
      'assessImpact',
      management,
      at(18, '10:00'),
      { input: { brandImpact: 'NONE' }, reason: '没有使用智桂通标识对外宣传。' },
    ],
  ]);
}

async function seedArrangements(tell: Telling): Promise<void> {
  const { story, at, day, company, management, infrastructure, department, known } = tell;
  await story('team', teamRecord, [
    [
      'register',
      company,
      at(120, '09:00'),
      {
        input: {
          kind: 'OPS',
          name: '平台运维组',
          lead: '运维主管岗',
          memberCount: 12,
          dutyPhone: '0771-5550188',
          hours: '全天候三班',
        },
      },
    ],
    [
      'setRoster',
      company,
      at(119, '09:00'),
      {
        input: {
          monday: '甲班',
          tuesday: '甲班',
          wednesday: '乙班',
          thursday: '乙班',
          friday: '丙班',
          saturday: '丙班',
          sunday: '机动班',
        },
      },
    ],
  ]);
  await story('asset:public', opsAsset, [
    [
      'register',
      infrastructure,
      at(110, '10:00'),
      {
        input: {
          kind: 'CLOUD',
          serviceUse: 'PUBLIC',
          responsible: 'INFRASTRUCTURE_PROVIDER',
          name: '政务云移动服务区',
          runbook: '信息中心运维手册第 7 号（演示）',
          maintenanceWindow: '每月第二个周三 23 时至次日 1 时',
          dutyPhone: '0771-5550199',
        },
      },
    ],
    ['guide', management, at(100, '10:00'), { input: { guidance: '割接和维护提前三天书面告知项目公司。' } }],
  ]);
  await story('mechanism:response', mechanismDocument, [
    [
      'file',
      company,
      at(118, '10:00'),
      {
        input: {
          kind: 'INCIDENT_RESPONSE',
          name: '应急处置事件管理制度（演示）',
          versionText: '1.0',
          summary: '定级、报告、指挥、通报和复盘的分工与时限。',
        },
        papers: ['MECHANISM_DOCUMENT'],
      },
    ],
    ['guide', management, at(112, '10:00'), { input: { guidance: '请补充与基础设施提供方的联动。' } }],
  ]);
  await story('mechanism:accountability', mechanismDocument, [
    [
      'file',
      company,
      at(6, '10:00'),
      {
        input: {
          kind: 'OPS_ACCOUNTABILITY',
          name: '运维责任追究办法（演示）',
          versionText: '1.0',
          summary: '按事件等级和责任划分追究，等待业主单位签署和管理单位指导。',
        },
        papers: ['MECHANISM_DOCUMENT'],
      },
    ],
  ]);
  await story('contact', operationContact, [
    [
      'register',
      department,
      at(70, '09:00'),
      {
        input: {
          team: '信息化处',
          phone: '0771-5550166',
          duties: '预约类服务的接入、内容和故障联络。',
          appId: known.publicApp.id,
        },
      },
    ],
  ]);
  await story('policy', policyDocument, [
    [
      'publish',
      department,
      at(64, '09:00'),
      {
        input: {
          heading: '关于推广移动端预约诊疗的通知（演示）',
          topic: 'SERVICE_ACCESS',
          documentNumber: null,
          issuedOn: day(66),
          summary: '各级医院的预约号源年内接入统一服务平台，窗口号源不低于三成。',
          address: null,
        },
      },
    ],
  ]);
  await story('coordination', coordinationItem, [
    [
      'open',
      management,
      at(11, '09:00'),
      {
        input: {
          topic: '出口割接的告知和联动',
          content: '明确割接告知时限、值守联系人和回退条件。',
          parties: ['PROJECT_COMPANY', 'INFRASTRUCTURE_PROVIDER'],
          bodyNumbers: null,
          dueOn: day(-12),
        },
      },
    ],
    [
      'recordProgress',
      management,
      at(4, '16:00'),
      { input: { progress: '双方已交换值守联系人，告知时限拟定为三天。' } },
    ],
  ]);
}

/** Users, contents, tickets, disputes, and what operation is arranged by. */
export async function seedConduct(tell: Telling): Promise<void> {
  await seedHotline(tell);
  await seedUsers(tell);
  await seedProblems(tell);
  await seedArrangements(tell);
}
