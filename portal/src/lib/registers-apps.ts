import {
  amount,
  choice,
  choices,
  day,
  instant,
  link,
  list,
  organizationName,
  type Register,
  type Shown,
  text,
} from './register.ts';

const PROVIDERS = ['ECOSYSTEM_UNIT', 'GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'];
const provider = organizationName('organization', '提供方');

/** A line for each mandatory check item that has no answer yet, for the reviewer to complete. */
function unansweredLines(record: Readonly<Record<string, unknown>>): string[] {
  const check = record.standardCheck as { handItems: { id: string; level: string }[] } | null;
  const answered = new Set((record.itemAnswers as { item: string }[]).map(({ item }) => item));
  return (check?.handItems ?? [])
    .filter(({ id, level }) => level === 'MUST' && !answered.has(id))
    .map(({ id }) => `${id}：`);
}

interface OpsProfile {
  owner: string;
  phone: string;
  hosting: string;
  maintenancePlan: string;
  emergencyPlan: string;
  lastDrillOn: string | null;
}

/** One particular of the ops profile, which only those concerned are given. */
const ops = (field: keyof OpsProfile, label: string): Shown => ({
  label,
  select: `opsProfile { ${field} }`,
  read: ({ opsProfile }) => ({ value: (opsProfile as OpsProfile | null)?.[field] ?? null }),
});

/** Apps with what happens to them. Article 2, duty 2.3: from its registration to its delisting an app needs these pages alone. */
export const APP_REGISTERS: readonly Register[] = [
  {
    path: 'apps',
    noun: 'App',
    plural: 'apps',
    label: '应用',
    icon: 'smartphone',
    emptyText: '服务提供方登记的应用会列在这里；配置版本、通过测试和审核之后上架。',
    columns: [provider, choice('serviceClass', '类别', 'ServiceClass'), text('versionText', '在架版本')],
    details: [
      text('name', '名称'),
      organizationName('organization', '提供方'),
      choice('serviceClass', '服务类别', 'ServiceClass'),
      choice('publicKind', '公共服务种类', 'PublicServiceKind'),
      choice('marketKind', '市场化服务种类', 'MarketServiceKind'),
      choice('industryCategory', '行业类别', 'IndustryCategory'),
      choices('domains', '服务领域', 'ServiceDomain'),
      choices('contentCategories', '包含的内容类别', 'ContentCategory'),
      choice('accessMode', '接入方式', 'AccessMode'),
      text('purpose', '服务内容'),
      text('versionText', '在架版本'),
      choices('terminals', '发布终端', 'TerminalKind'),
      text('pricing', '收费方式'),
      text('statutoryFeeBasis', '法定收费的依据'),
      instant('firstListedAt', '首次上架'),
      text('delistingNotice', '下架告知'),
      ops('owner', '运维负责人'),
      ops('phone', '全天候值守电话'),
      ops('hosting', '部署位置'),
      ops('maintenancePlan', '维护计划'),
      ops('emergencyPlan', '应急预案'),
    ],
    creations: [{ mutation: 'registerApp', label: '登记应用', parties: PROVIDERS }],
    own: PROVIDERS,
    related: [
      ['app-versions', 'appId'],
      ['delisting-requests', 'appId'],
      ['capability-requests', 'appId'],
      ['content-items', 'appId'],
      ['app-scores', 'appId'],
    ],
    follows: [
      {
        path: 'app-versions',
        mutation: 'draftAppVersion',
        field: 'appId',
        states: ['DRAFT', 'LISTED', 'DELISTED'],
        own: true,
      },
      {
        path: 'capability-requests',
        mutation: 'submitCapabilityRequest',
        field: 'appId',
        states: ['DRAFT', 'LISTED', 'DELISTED'],
        own: true,
      },
      { path: 'content-items', mutation: 'draftContentItem', field: 'appId', states: ['LISTED'], own: true },
      {
        path: 'delisting-requests',
        mutation: 'requestDelistingRequest',
        field: 'appId',
        states: ['LISTED', 'SUSPENDED'],
        own: true,
      },
      {
        path: 'forced-delistings',
        mutation: 'openForcedDelisting',
        field: 'appId',
        states: ['LISTED', 'DELISTING', 'SUSPENDED'],
      },
    ],
    prefillSelect: `name serviceClass publicKind marketKind industryCategory domains contentCategories accessMode purpose
      opsProfile { owner phone hosting maintenancePlan emergencyPlan lastDrillOn }`,
    prefill: ({ opsProfile, ...record }) => {
      const kept = opsProfile as OpsProfile | null;
      return {
        ...record,
        opsOwner: kept?.owner,
        opsPhone: kept?.phone,
        opsHosting: kept?.hosting,
        maintenancePlan: kept?.maintenancePlan,
        emergencyPlan: kept?.emergencyPlan,
        lastDrillOn: kept?.lastDrillOn,
      };
    },
  },
  {
    path: 'app-versions',
    noun: 'AppVersion',
    plural: 'appVersions',
    label: '应用版本',
    icon: 'layers',
    emptyText: '应用的版本会列在这里：配置、送测、提交上架，由项目公司测试和审核。',
    columns: [link('app', '应用', 'apps'), provider, instant('listedAt', '上架于')],
    details: [
      link('app', '应用', 'apps'),
      organizationName('organization', '提供方'),
      text('versionText', '版本号'),
      text('releaseNotes', '版本说明'),
      choices('features', '所含功能', 'AppFeature'),
      text('pricing', '收费方式'),
      text('statutoryFeeBasis', '法定收费的依据'),
      list('fieldPurposes', '个人信息字段和用途'),
      {
        label: '规范检查',
        select: 'standardCheck { id title statusLabel }',
        read: ({ standardCheck }) => {
          const check = standardCheck as { id: string; title: string; statusLabel: string } | null;
          return check
            ? { value: `${check.title}：${check.statusLabel}`, href: `/work/standard-checks/${check.id}` }
            : { value: null };
        },
      },
      text('baseConnection', '底座连接'),
      instant('connectionVerifiedAt', '连接核验于'),
      text('exchangeCatalogueNumber', '共享交换平台目录编号'),
      day('exchangeMountedOn', '挂载日期'),
      choice('unifiedIdentity', '统一身份改造', 'BasicFunctionState'),
      choice('unifiedPayment', '统一支付改造', 'BasicFunctionState'),
      text('basicFunctionNote', '改造说明'),
      text('buildDigest', '送测构建摘要'),
      text('testedDigest', '通过测试的构建摘要'),
      text('testNote', '测试结论'),
      choices('terminals', '发布终端', 'TerminalKind'),
      {
        label: '检查项的回答',
        select: 'itemAnswers { item result note }',
        read: ({ itemAnswers }, labelOf) => ({
          value: (itemAnswers as { item: string; result: string; note: string | null }[])
            .map(
              ({ item, result, note }) =>
                `${item} ${labelOf('ItemResult', result)}${note ? `（${note}）` : ''}`,
            )
            .join('；'),
        }),
      },
      instant('nonConformingAt', '须按现行标准重新检查，自'),
      list('failedItems', '上次没有通过的条目'),
      instant('listedAt', '上架于'),
    ],
    creations: [
      { mutation: 'draftAppVersion', label: '新建版本', parties: [...PROVIDERS, 'PROJECT_COMPANY'] },
    ],
    related: ['apps', 'capability-requests'],
    prefillSelect: `releaseNotes features pricing statutoryFeeBasis fieldPurposes checkId baseConnection exchangeCatalogueNumber
      exchangeMountedOn unifiedIdentity unifiedPayment basicFunctionNote buildDigest testedDigest terminals terminalNote
      standardCheck { handItems { id level } } itemAnswers { item }`,
    extraSelect: 'standardCheck { handItems { id level text howToCheck article rules } }',
    // What passed the test is what is listed; what is sent to the next test is another build.
    prefill: ({ buildDigest, testedDigest, ...record }, action) => ({
      ...record,
      buildDigest: action === 'submitListing' ? testedDigest : null,
      answers: unansweredLines(record),
    }),
  },
  {
    path: 'delisting-requests',
    noun: 'DelistingRequest',
    plural: 'delistingRequests',
    label: '下架申请',
    icon: 'megaphone',
    emptyText: '提供方要求下架应用的申请会列在这里；公告期满由系统自动下架。',
    columns: [
      provider,
      choice('serviceClass', '类别', 'ServiceClass'),
      instant('announcedAt', '公告于'),
      instant('earliestDelistAt', '最早下架'),
    ],
    details: [
      link('app', '应用', 'apps'),
      organizationName('organization', '提供方'),
      choice('serviceClass', '服务类别', 'ServiceClass'),
      text('ground', '下架原因'),
      text('userImpact', '对用户的影响'),
      text('alternative', '替代办法'),
      day('plannedOn', '计划下架日期'),
      choices('missingItems', '退回时指出的欠缺', 'DelistingGap'),
      text('announcementText', '公告文字'),
      instant('announcedAt', '公告于'),
      instant('earliestDelistAt', '最早下架'),
      instant('completedAt', '下架于'),
    ],
    creations: [{ mutation: 'requestDelistingRequest', label: '要求下架', parties: PROVIDERS }],
    own: PROVIDERS,
    related: ['apps'],
    prefillSelect: 'ground userImpact alternative plannedOn announcementText',
    prefill: (record) => ({ ...record }),
  },
  {
    path: 'forced-delistings',
    noun: 'ForcedDelisting',
    plural: 'forcedDelistings',
    label: '强制下架',
    icon: 'ban',
    emptyText: '项目公司对问题应用立案、留存材料和强制下架的记录会列在这里。',
    columns: [provider, choice('ground', '事由', 'ForcedDelistingGround'), instant('executedAt', '下架于')],
    details: [
      link('app', '应用', 'apps'),
      organizationName('organization', '提供方'),
      choice('ground', '事由', 'ForcedDelistingGround'),
      text('findings', '发现的问题'),
      text('noticeText', '告知用户的文字'),
      instant('executedAt', '下架于'),
      instant('confirmedAt', '管理单位确认于'),
      text('rectification', '整改情况'),
    ],
    creations: [{ mutation: 'openForcedDelisting', label: '立案', parties: ['PROJECT_COMPANY'] }],
    related: ['apps', 'app-versions'],
    prefillSelect: 'rectification',
    prefill: ({ rectification }) => ({ rectification }),
  },
  {
    path: 'content-items',
    noun: 'ContentItem',
    plural: 'contentItems',
    label: '内容',
    icon: 'file-text',
    emptyText: '应用中面向用户的内容列在这里，由提供方登记和负责；公共服务应用的内容经项目公司审查后发布。',
    columns: [link('app', '应用', 'apps'), choice('category', '类别', 'ContentCategory'), provider],
    details: [
      link('app', '应用', 'apps'),
      organizationName('organization', '提供方'),
      choice('category', '类别', 'ContentCategory'),
      text('heading', '标题'),
      text('body', '正文'),
      instant('reviewedAt', '审查通过于'),
      instant('publishedAt', '发布于'),
      text('bodyDigest', '摘要（SHA-256）'),
    ],
    creations: [{ mutation: 'draftContentItem', label: '登记内容', parties: PROVIDERS }],
    related: ['apps'],
    own: PROVIDERS,
    prefillSelect: 'category heading body',
    prefill: (record) => ({ ...record }),
  },
  {
    path: 'app-scores',
    noun: 'AppScore',
    plural: 'appScores',
    label: '应用评分',
    icon: 'scale',
    emptyText: '市场化应用每月初按公布的办法评上一个月的分，列在这里；评分办法公开在应用目录。',
    columns: [text('period', '月份'), provider, amount('score', '得分', '分')],
    details: [
      link('app', '应用', 'apps'),
      organizationName('organization', '提供方'),
      text('period', '月份'),
      amount('score', '最终得分', '分'),
      amount('computedScore', '系统算出', '分'),
      amount('deduction', '因强制下架扣去', '分'),
      choice('unitGrade', '提供方的年度考核', 'ProviderGrade'),
      text('formulaVersion', '评分办法的版本'),
    ],
    creations: [],
    related: ['apps'],
    extraSelect: 'indicators { label weight share explanation }',
    prefillSelect: 'score',
    prefill: ({ score }) => ({ score }),
  },
  {
    path: 'system-platforms',
    noun: 'SystemPlatform',
    plural: 'systemPlatforms',
    label: '系统平台',
    icon: 'server',
    emptyText: '生态体系的五类系统平台会列在这里；上线和下线都须经管理单位批准。',
    columns: [
      choice('kind', '种类', 'SystemPlatformKind'),
      instant('liveAt', '上线于'),
      day('plannedOfflineOn', '计划下线'),
    ],
    details: [
      choice('kind', '种类', 'SystemPlatformKind'),
      text('name', '名称'),
      text('versionText', '版本'),
      list('integratedPlatforms', '所集成的既有平台'),
      instant('liveAt', '上线于'),
      day('plannedOfflineOn', '计划下线'),
      text('offlineImpact', '影响和善后安排'),
      text('specialReason', '缩短提前期的理由'),
      instant('offlineAt', '下线于'),
    ],
    creations: [{ mutation: 'registerSystemPlatform', label: '登记平台', parties: ['PROJECT_COMPANY'] }],
    related: [],
    prefillSelect: 'kind name versionText integratedPlatforms plannedOfflineOn offlineImpact specialReason',
    prefill: (record) => ({ ...record }),
  },
];
