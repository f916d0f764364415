/** Grows whenever a rule is added, dropped or judges otherwise: a stored check says which rules it was judged by. */
export const RULES_VERSION = '1.1.0';

interface Rule {
  level: 'MUST' | 'SHOULD';
  article: number;
  /** The check item of `schema/standards` that the rule checks. */
  item: string;
  /** What the rule demands. */
  title: string;
}

/**
 * Every rule by its id; ids are never reused. `DOC` any document, `FLD` a field, `OAS` OpenAPI, `GQL` GraphQL,
 * `TAB` tables, `PAG` page manifests.
 */
export const RULES = {
  'DOC-001': { level: 'MUST', article: 19, item: 'ON-022', title: '文档不超过可以检查的大小' },
  'DOC-002': { level: 'MUST', article: 19, item: 'ON-022', title: '文档以 UTF-8 编码，没有乱码' },
  'DOC-003': { level: 'MUST', article: 19, item: 'ON-022', title: '文档的语法正确' },
  'DOC-004': { level: 'MUST', article: 19, item: 'ON-022', title: '嵌套不超过 100 层' },
  'DOC-005': { level: 'MUST', article: 19, item: 'ON-022', title: '在限定的时间和内存之内可以检查完' },
  'DOC-006': { level: 'MUST', article: 19, item: 'ON-022', title: '文档与所选的种类相符' },
  'FLD-001': { level: 'MUST', article: 19, item: 'IF-025', title: '字段以驼峰命名' },
  'FLD-002': { level: 'SHOULD', article: 19, item: 'IF-024', title: '接口的字段在数据字典之内' },
  'FLD-003': { level: 'MUST', article: 19, item: 'IF-024', title: '同一含义不另起名称' },
  'FLD-004': { level: 'MUST', article: 21, item: 'DI-005', title: '类型与数据字典一致' },
  'FLD-005': { level: 'MUST', article: 21, item: 'DI-005', title: '长度不超过数据字典' },
  'FLD-006': { level: 'MUST', article: 19, item: 'IF-020', title: '日期和时刻写明格式' },
  'FLD-007': { level: 'MUST', article: 19, item: 'DI-002', title: '代码值在代码表之内' },
  'FLD-008': { level: 'SHOULD', article: 19, item: 'DI-002', title: '代码字段列出代码值' },
  'FLD-009': { level: 'MUST', article: 19, item: 'IF-025', title: '枚举值为大写英文加下划线' },
  'FLD-010': { level: 'MUST', article: 71, item: 'ON-014', title: '敏感字段声明用途' },
  'FLD-011': { level: 'SHOULD', article: 19, item: 'IF-023', title: '金额以整数分表示' },
  'OAS-001': { level: 'MUST', article: 19, item: 'IF-025', title: '符合所声明的 OpenAPI 版本的结构' },
  'OAS-002': { level: 'MUST', article: 68, item: 'IF-002', title: '服务地址只用 HTTPS' },
  'OAS-003': { level: 'MUST', article: 19, item: 'IF-025', title: '不引用文档之外的内容' },
  'OAS-004': { level: 'MUST', article: 19, item: 'IF-025', title: '引用的目标存在且不指回自己' },
  'OAS-005': { level: 'MUST', article: 68, item: 'IF-006', title: '凭证不出现在地址中' },
  'OAS-006': { level: 'MUST', article: 68, item: 'IF-006', title: '每个操作声明凭证要求' },
  'OAS-007': { level: 'SHOULD', article: 60, item: 'IF-028', title: '操作说明限流时的应答' },
  'OAS-008': { level: 'SHOULD', article: 19, item: 'IF-004', title: '每个操作有唯一的操作名' },
  'OAS-009': { level: 'MUST', article: 71, item: 'IF-027', title: '地址参数不含个人信息和令牌' },
  'GQL-001': { level: 'MUST', article: 19, item: 'IF-025', title: '类型定义前后一致' },
  'GQL-002': { level: 'SHOULD', article: 19, item: 'IF-017', title: '列表以 first 与 after 分页' },
  'TAB-001': { level: 'MUST', article: 19, item: 'DI-002', title: '表的字段引用数据字典' },
  'TAB-002': { level: 'MUST', article: 21, item: 'DI-004', title: '每张表有主键' },
  'TAB-003': { level: 'MUST', article: 19, item: 'IF-025', title: '库表字段以小写下划线命名' },
  'TAB-004': { level: 'MUST', article: 19, item: 'DI-002', title: '只含表的定义' },
  'TAB-005': { level: 'SHOULD', article: 20, item: 'DI-015', title: '有更新时刻，可以增量获取' },
  'TAB-006': { level: 'MUST', article: 19, item: 'DI-002', title: '表头和每一行填写完整' },
  'PAG-001': { level: 'MUST', article: 21, item: 'ON-022', title: '清单的各项填写齐全' },
  'PAG-002': { level: 'MUST', article: 68, item: 'IF-002', title: '页面地址只用 HTTPS' },
  'PAG-003': { level: 'MUST', article: 20, item: 'ON-017', title: '登录使用底座的统一身份认证' },
  'PAG-004': { level: 'MUST', article: 20, item: 'ON-018', title: '收费使用底座的支付能力' },
  'PAG-005': { level: 'MUST', article: 71, item: 'ON-025', title: '收集个人信息须公布隐私告知' },
  'PAG-006': { level: 'MUST', article: 71, item: 'UI-014', title: '同意选项不预先勾选' },
  'PAG-007': { level: 'MUST', article: 19, item: 'UI-001', title: '从 390 到 1440 像素均可使用' },
  'PAG-008': { level: 'MUST', article: 19, item: 'UI-002', title: '正文字号不小于 16 像素' },
  'PAG-009': { level: 'MUST', article: 19, item: 'UI-003', title: '对比度不低于 4.5:1' },
  'PAG-010': { level: 'SHOULD', article: 19, item: 'UI-015', title: '提供关怀版' },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;
