import type { RefusalText } from './refusal-text.ts';

/** Refusals of any action: input, state, concurrency and repetition. */
export const GENERAL_REFUSALS = {
  VALIDATION: {
    message: '提交的内容有缺漏或格式不符，没有保存。',
    remedy: '请按逐项提示改正后再提交；对字段含义有疑问，可查数据字典或询问项目公司经办人。',
    articles: [],
  },
  ILLEGAL_TRANSITION: {
    message: '事项目前所处的状态不能做这一步。',
    remedy: '请刷新查看当前状态和可办的操作；如认为状态有误，请联系该事项的经办单位。',
    articles: [],
  },
  VERSION_CONFLICT: {
    message: '这条记录在您打开之后已被别人更新，本次修改没有保存。',
    remedy: '请重新载入最新内容，核对后再提交一次；需要协商的，可在时间线上看到更新人。',
    articles: [],
  },
  NOT_FOUND: {
    message: '没有找到这条记录，或您所代表的单位无权查看。',
    remedy: '请核对编号和当前代表的单位；需要查看他方记录的，请联系记录所属单位。',
    articles: [],
  },
  ALREADY_EXISTS: {
    message: '同样的记录已经存在，没有重复创建。',
    remedy: '请直接使用已有记录，或更改重复的编号、代码或期间；不清楚是谁创建的，请询问项目公司经办人。',
    articles: [],
  },
  IDEMPOTENCY_KEY_REUSED: {
    message: '同一个幂等键已经用于另一份内容，本次请求没有执行。',
    remedy:
      '新的请求请使用新的 Idempotency-Key；重试时请保持内容与首次完全一致。仍有疑问请联系接口技术支持。',
    articles: [],
  },
  RATE_LIMITED: {
    message: '短时间内的请求超出了限额，本次没有执行。',
    remedy: '请按响应头 Retry-After 所示时间后再试；长期需要更高限额的，请向项目公司申请。',
    articles: [],
  },
  REASON_REQUIRED: {
    message: '这一决定会影响对方，缺少理由，没有保存。',
    remedy: '请写明具体理由，对方将看到这段文字；可参考页面提供的按条款归类的写法。',
    articles: [7, 17, 39, 46],
  },
  DOCUMENTS_MISSING: {
    message: '必需的材料还没有交齐，没有提交。',
    remedy: '请按所列种类逐份上传；某份材料暂不具备的，请联系受理单位说明。',
    articles: [5, 23, 33, 53],
  },
  DOCUMENT_TYPE_NOT_ALLOWED: {
    message: '这种类型的文件不能作为该材料上传。',
    remedy:
      '请改用页面列出的格式（通常是 PDF、PNG 或 JPEG）；文件内容须与扩展名一致，转换有困难请联系项目公司。',
    articles: [],
  },
  DOCUMENT_TOO_LARGE: {
    message: '文件超过了允许的大小，没有保存。',
    remedy: '请压缩、降低扫描分辨率或分册上传；确需更大文件的，请联系项目公司。',
    articles: [],
  },
  DOCUMENT_NOT_FOUND: {
    message: '引用的材料不存在、已失效，或不属于您所代表的单位。',
    remedy: '请重新上传材料后再引用它的编号；由他方提供的材料，请联系该单位。',
    articles: [],
  },
  TOO_EARLY: {
    message: '规定的日期还没有到，现在不能办理这一步。',
    remedy: '请在所示的最早日期之后再办；情况紧急的，请联系管理单位了解应急办法。',
    articles: [23],
  },
  APPROVAL_REQUIRED: {
    message: '这一步须先取得批准、同意或指导意见，目前尚未取得。',
    remedy: '请先提交给管理单位办理，收到结论后再继续；进度可在事项时间线查看。',
    articles: [23, 36, 44],
  },
  EXCEPTION_APPROVAL_REQUIRED: {
    message: '没有商定同意的例外，不能免于接入或另行建设。',
    remedy: '请先提出例外并写明特殊原因，由管理单位商议后再办。',
    articles: [16, 17],
  },
  BASIS_REQUIRED: {
    message: '处理决定没有引用协议条款或管理规定，没有保存。',
    remedy: '请选择所依据的协议条款或规则条目；协议中没有对应条款的，请先与法务和对方商定。',
    articles: [45, 52, 70],
  },
  CLAUSE_REQUIRED: {
    message: '依协议处理须指明条款，目前没有填写。',
    remedy: '请填写特许经营协议的条款编号及文件；条款不明的，请查阅协议或询问法务。',
    articles: [31, 72],
  },
  PARAMETER_BELOW_REGULATION: {
    message: '这个数值突破了正式文本写明的底线，没有修改。',
    remedy: '请填写不低于（或不高于）所示界限的数值；确需变更界限的，须先有新的正式版本，由管理单位办理。',
    articles: [75],
  },
  OUT_OF_SCOPE: {
    message: '该单位不在本办法适用的地域或主体范围内。',
    remedy: '请核对行政区划代码（广西以45开头）和单位类型；有疑问请联系管理单位。',
    articles: [13],
  },
  DUPLICATE_PERIOD: {
    message: '同一期间、同一对象的考核已经存在，没有重复创建。',
    remedy: '请打开已有的那一份继续办理；如需更正，请联系管理单位。',
    articles: [15],
  },
} as const satisfies Record<string, RefusalText>;
