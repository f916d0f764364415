import { elementsOf } from './elements-of.ts';

/** Elements of records of every kind, deadlines, the audit log and rule parameters. */
export const GENERAL_ELEMENTS = elementsOf(
  '1.1.0',
  `
DE-GEN-001 | Article | actorLabels | 有关各方的名称 | 有关各方的名称。 | an..2000[] |  | PUBLIC |
DE-GEN-002 | Article | actors | 有关各方 | 有关各方。 | an..2000[] |  | PUBLIC |
DE-GEN-003 | Article | chapter | 所在章 | 所在章。 | an..2000 |  | PUBLIC |
DE-GEN-004 | Article | draftNote | 征求意见稿的不同之处 | 征求意见稿的不同之处。 | an..2000 |  | PUBLIC |
DE-GEN-005 | Article | duties | 各项义务 | 各项义务。 | object[] |  | PUBLIC |
DE-GEN-006 | Article | gist | 要旨 | 要旨。 | an..2000 |  | PUBLIC |
DE-GEN-007 | Article | parameters | 这一条的规则所用的参数 | 这一条的规则所用的参数。 | object[] |  | PUBLIC |
DE-GEN-008 | Article | section | 所在节 | 所在节。 | an..2000 |  | PUBLIC |
DE-GEN-009 | Article | treatment | 落实方式 | 落实方式。 | an..2000 |  | PUBLIC |
DE-GEN-010 | Article | treatmentLabel | 落实方式名称 | 落实方式名称。 | an..120 |  | PUBLIC |
DE-GEN-011 | ArticleDuty | actors | 有关各方 | 有关各方。 | an..2000[] |  | PUBLIC |
DE-GEN-012 | ArticleDuty | gist | 要旨 | 要旨。 | an..2000 |  | PUBLIC |
DE-GEN-013 | ArticleDuty | treatment | 落实方式 | 落实方式。 | an..2000 |  | PUBLIC |
DE-GEN-014 | AuditEntry | articles | 依据的条款 | 依据的条款。 | n..9[] |  | INTERNAL |
DE-GEN-015 | AuditEntry | hash | 到这一条为止的链摘要 | 到这一条为止的链摘要（SHA-256，十六进制）。 | an..2000 |  | INTERNAL |
DE-GEN-016 | AuditEntry | noun | 记录种类 | 记录种类。 | an..2000 |  | INTERNAL |
DE-GEN-017 | AuditEntry | recordId | 有关记录的标识 | 有关记录的标识。 | an..36 |  | INTERNAL |
DE-GEN-018 | AuditEntry | seq | 链内的序号 | 链内的序号。 | an..2000 |  | INTERNAL |
DE-GEN-019 | CalendarFeed | device | 用在哪里 | 用在哪里。 | an..60 |  | INTERNAL | 47 50 53 62
DE-GEN-020 | Deadline | articles | 依据的条款 | 依据的条款。 | n..9[] |  | INTERNAL |
DE-GEN-021 | Deadline | overdue | 已过时限 | 已过时限；提醒不算。 | boolean |  | INTERNAL |
DE-GEN-022 | Deadline | owedByLabel | 责任方 | 责任方。 | an..120 |  | INTERNAL |
DE-GEN-023 | Deadline | reminder | 只是提醒 | 只是提前提醒，不是时限。 | boolean |  | INTERNAL |
DE-GEN-024 | Duty | articles | 依据的条款 | 依据的条款。 | n..9[] |  | INTERNAL |
DE-GEN-025 | Duty | overdue | 已过时限 | 已过时限。 | boolean |  | INTERNAL |
DE-GEN-026 | Duty | reminder | 只是提醒 | 只是提醒，没有逾期之说。 | boolean |  | INTERNAL |
DE-GEN-027 | Duty | noun | 记录种类 | 记录种类。 | an..2000 |  | INTERNAL |
DE-GEN-028 | Duty | provisional | 计算跨入尚未公布放假安排的年份 | 计算跨入尚未公布放假安排的年份。 | boolean |  | INTERNAL |
DE-GEN-029 | Duty | recordTitle | 有关记录的名称 | 有关记录的名称。 | an..2000 |  | INTERNAL |
DE-GEN-030 | HistoryEntry | label | 名称 | 名称。 | an..2000 |  | INTERNAL |
DE-GEN-031 | HistoryEntry | articles | 依据的条款 | 依据的条款。 | n..9[] |  | INTERNAL |
DE-GEN-032 | HistoryEntry | action | 办理的步骤 | 办理的步骤。 | an..2000 |  | INTERNAL |
DE-GEN-033 | HistoryEntry | at | 时刻 | 时刻。 | datetime |  | INTERNAL |
DE-GEN-034 | HistoryEntry | from | 办理之前的状态 | 办理之前的状态。 | an..2000 |  | INTERNAL |
DE-GEN-035 | HistoryEntry | outcome | DONE 已办理 | DONE 已办理；REFUSED 被拒绝。 | an..2000 |  | INTERNAL |
DE-GEN-036 | HistoryEntry | to | 办理之后的状态 | 办理之后的状态。 | an..2000 |  | INTERNAL |
DE-GEN-037 | HistoryEntry | toLabel | 变为的状态 | 变为的状态。 | an..120 |  | INTERNAL |
DE-GEN-038 | MonthCount | action | 办理的步骤 | 办理的步骤。 | an..2000 |  | INTERNAL |
DE-GEN-039 | MonthCount | noun | 记录种类 | 记录种类。 | an..2000 |  | INTERNAL |
DE-GEN-040 | MonthCount | count | 件数 | 件数；公开统计中不足 5 的不显示。 | n..9 |  | INTERNAL |
DE-GEN-041 | MonthCount | month | 月份 | YYYY-MM，按北京时间。 | an..2000 |  | INTERNAL |
DE-GEN-042 | Notification | body | 正文 | 正文。 | an..2000 |  | INTERNAL |
DE-GEN-043 | Notification | articles | 依据的条款 | 依据的条款。 | n..9[] |  | INTERNAL |
DE-GEN-044 | Notification | action | 办理的步骤 | 办理的步骤。 | an..2000 |  | INTERNAL |
DE-GEN-045 | Notification | noun | 记录种类 | 记录种类。 | an..2000 |  | INTERNAL |
DE-GEN-046 | Notification | readAt | 本单位首次读到的时刻 | 本单位首次读到的时刻；未读为空。 | datetime |  | INTERNAL |
DE-GEN-047 | Record | organization | 所属单位 | 这条记录属于哪个单位。 | object |  | PUBLIC | 2 9 10 26
DE-GEN-048 | Record | availableActions | 当前访问者的可办事项 | 当前访问者的可办事项；不能办的附原因。 | object[] |  | PUBLIC | 2 9 10 26
DE-GEN-049 | Record | awaits | 等谁办理 | 现在等谁办理。 | an..2000 |  | PUBLIC | 2 9 10 26
DE-GEN-050 | Record | deadlines | 时限 | 时限，含已了结的。 | object[] |  | PUBLIC | 2 9 10 26
DE-GEN-051 | Record | documents | 附上的材料 | 附上的材料。 | object[] |  | PUBLIC | 2 9 10 26
DE-GEN-052 | Record | history | 时间线 | 时间线，自早至晚。 | object[] |  | PUBLIC | 2 9 10 26
DE-GEN-053 | Record | name | 字段名 | 字段名。 | an..2000 |  | INTERNAL |
DE-GEN-054 | Record | statusLabel | 状态名称 | 状态名称。 | an..120 |  | PUBLIC | 2 9 10 26
DE-GEN-055 | Record | statusTone | 状态的轻重 | 状态的轻重。 | an..2000 |  | PUBLIC | 2 9 10 26
DE-GEN-056 | Record | title | 一行能认出它的名称 | 一行能认出它的名称。 | an..120 |  | PUBLIC | 2 9 10 26
DE-GEN-057 | Record | kind | 种类 | 种类。 | code | safetyCheckKind | INTERNAL | 69 73
DE-GEN-058 | RefusalCount | code | 代码 | 代码。 | an..2000 |  | INTERNAL |
DE-GEN-059 | RefusalCount | articles | 依据的条款 | 依据的条款。 | n..9[] |  | INTERNAL |
DE-GEN-060 | RefusalCount | count | 件数 | 件数；公开统计中不足 5 的不显示。 | n..9 |  | INTERNAL |
DE-GEN-061 | ReviewTime | noun | 记录种类 | 记录种类。 | an..2000 |  | INTERNAL |
DE-GEN-062 | ReviewTime | cases | 件数 | 件数；公开统计中不足 5 的不显示。 | n..9 |  | INTERNAL |
DE-GEN-063 | ReviewTime | medianWorkingDays | 中位数 | 中位数。 | n..9,4 |  | INTERNAL |
DE-GEN-064 | ReviewTime | p95WorkingDays | 第 95 百分位 | 第 95 百分位。 | n..9,4 |  | INTERNAL |
DE-GEN-065 | RuleParameter | description | 说明 | 说明。 | an..2000 |  | PUBLIC |
DE-GEN-066 | RuleParameter | articles | 依据的条款 | 依据的条款。 | n..9[] |  | PUBLIC |
DE-GEN-067 | RuleParameter | value | 现行的值 | 现行的值。 | object |  | PUBLIC |
DE-GEN-068 | RuleParameter | changes | 历次调整 | 历次调整，含尚未生效的，后生效的在前。 | object[] |  | PUBLIC |
DE-GEN-069 | RuleParameter | choices | 可选的值 | 可选的值。 | an..2000[] |  | PUBLIC |
DE-GEN-070 | RuleParameter | default | 默认的值 | 默认的值。 | object |  | PUBLIC |
DE-GEN-071 | RuleParameter | fromText | 值出自正式文本 | 值出自正式文本；否则为本系统的默认。 | boolean |  | PUBLIC |
DE-GEN-072 | RuleParameter | maximum | 正式文本写明的上限 | 正式文本写明的上限。 | n..9 |  | PUBLIC |
DE-GEN-073 | RuleParameter | minimum | 正式文本写明的下限 | 正式文本写明的下限。 | n..9 |  | PUBLIC |
DE-GEN-074 | RuleParameter | type | INTEGER、BOOLEAN、STRING | INTEGER、BOOLEAN、STRING。 | an..2000 |  | PUBLIC |
DE-GEN-075 | RuleParameter | unit | 单位 | 单位。 | an..120 |  | PUBLIC |
DE-GEN-076 | RuleParameterChange | value | 值 | 值。 | object |  | INTERNAL |
DE-GEN-077 | StateCount | noun | 记录种类 | 记录种类。 | an..2000 |  | INTERNAL |
DE-GEN-078 | StateCount | count | 件数 | 件数；公开统计中不足 5 的不显示。 | n..9 |  | INTERNAL |
DE-GEN-079 | Statistics | months | 各月各动作办理多少次 | 各月各动作办理多少次。 | object[] |  | INTERNAL |
DE-GEN-080 | Statistics | refusals | 各种拒绝多少次、依据哪条 | 各种拒绝多少次、依据哪条。 | object[] |  | INTERNAL |
DE-GEN-081 | Statistics | reviews | 办理用时 | 办理用时。 | object[] |  | INTERNAL |
DE-GEN-082 | Statistics | states | 各种类各状态现有多少件 | 各种类各状态现有多少件。 | object[] |  | INTERNAL |
DE-GEN-083 | WorkItem | overdue | 已过时限 | 已过时限。 | boolean |  | INTERNAL |
DE-GEN-084 | WorkItem | noun | 记录种类 | 记录的种类，例如 BrandAuthorization。 | an..2000 |  | INTERNAL |
DE-GEN-085 | WorkItem | waitingWorkingDays | 已等待的工作日 | 已等待的工作日，不含起始日。 | n..9 |  | INTERNAL |
DE-GEN-086 | Record | organizationId | 所属单位的标识 | 记录属于哪个单位。 | an..36 |  | INTERNAL |
`,
);
