import type { RefusalText } from './refusal-text.ts';

/** Refusals about apps, platforms, capabilities, standards and delisting. */
export const APP_REFUSALS = {
  SERVICE_CLASS_FROZEN: {
    message: '应用首次上架后，服务类别不能再改。',
    remedy: '请以新的应用登记另一类别的服务；如登记有误，请联系项目公司。',
    articles: [9],
  },
  INFRA_FOR_PUBLIC_ONLY: {
    message: '公共服务基础设施不能用于市场化应用。',
    remedy: '请改绑项目公司自备的资源；应用类别登记有误的，请先更正。',
    articles: [14, 36],
  },
  DUPLICATE_BASE_CAPABILITY: {
    message: '这一类别的基础能力已由底座统一提供，不能重复提供。',
    remedy: '请直接申请使用所示的底座能力；需要扩展功能的，可登记为其他类别或联系项目公司。',
    articles: [18],
  },
  BASE_CAPABILITY_NOT_USED: {
    message: '应用没有使用必需的底座能力，不能提交上架。',
    remedy: '请申请并绑定所列类别的底座能力；确不适用的，请与项目公司审核人员核对。',
    articles: [18],
  },
  PLATFORM_DUPLICATION: {
    message: '未经项目公司同意，不能登记带智桂通标识的平台。',
    remedy: '请以应用或能力的形式登记；确需建设平台的，请先与项目公司商定。',
    articles: [18, 35],
  },
  IMMUTABLE_VERSION: {
    message: '已发布的版本不能修改。',
    remedy: '请新建一个版本并在其中修改；发布后旧版自动标为被替代。由项目公司的标准经办人办理。',
    articles: [19],
  },
  STANDARD_NOT_MET: {
    message: '应用没有通过必检的标准条目。',
    remedy: '请按所列条目修改后重新自检；对条目理解有疑问的，请联系项目公司审核人员。',
    articles: [19, 21, 37],
  },
  EXCHANGE_MOUNT_REQUIRED: {
    message: '所用的数据资源还没有挂载到自治区数据共享交换平台。',
    remedy: '请由资源所属单位先完成挂载并登记目录编号；有困难请联系项目公司。',
    articles: [20],
  },
  BASIC_FUNCTION_INCOMPLETE: {
    message: '统一身份、支付等基础改造还没有做完，不能提交上架。',
    remedy: '请完成所列功能并附测试结果，或说明不适用的理由；改造方法见应用接入规范。',
    articles: [20],
  },
  QUALITY_CHECK_FAILED: {
    message: '数据资源存在未解决的严重质量问题，暂停新的使用批准。',
    remedy: '请资源提供方先解决所列问题；已解决的，请更新质量记录。',
    articles: [21],
  },
  LEAD_TIME_TOO_SHORT: {
    message: '计划下线日期距申请日不足规定的工作日。',
    remedy: '请改为所示的最早日期或更晚；遇特殊情况，请与管理单位商定。',
    articles: [23],
  },
  LEVEL_TOO_LOW: {
    message: '所提交证明的等级低于要求，任务没有关闭。',
    remedy: '请提交达到要求等级的测评证明；等级认定有疑问的，请联系测评机构或管理单位。',
    articles: [23],
  },
  ANNOUNCEMENT_REQUIRED: {
    message: '下架之前须先向用户发布公告，目前没有公告。',
    remedy: '请先发布公告；公告内容由提供方确认、项目公司发布。',
    articles: [23, 39],
  },
  ANNOUNCEMENT_TOO_SHORT: {
    message: '公告时间还不足规定的工作日，不能完成下架。',
    remedy: '请在所示的最早时刻之后完成；系统到时可自动办理。改动公告会重新起算。',
    articles: [39],
  },
  CANNOT_REFUSE_PUBLIC_DELISTING: {
    message: '提供方要求下架公共服务应用，项目公司不能拒绝。',
    remedy: '请按提供方的意见准备公告；公告内容不全的，可请提供方补充。',
    articles: [23],
  },
  COMMERCIAL_USE_OF_PUBLIC_APP: {
    message: '公共服务应用不能用于收费、广告或其他商业经营。',
    remedy: '请改用市场化应用开展；属于法定收费的，请标明收费依据。',
    articles: [26],
  },
  REVIEW_NOT_PASSED: {
    message: '还没有审核通过的结论，不能上架或发布。',
    remedy: '请先提交审核；被退回的，请按退回意见修改，疑问可联系审核人员。',
    articles: [27, 39],
  },
  TEST_NOT_PASSED: {
    message: '当前构建还没有通过项目公司的测试。',
    remedy: '请提交测试并取得通过结论；测试后更换了构建的，须重新测试。',
    articles: [38],
  },
  BASE_CONNECTION_REQUIRED: {
    message: '应用还没有经核验的底座连接，不能上架。',
    remedy: '请填写接口、库表或页面的连接信息，并请项目公司核验。',
    articles: [38],
  },
  OPS_PROFILE_MISSING: {
    message: '应用的运维档案不完整，不能上架。',
    remedy: '请补齐运维负责人、全天候联系方式、维护计划与应急预案；可参考接入规范中的样例。',
    articles: [57],
  },
  RISK_ASSESSMENT_OVERDUE: {
    message: '应用的定期风险评估已经逾期，不能提交新版本。',
    remedy: '请完成评估并上传报告；需要展期的，请联系项目公司安全人员。',
    articles: [67],
  },
  ALGORITHM_NOT_ALLOWED: {
    message: '所用的密码算法不在允许的清单内。',
    remedy: '请改用清单内的算法（如 SM2、SM3、SM4）；清单见接口规范，疑问请联系项目公司安全人员。',
    articles: [68],
  },
  SAFETY_REVIEW_REQUIRED: {
    message: '应用因安全问题下架，复核通过之前不能重新上架。',
    remedy: '请提交修复并等待项目公司安全人员复核；进度可在漏洞页查看。',
    articles: [73],
  },
} as const satisfies Record<string, RefusalText>;
