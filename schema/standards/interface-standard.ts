import { INTERFACE_ITEMS } from './interface-items.ts';
import type { Standard } from './standard-type.ts';

/** The interface standard: how a client speaks with the platform and how a provider offers a capability. */
export const INTERFACE_STANDARD = {
  code: 'interface',
  kind: 'INTERFACE',
  title: '接口规范',
  version: '1.0.0',
  status: 'PUBLISHED',
  effectiveFrom: '2026-11-23',
  articles: [19, 20, 38, 68],
  sections: [
    {
      heading: '范围',
      paragraphs: [
        '本规范约束两类程序：调用本平台接口的应用，以及向体系提供能力的接口。下文的“平台”指统一的接口入口，“客户端”指调用方程序。',
        '条目分为必须与应当两级。必须级条目不满足时，应用不能通过上架审核；应当级条目不满足时须说明理由。',
      ],
    },
    {
      heading: '传输',
      paragraphs: [
        '平台只提供一个接口入口，路径为 /graphql，方法为 POST，内容类型为 application/json，字符编码为 UTF-8。响应类型按 Accept 头协商，推荐 application/graphql-response+json。',
        '生产环境只使用 HTTPS，协议版本不低于 TLS 1.2。单次请求正文默认不超过 100 kB，上传文件另有入口。',
        '不支持把多个请求合并成数组发送；需要同时取得多项数据的，在一个查询里写多个字段。',
      ],
    },
    {
      heading: '身份',
      paragraphs: [
        '人员通过门户登录取得会话；程序使用程序凭证，放在 Authorization 头中，格式为 Bearer 加空格再加令牌。',
        '令牌只在发放时显示一次，平台只保存摘要。凭证可以随时轮换，轮换后旧令牌在宽限期内仍可使用；撤销则立即失效。',
        '调用方代表哪个单位、具有哪些角色，由平台依凭证判断，客户端自行填写的身份字段不起作用。',
      ],
    },
    {
      heading: '查询',
      paragraphs: [
        '列表一律采用键集分页：以 first 指定条数，以 after 传入上一页的 endCursor。每页最多一百条，不提供按页码跳转。',
        '游标是不透明文本，客户端不得解析或自行拼造。排序稳定，翻页期间新增的记录不会造成重复。',
        '查询的深度、别名数和记号数有上限；超出时返回 BAD_USER_INPUT 并说明超出的是哪一项。',
      ],
    },
    {
      heading: '写入与幂等',
      paragraphs: [
        '每个业务动作对应一个变更，名称为动词加名词，只有一个 input 参数。载荷包含业务对象与 refusal，两者恰有一个非空。',
        '凡写入请求都应带 Idempotency-Key 头，取值为客户端生成的随机文本。相同的键与相同的内容得到首次的结果；相同的键与不同的内容被拒绝。',
        'input 可带 expectedVersion。与当前版本不一致时返回 VERSION_CONFLICT，客户端应重新读取后由人决定是否再次提交。',
      ],
    },
    {
      heading: '拒绝与错误',
      paragraphs: [
        '业务上的“不能办”是 refusal，含 code、message、articles、remedy、details 五项，HTTP 状态为 200。客户端应向使用者显示 message 与 remedy。',
        '顶层 errors 只用于非业务原因，如 UNAUTHENTICATED、BAD_USER_INPUT、RATE_LIMITED、NOT_FOUND。错误不含内部地址、堆栈与语句。',
        '收到 429 或 503 时，按 Retry-After 头等待后重试，重试间隔应递增并加随机抖动。',
      ],
    },
    {
      heading: '时间与数值',
      paragraphs: [
        '时刻采用 ISO 8601，带时区偏移；日期为 YYYY-MM-DD，按上海时区理解。期限以“到期时刻”表示，该时刻起即为逾期。',
        '金额以分为单位的整数表示，并同时给出币种。枚举值为大写英文加下划线，客户端应容忍将来出现的新枚举值。',
      ],
    },
    {
      heading: '个人信息',
      paragraphs: [
        '个人信息字段默认遮蔽返回。确需明文的，须具备角色与用途，平台逐次记录。',
        '客户端不得在地址、日志和错误信息中带出个人信息，不得缓存超过业务所需的时间。',
      ],
    },
    {
      heading: '版本与变更',
      paragraphs: [
        '接口只做兼容性演进：可以增加字段和枚举值，不删除、不改含义。拟移除的字段先标注弃用并在变更记录公布，过渡期不少于九十日。',
      ],
    },
  ],
  items: INTERFACE_ITEMS,
} as const satisfies Standard;
