import { elementsOf } from './elements-of.ts';

/** Elements of coordination and policies. */
export const COORDINATION_ELEMENTS = elementsOf(
  '1.1.0',
  `
DE-CRD-001 | Assessment | dueOn | 希望完成的日期 | 希望完成的日期。 | date |  | INTERNAL | 25
DE-CRD-002 | BudgetDeclaration | note | 说明 | 说明。 | an..2000 |  | INTERNAL | 16
DE-CRD-003 | BudgetDeclaration | year | 年度 | 哪一年度的预算。 | n..4 |  | INTERNAL | 16
DE-CRD-004 | BudgetDeclaration | amount | 金额 | 金额，万元。 | n..7 |  | INTERNAL | 16
DE-CRD-005 | BudgetDeclaration | isIncluded | 已列入年度预算 | 是否已列入；没有填报的为空。 | boolean |  | INTERNAL | 16
DE-CRD-006 | CooperationItem | heading | 事项 | 事项。 | an..100 |  | INTERNAL | 25
DE-CRD-007 | CooperationItem | result | 结果 | 结果。 | an..4000 |  | INTERNAL | 25
DE-CRD-008 | CooperationItem | demand | 请求 | 请求。 | an..4000 |  | INTERNAL | 25
DE-CRD-009 | CoordinationItem | content | 要协调什么 | 要协调什么。 | an..4000 |  | INTERNAL | 56
DE-CRD-010 | CoordinationItem | participantNames | 参与的单位 | 参与的单位。 | an..2000[] |  | INTERNAL | 56
DE-CRD-011 | CoordinationItem | progress | 结果 | 最近的进展、督导意见或结果。 | an..4000 |  | INTERNAL | 56
DE-CRD-012 | CoordinationItem | topic | 事项 | 事项。 | an..100 |  | INTERNAL | 56
DE-CRD-013 | DockingRecord | matter | 对接什么 | 对接什么。 | an..2000 |  | INTERNAL | 15
DE-CRD-014 | DockingRecord | blocker | 受阻的原因 | 最近一次受阻的原因。 | an..2000 |  | INTERNAL | 15
DE-CRD-015 | DockingRecord | guidance | 指导意见 | 管理单位最近一次的指导意见。 | an..2000 |  | INTERNAL | 15
DE-CRD-016 | DockingRecord | nextStep | 下一步 | 下一步。 | an..1000 |  | INTERNAL | 15
DE-CRD-017 | OperationContact | phone | 工作电话 | 工作电话。 | an..20 |  | INTERNAL | 25
DE-CRD-018 | OperationContact | duties | 负责的事 | 负责的事。 | an..1000 |  | INTERNAL | 25
DE-CRD-019 | OperationContact | team | 专门队伍或科室 | 专门队伍或科室。 | an..100 |  | INTERNAL | 25
DE-CRD-020 | PolicyDocument | heading | 标题 | 标题。 | an..120 |  | PUBLIC | 25
DE-CRD-021 | PolicyDocument | summary | 要点 | 要点。 | an..4000 |  | PUBLIC | 25
DE-CRD-022 | PolicyDocument | topic | 主题 | 主题。 | code | policyTopic | PUBLIC | 25
DE-CRD-023 | PolicyDocument | address | 原文网址 | 原文网址。 | an..300 |  | PUBLIC | 25
DE-CRD-024 | PolicyDocument | documentNumber | 文号 | 文号。 | an..60 |  | PUBLIC | 25
DE-CRD-025 | PolicyDocument | issuedOn | 印发日期 | 印发日期。 | date |  | PUBLIC | 25
DE-CRD-026 | ProductWork | channels | 渠道 | 推广的渠道。 | an..100[] |  | INTERNAL | 43
DE-CRD-027 | ProductWork | report | 推广情况 | 分析或推广情况。 | an..8000 |  | INTERNAL | 43
DE-CRD-028 | ProductWork | products | 推广的产品 | 研究或推广的产品。 | an..100[] |  | INTERNAL | 43
DE-CRD-029 | ProductWork | proposals | 建议引入的产品 | 建议引入的产品。 | an..100[] |  | INTERNAL | 43
DE-CRD-030 | ProductWork | reach | 触达人次 | 触达人次。 | n..10 |  | INTERNAL | 43
`,
);
