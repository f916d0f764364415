import type { RefusalText } from './refusal-text.ts';

/** Refusals about who acts: identity, role, account and second person. */
export const ACCESS_REFUSALS = {
  UNAUTHENTICATED: {
    message: '还没有登录，或登录已经失效。',
    remedy:
      '请登录后再试；机器调用请检查凭证是否有效、是否放在 Authorization 头中。无法登录请联系本单位账号管理人员。',
    articles: [],
  },
  FORBIDDEN_ROLE: {
    message: '您所代表的单位或角色不能做这一步。',
    remedy: '请由所示的单位和角色办理；需要调整自己角色的，请联系本单位负责人。',
    articles: [3, 4, 26, 49, 50, 58],
  },
  SINGLETON_ROLE: {
    message: '这类单位同一时间只能有一个，已有一个处于有效状态。',
    remedy: '请先结束原有单位的资格再登记新的单位；由管理单位办理。',
    articles: [3, 4, 5, 6],
  },
  FOUR_EYES_REQUIRED: {
    message: '这一步须由另一个人或另一个单位办理，提出者不能自己决定。',
    remedy: '请交由有权的另一位同事或单位办理；可在事项页看到可以办理的单位。',
    articles: [3, 7],
  },
  REAL_NAME_REQUIRED: {
    message: '您的账号还没有完成实名认证，不能办理管理操作。',
    remedy: '请在账号页提交实名资料；由本单位安全人员核验，通过后即可继续。',
    articles: [68],
  },
  UNDERTAKING_REQUIRED: {
    message: '您还没有签署保密承诺，不能办理管理操作。',
    remedy: '请在账号页阅读并确认现行版本的承诺书，确认后即可继续；有疑问请联系本单位安全人员。',
    articles: [68],
  },
  PASSWORD_EXPIRED: {
    message: '您的口令已经到期，更换之前不能办理其他操作。',
    remedy: '请先更换口令，新口令不能与最近用过的相同；忘记口令的，请联系本单位安全人员。',
    articles: [68],
  },
  SECOND_FACTOR_REQUIRED: {
    message: '这一步需要第二重验证，本次登录尚未完成。',
    remedy: '请用已绑定的验证器或安全密钥完成验证；尚未绑定的，请在账号页绑定或联系本单位安全人员。',
    articles: [68],
  },
  ACCOUNT_NOT_TRANSFERABLE: {
    message: '账号属于一位具体的人，不能转给他人使用。',
    remedy: '请为接手的同事另开账号，并停用原账号；由本单位负责人办理。',
    articles: [68],
  },
  ACCOUNT_SHARING_SUSPECTED: {
    message: '账号出现疑似多人共用的迹象，先前的会话已经结束。',
    remedy: '请确认是否本人登录并更换口令；如有误判，请联系本单位安全人员说明。',
    articles: [68],
  },
  TERMINAL_CHECK_OVERDUE: {
    message: '登录终端的定期安全检查已过期，暂不能办理这一步。',
    remedy: '请完成终端检查并登记结果；检查项目不清楚的，请联系本单位安全人员。',
    articles: [68],
  },
  ENTITLEMENT_MISSING: {
    message: '您还没有这项能力或资源的使用权限。',
    remedy: '请先提交能力申请，获准后权限自动生效；进度可询问项目公司。',
    articles: [8],
  },
  NOT_A_SERVICE_PROVIDER: {
    message: '提供数据、能力、应用或政策的须是政府部门或已获批的生态单位。',
    remedy: '请以具备资格的单位名义办理；个人开发者可先在沙箱开发，或由所在企业申请入驻。',
    articles: [11],
  },
  RESPONSIBLE_PARTY_FIXED: {
    message: '责任方由规则确定，不能改为其他单位。',
    remedy: '请采用所示的责任方；认为事实认定有误的，请更正原因并附证据，由牵头单位复核。',
    articles: [26, 54, 55, 64, 65, 66],
  },
  LEAD_UNIT_FIXED: {
    message: '追责的牵头单位由对象和事由确定，不能另选。',
    remedy: '请由所示的单位牵头；对归属有不同意见的，请报管理单位。',
    articles: [63],
  },
} as const satisfies Record<string, RefusalText>;
