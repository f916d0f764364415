import type { RefusalText } from './refusal-text.ts';

/** Refusals about units, agreements, brand and commerce. */
export const ECOSYSTEM_REFUSALS = {
  NOT_AN_ENTERPRISE: {
    message: '入驻的须是企业，所填的主体类型不符。',
    remedy: '个人可注册为移动开放生态圈用户，政府部门请以部门身份办理；不确定的请询问项目公司。',
    articles: [7],
  },
  AUTHORIZATION_SOURCE_INVALID: {
    message: '给予授权的须是业主单位或项目公司。',
    remedy: '请由业主单位或项目公司办理授权；联系人见单位页。',
    articles: [7],
  },
  UNIT_NOT_APPROVED: {
    message: '单位目前不是已获批的生效状态，不能办理这一步。',
    remedy: '请在“我的单位”查看所处步骤；等待批准的，可向项目公司或管理单位询问进度。',
    articles: [7],
  },
  AGREEMENT_REQUIRED: {
    message: '没有生效的授权协议，不能办理这一步。',
    remedy: '请先与项目公司签署授权协议并等待生效；协议已到期或暂停的，请联系项目公司续签或恢复。',
    articles: [10, 38, 48],
  },
  AGREEMENT_SCOPE_EXCEEDED: {
    message: '这一行为超出了授权协议约定的范围。',
    remedy: '请在协议范围内办理，或与项目公司商定扩大范围并重新授权；个别许可也由项目公司登记。',
    articles: [7, 38, 52],
  },
  AGREEMENT_CLAUSE_MISSING: {
    message: '协议缺少必须具备的条款，不能签署。',
    remedy: '请补充所示条款后再签；可使用门户上的协议范本，文本问题请联系项目公司法务。',
    articles: [13, 42],
  },
  BRAND_NOT_AUTHORIZED: {
    message: '使用智桂通品牌须有覆盖该用途和期间的生效授权，目前没有。',
    remedy: '请先提出品牌授权，经项目公司授权和管理单位同意后使用；进度可在“品牌授权”查看。',
    articles: [48, 50, 52],
  },
  TRADEMARK_LICENSE_REQUIRED: {
    message: '没有覆盖所选商标、用途和期间的有效商标许可。',
    remedy: '请缩小范围使其落在现有许可之内，或由项目公司向管理单位办理许可。',
    articles: [49],
  },
  TRADEMARK_OWNER_FIXED: {
    message: '商标的所有者固定为管理单位，不能登记为其他单位。',
    remedy: '请保持所有者不变；注册资料由信息中心维护，需要更正请与其联系。',
    articles: [49],
  },
  ACTIVITY_STOPPED: {
    message: '单位处于叫停期间，不能开展新的商业活动。',
    remedy: '请先停止所列活动并确认，待项目公司处置完毕；对叫停有异议的，请联系项目公司。',
    articles: [52],
  },
  EXCLUSIVE_TERM_FORBIDDEN: {
    message: '条款含有独家、最惠、竞业或地域锁定等限制竞争的内容，不能签署。',
    remedy: '请删除或改写所示条款；认为确有正当理由的，请附法律审查意见联系管理单位。',
    articles: [46, 53],
  },
  EXIT_CHECKLIST_OPEN: {
    message: '退出清单还有未办结的项目，不能完成退出。',
    remedy: '请逐项办结所列的应用、凭证、品牌和数据；由谁办理在清单中写明，可联系项目公司协调。',
    articles: [42],
  },
  NORM_MISSING: {
    message: '还没有公布相应的管理规范，不能办理这一步。',
    remedy: '请等待项目公司公布规范后再办；急需办理的，请联系项目公司。',
    articles: [53],
  },
  NORM_VERSION_OUTDATED: {
    message: '引用的管理规范已被新版替代。',
    remedy: '请改为引用现行版本并核对变化；版本见门户“规范”页。',
    articles: [53],
  },
} as const satisfies Record<string, RefusalText>;
