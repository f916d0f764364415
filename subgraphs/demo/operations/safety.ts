import { backupRecord } from '@zgt/operations/backup-record/actions.ts';
import { consentRecord } from '@zgt/operations/consent-record/actions.ts';
import { cryptoProfile } from '@zgt/operations/crypto-profile/actions.ts';
import { dataLeakCase } from '@zgt/operations/data-leak-case/actions.ts';
import { hiddenDanger } from '@zgt/operations/hidden-danger/actions.ts';
import { mlpsRecord } from '@zgt/operations/mlps-record/actions.ts';
import { privacyNotice } from '@zgt/operations/privacy-notice/actions.ts';
import { restoreDrill } from '@zgt/operations/restore-drill/actions.ts';
import { safetyAgreement } from '@zgt/operations/safety-agreement/actions.ts';
import { securityProgramme } from '@zgt/operations/security-programme/actions.ts';
import { trainingSession } from '@zgt/operations/training-session/actions.ts';
import { vulnerability } from '@zgt/operations/vulnerability/actions.ts';
import type { Telling } from '../story.ts';

async function seedFindings({ story, at, day, company, owner, unitA, known }: Telling): Promise<void> {
  const found = (app: { id: string }, severity: string, description: string, foundOn: string) => ({
    input: { appId: app.id, itemId: null, severity, description, foundOn },
  });
  await story('vulnerability:fixed', vulnerability, [
    [
      'report',
      company,
      at(6, '09:00'),
      found(known.marketApp, 'HIGH', '订单查询接口没有核对归属，可以看到他人订单。', day(6)),
    ],
    ['rectify', unitA, at(6, '11:00'), { input: { plan: '三日内加上归属校验并回溯日志。' } }],
    ['submitFix', unitA, at(3, '18:00'), { input: { fix: '接口按登录人过滤，附测试记录。' } }],
  ]);
  await story('vulnerability:new', vulnerability, [
    [
      'report',
      company,
      at(1, '10:00'),
      found(known.publicApp, 'MEDIUM', '页面引用的脚本库版本过旧，有已公布的漏洞。', day(1)),
    ],
  ]);
  const danger = (domain: string, severity: string, description: string, foundOn: string) => ({
    input: { domain, severity, bearer: 'PROJECT_COMPANY', description, foundOn },
  });
  await story('danger:late', hiddenDanger, [
    ['report', owner, at(19, '10:00'), danger('SOFTWARE', 'MEDIUM', '运维终端没有统一安装补丁。', day(20))],
    ['assign', company, at(18, '10:00'), { input: { demands: '全部终端纳入补丁管理。', dueOn: day(2) } }],
  ]);
  await story('danger:removed', hiddenDanger, [
    ['report', company, at(44, '10:00'), danger('DATA', 'HIGH', '测试库里有未脱敏的数据。', day(45))],
    ['assign', company, at(44, '11:00'), { input: { demands: '清除并改用脱敏数据。', dueOn: day(37) } }],
    ['fix', company, at(41, '17:00'), { input: { remedy: '已清除，测试数据改由脱敏任务生成。' } }],
    ['verify', owner, at(39, '10:00')],
    ['close', company, at(39, '14:00')],
  ]);
  await story('leak', dataLeakCase, [
    [
      'report',
      company,
      at(8, '09:00'),
      {
        input: {
          unitId: known.units['danwei-b']!.id,
          foundOn: day(8),
          data: '停车场余位的商业分析报表',
          scale: '一份内部报表被转发到外部群。演示内容。',
        },
      },
    ],
    [
      'confirm',
      company,
      at(7, '15:00'),
      { input: { finding: '系员工误转，不含个人信息。', damagedData: 'GENERAL', dataEffect: 'NOT_FOUND' } },
    ],
  ]);
}

async function seedKept(tell: Telling): Promise<void> {
  const { story, at, day, company, management, owner, unitA, known } = tell;
  await story('agreement', safetyAgreement, [
    [
      'sign',
      management,
      at(200, '10:00'),
      {
        input: {
          counterparty: 'OWNER_UNIT',
          signedOn: day(201),
          validUntil: day(-529),
          requirementReference: '网络安全工作要求（演示）',
          clauses: ['落实等级保护', '每季度报送安全情况', '督促项目公司整改'],
        },
        papers: ['OTHER'],
      },
    ],
    [
      'check',
      management,
      at(25, '15:00'),
      { input: { checkedClause: '每季度报送安全情况', checkFinding: '三季度按期报送。' } },
    ],
  ]);
  await story('programme', securityProgramme, [
    [
      'start',
      company,
      at(150, '10:00'),
      { input: { domain: 'DATA', measures: '数据分级、导出审批、测试数据脱敏。', chargeOf: '数据安全岗' } },
    ],
    ['guide', owner, at(140, '10:00'), { input: { guidance: '把第三方接口一并纳入。' } }],
  ]);
  await story('mlps', mlpsRecord, [
    [
      'keep',
      company,
      at(130, '10:00'),
      {
        input: {
          platformId: known.platform.id,
          level: 3,
          filingNumber: 'DEMO-45010000000-00001',
          agency: '演示测评机构',
          assessedOn: day(132),
          nextOn: day(-233),
          isCii: false,
          ciiContact: null,
        },
        papers: ['SECURITY_TEST_REPORT'],
      },
    ],
  ]);
  await story('crypto', cryptoProfile, [
    [
      'keep',
      unitA,
      at(33, '10:00'),
      {
        input: {
          appId: known.marketApp.id,
          platformId: null,
          algorithms: ['SM2', 'SM3', 'SM4'],
          certificateIssuers: ['演示证书机构'],
          certificateUntil: day(-21),
        },
      },
    ],
  ]);
  const backup = (daysAgo: number, result: string) =>
    story(`backup:${daysAgo}`, backupRecord, [
      [
        'keep',
        company,
        at(daysAgo, '06:30'),
        {
          input: {
            madeOn: day(daysAgo),
            scope: '统一服务平台全部业务库',
            sizeMegabytes: 48_200 - daysAgo * 60,
            location: '同城备份中心',
            result,
          },
        },
      ],
    ]);
  await backup(2, 'FAILED');
  await backup(1, 'SUCCEEDED');
  await story('drill', restoreDrill, [
    [
      'keep',
      company,
      at(50, '16:00'),
      {
        input: {
          drilledOn: day(50),
          scope: '统一身份认证数据库',
          result: 'SUCCEEDED',
          recoveryMinutes: 42,
          improvement: null,
        },
      },
    ],
  ]);
  await story('training', trainingSession, [
    [
      'invite',
      company,
      at(38, '09:00'),
      {
        input: {
          topics: ['LAW', 'TECHNOLOGY'],
          subject: '个人信息保护与接口安全',
          plannedOn: day(27),
          invitedUnits: ['南宁青秀云旅科技有限公司', '桂林漓江数据服务有限公司'],
        },
      },
    ],
    [
      'hold',
      company,
      at(27, '17:00'),
      {
        input: {
          heldOn: day(27),
          attendance: ['南宁青秀云旅科技有限公司', '桂林漓江数据服务有限公司'],
          outcome: '两家单位各三人参加，现场测试全部通过。',
        },
      },
    ],
  ]);
  const notice = await story('privacy', privacyNotice, [
    [
      'publish',
      unitA,
      at(36, '10:00'),
      {
        input: {
          appId: known.marketApp.id,
          versionText: '1.1',
          purposes: ['实名预约', '检票核验'],
          fieldsPerPurpose: ['实名预约：姓名、证件号码', '检票核验：证件号码'],
          body: '为实名预约和检票核验处理您的姓名和证件号码，行程结束后三十天删除；可以在“我的”里撤回同意。演示内容。',
        },
      },
    ],
  ]);
  await story('consent', consentRecord, [
    [
      'record',
      unitA,
      at(10, '12:00'),
      {
        input: {
          noticeId: notice.id,
          userReference: 'U-DEMO-20418',
          purposes: ['实名预约', '检票核验'],
          method: 'EXPLICIT',
          lawReference: null,
        },
      },
    ],
  ]);
}

/** What was found wanting in safety, and what is kept of it. */
export async function seedSafety(tell: Telling): Promise<void> {
  await seedFindings(tell);
  await seedKept(tell);
}
