import type { RefusalText } from './refusal-text.ts';

/** Refusals about public data, personal data and data products. */
export const DATA_REFUSALS = {
  DATA_NOT_CLASSIFIED: {
    message: '数据资源还没有分类分级，不能申请使用。',
    remedy: '请资源所属单位先登记类别和级别；分级办法见数据接口规范。',
    articles: [33],
  },
  DATA_USE_NOT_APPROVED: {
    message: '没有获准且在用的数据使用申请，不能使用这些数据。',
    remedy: '请由项目公司提交数据使用申请，经资源所属部门批准后再用。',
    articles: [20, 33],
  },
  SECURITY_PLAN_MISSING: {
    message: '没有生效的数据安全预案，不能提交数据使用申请。',
    remedy: '请先制定并登记预案，由项目公司安全人员办理。',
    articles: [33],
  },
  RECIPIENT_NOT_AUTHORIZED: {
    message: '接收方不在获准的范围内，数据没有提供。',
    remedy: '请在申请中增加接收方并重新取得批准；由资源所属部门决定。',
    articles: [33],
  },
  RETENTION_NOT_AUTHORIZED: {
    message: '延长留存期限须重新取得批准。',
    remedy: '请提交新的数据使用申请；期限已到的，请办理处置并上传凭证。',
    articles: [33],
  },
  STATUTORY_REQUEST_NOT_REFUSABLE: {
    message: '国家机关为履行法定职责提出的需求不能拒绝。',
    remedy: '缺少依据或身份证明的，可请对方补充；法律问题请咨询法务并告知管理单位。',
    articles: [33],
  },
  OUTSIDE_DATA_AUTHORIZATION: {
    message: '所用数据不在有效的运营授权或委托范围内。',
    remedy: '请去掉范围外的数据，或由管理单位、业主单位扩大授权后再办。',
    articles: [29, 32, 34],
  },
  RAW_DATA_TO_THIRD_PARTY: {
    message: '产品或交付中含有未经加工的原始数据，不能提供给第三方。',
    remedy: '请改为汇总、脱敏等加工后的结果或接口；加工方法可与项目公司安全人员核对。',
    articles: [34],
  },
  OPEN_DATA_RESTRICTION: {
    message: '依法开放或共享的数据不能附加价格、审批、会员或配额。',
    remedy: '请去掉所示限制；认为分类有误的，请与资源所属部门核对。',
    articles: [34],
  },
  PERSONAL_DATA_BASIS_MISSING: {
    message: '涉及个人信息或商业秘密，但没有写明处理依据。',
    remedy: '请选择同意、法律规定或匿名化，并填写对应凭据；拿不准的请咨询法务。',
    articles: [34, 71],
  },
  CONSENT_REQUIRED: {
    message: '用户没有就这一用途作出有效的同意，不能处理其信息。',
    remedy: '请先以清楚的告知取得明示同意；用户已撤回的，请停止处理。',
    articles: [71],
  },
  PRIVACY_NOTICE_MISSING: {
    message: '收集个人信息的应用还没有公布隐私告知。',
    remedy: '请先在“个人信息告知书”中发布这个应用的告知书，写明每项信息的用途，再提交上架。',
    articles: [71],
  },
  PURPOSE_EXCEEDED: {
    message: '所申请的字段没有声明用途，或与服务场景无关。',
    remedy: '请去掉所列字段，或在用途表中声明并说明必要性；由项目公司审核。',
    articles: [71],
  },
  LOG_RETENTION: {
    message: '日志须至少保存五年，不足年限的不能清除，年限也不能缩短。',
    remedy: '请把清除时点改到五年以前；对存储有困难的，请联系运行维护人员。',
    articles: [69],
  },
  LOG_WRITE_FAILED: {
    message: '操作日志未能写入，为保证可追溯，本次操作没有执行。',
    remedy: '请稍后重试；持续出现的，请联系运行维护人员检查日志存储。',
    articles: [69],
  },
} as const satisfies Record<string, RefusalText>;
