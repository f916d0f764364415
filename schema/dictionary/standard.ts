import { elementsOf } from './elements-of.ts';

/** Elements of standards and checks. */
export const STANDARD_ELEMENTS = elementsOf(
  '1.1.0',
  `
DE-STD-001 | CheckItem | article | 依据管理办法第几条 | 依据管理办法第几条。 | n..9 |  | PUBLIC |
DE-STD-002 | CheckItem | howToCheck | 怎样检查 | 怎样检查。 | an..2000 |  | PUBLIC |
DE-STD-003 | CheckItem | level | 级别 | 级别。 | code | checkLevel | PUBLIC |
DE-STD-004 | CheckItem | rules | 由哪些程序规则检查 | 由哪些程序规则检查；为空的由审核人员检查。 | an..2000[] |  | PUBLIC |
DE-STD-005 | CheckItem | text | 内容 | 要求。 | an..2000 |  | PUBLIC |
DE-STD-006 | ConformanceFinding | article | 依据管理办法第几条 | 依据管理办法第几条。 | n..9 |  | INTERNAL |
DE-STD-007 | ConformanceFinding | level | 级别 | 级别。 | code | checkLevel | INTERNAL |
DE-STD-008 | ConformanceFinding | column | 所在列 | 所在列，从 1 起。 | n..9 |  | INTERNAL |
DE-STD-009 | ConformanceFinding | item | 标准规范的检查条目编号 | 标准规范的检查条目编号。 | an..2000 |  | INTERNAL |
DE-STD-010 | ConformanceFinding | line | 所在行 | 所在行，从 1 起。 | n..9 |  | INTERNAL |
DE-STD-011 | ConformanceFinding | message | 哪里不对 | 哪里不对。 | an..2000 |  | INTERNAL |
DE-STD-012 | ConformanceFinding | path | 在文档结构中的位置 | 在文档结构中的位置；整份文档的问题为空文字。 | an..2000 |  | INTERNAL |
DE-STD-013 | ConformanceFinding | remedy | 怎样改 | 怎样改。 | an..2000 |  | INTERNAL |
DE-STD-014 | ConformanceFinding | rule | 规则编号 | 规则编号，各版本不变。 | an..2000 |  | INTERNAL |
DE-STD-015 | ConformanceReport | findings | 发现的问题 | 按在文档中的先后排列，最多 500 个；总数见两个计数。 | object[] |  | INTERNAL |
DE-STD-016 | ConformanceReport | handItems | 程序检查不到的检查项 | 程序检查不到的检查项，审核人员逐项回答；提交前可以照此自查。 | object[] |  | INTERNAL |
DE-STD-017 | ConformanceReport | mustCount | 必须级问题的总数 | 必须级问题的总数。 | n..9 |  | INTERNAL |
DE-STD-018 | ConformanceReport | passed | 没有必须级问题 | 没有必须级问题。 | boolean |  | INTERNAL |
DE-STD-019 | ConformanceReport | rulesVersion | 检查程序的规则版本 | 检查程序的规则版本。 | an..2000 |  | INTERNAL |
DE-STD-020 | ConformanceReport | shouldCount | 应当级问题的总数 | 应当级问题的总数。 | n..9 |  | INTERNAL |
DE-STD-021 | ConformanceReport | standardVersions | 依据的各项标准和版本 | 依据的各项标准和版本，例如“界面交互规范 1.0.0”。 | an..2000[] |  | INTERNAL |
DE-STD-022 | DataDictionaryEntry | code | 代码 | 数据元代码，各版本不变。 | an..2000 |  | PUBLIC |
DE-STD-023 | DataDictionaryEntry | articles | 依据的条款 | 依据的条款号。 | n..9[] |  | PUBLIC |
DE-STD-024 | DataDictionaryEntry | codeList | 代码表的名称 | 代码表的名称；不是代码的为空。 | an..2000 |  | PUBLIC |
DE-STD-025 | DataDictionaryEntry | constraint | 其他约束 | 其他约束。 | an..2000 |  | PUBLIC |
DE-STD-026 | DataDictionaryEntry | definition | 含义 | 含义。 | an..2000 |  | PUBLIC |
DE-STD-027 | DataDictionaryEntry | format | 格式 | an..18 为至多 18 个字符，n..4 为至多 4 位数字，code 为代码表中的值，[] 为列表。 | an..2000 |  | PUBLIC |
DE-STD-028 | DataDictionaryEntry | object | 所在的对象 | 所在的对象；Record 指任何记录。 | an..2000 |  | PUBLIC |
DE-STD-029 | DataDictionaryEntry | sensitivity | 敏感级别 | 敏感级别。 | code | sensitivity | PUBLIC |
DE-STD-030 | Standard | code | 标准代码 | 标准代码，登记后不变，门户的地址用它。 | an..40 |  | PUBLIC | 19 37
DE-STD-031 | StandardCheck | findings | 发现的问题 | 按在文档中的先后排列，最多 500 个；总数见两个计数。 | object[] |  | INTERNAL | 19 20 21 37
DE-STD-032 | StandardCheck | digest | 内容的 SHA-256 | 内容的 SHA-256，十六进制。 | an..2000 |  | INTERNAL | 19 20 21 37
DE-STD-033 | StandardVersion | body | 正文 | 正文；“## ”开头的行是一节的标题，其余每行一段。 | an..30000 |  | PUBLIC | 19 37
DE-STD-034 | StandardVersion | summary | 变更说明 | 变更说明。 | an..1000 |  | PUBLIC | 19 37
DE-STD-035 | StandardVersion | entryCount | 数据元的个数 | 数据元的个数；不是数据字典的为 0。 | n..9 |  | PUBLIC | 19 37
DE-STD-036 | StandardVersion | items | 检查项 | 检查项，按编号。 | object[] |  | PUBLIC | 19 37
DE-STD-037 | StandardVersion | standard | 所属的标准 | 所属的标准。 | object |  | PUBLIC | 19 37
DE-STD-038 | StandardVersion | standardCode | 标准代码 | 标准代码。 | an..2000 |  | PUBLIC | 19 37
DE-STD-039 | StandardVersion | standardName | 标准名称 | 标准名称。 | an..120 |  | PUBLIC | 19 37
DE-STD-040 | StandardVersion | transitionUntil | 过渡期的最后一天 | 过渡期的最后一天；没有新版的为空。 | date |  | PUBLIC | 19 37
`,
);
