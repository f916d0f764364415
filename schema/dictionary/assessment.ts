import { elementsOf } from './elements-of.ts';

/** Elements of assessments and operation metrics. */
export const ASSESSMENT_ELEMENTS = elementsOf(
  '1.1.0',
  `
DE-ASM-001 | AccessFigures | appsListed | 在架应用 | 在架应用。 | n..9 |  | INTERNAL |
DE-ASM-002 | AccessFigures | appsWithoutContact | 没有运营联系人的在架应用 | 没有运营联系人的在架应用。 | n..9 |  | INTERNAL |
DE-ASM-003 | AccessFigures | itemsAdded | 当季新登记的服务事项 | 当季新登记的服务事项。 | n..9 |  | INTERNAL |
DE-ASM-004 | AccessFigures | itemsConnected | 已接入的服务事项 | 已接入的服务事项。 | n..9 |  | INTERNAL |
DE-ASM-005 | AccessFigures | itemsConnecting | 接入中的服务事项 | 接入中的服务事项。 | n..9 |  | INTERNAL |
DE-ASM-006 | AccessFigures | itemsExempt | 商定免于接入的服务事项 | 商定免于接入的服务事项。 | n..9 |  | INTERNAL |
DE-ASM-007 | AccessFigures | itemsNotConnected | 未接入的服务事项 | 未接入的服务事项。 | n..9 |  | INTERNAL |
DE-ASM-008 | AccessFigures | overdueDuties | 当季到期而没有按期办结的事项 | 当季到期而没有按期办结的事项。 | n..9 |  | INTERNAL |
DE-ASM-009 | AccessFigures | qualityProblems | 当季的质量问题 | 当季的强制下架、问题处置、内容处置、事件通知和整改。 | n..9 |  | INTERNAL |
DE-ASM-010 | AccessFigures | versionsReleased | 当季上架的应用版本 | 当季上架的应用版本。 | n..9 |  | INTERNAL |
DE-ASM-011 | AccessScorecard | accessCoverage | 接入率 | 接入率，0 到 1，不计免于接入的；没有应接入的事项为空。 | n..9,4 |  | INTERNAL | 22 25
DE-ASM-012 | AccessScorecard | bodyName | 所评的政府单位 | 所评的政府单位。 | an..120 |  | INTERNAL | 22 25
DE-ASM-013 | AccessScorecard | figures | 各项数字 | 各项数字。 | object |  | INTERNAL | 22 25
DE-ASM-014 | AccessScorecard | opinion | 监管意见 | 管理单位的监管意见。 | an..4000 |  | INTERNAL | 22 25
DE-ASM-015 | AccessScorecard | reply | 答复 | 该单位的答复。 | an..4000 |  | INTERNAL | 22 25
DE-ASM-016 | AccessScorecard | replyBy | 答复期限 | 答复期限。 | date |  | INTERNAL | 22 25
DE-ASM-017 | AssessedIndicator | score | 得分 | 得分，百分制；还没有评的为空。 | n..9 |  | INTERNAL |
DE-ASM-018 | AssessedIndicator | indicator | 考核指标 | 考核指标。 | code | assessmentIndicatorName | INTERNAL |
DE-ASM-019 | AssessedIndicator | label | 名称 | 名称。 | an..2000 |  | INTERNAL |
DE-ASM-020 | AssessedIndicator | weight | 权重 | 权重；各项合计一百。 | n..9 |  | INTERNAL |
DE-ASM-021 | AssessedIndicator | value | 数值和说明 | 数值和说明；还没有的为空。 | an..2000 |  | INTERNAL |
DE-ASM-022 | AssessedIndicator | isComputed | 是否由系统统计 | 是否由系统统计；系统统计的不能手工填报，提交时写定。 | boolean |  | INTERNAL |
DE-ASM-023 | AssessedIndicator | remark | 评语 | 评语。 | an..2000 |  | INTERNAL |
DE-ASM-024 | AssessedIndicator | target | 目标 | 目标。 | an..2000 |  | INTERNAL |
DE-ASM-025 | Assessment | indicators | 各项指标 | 各项指标。 | object[] |  | INTERNAL | 15 24 56
DE-ASM-026 | Assessment | outcome | 是否达标 | 是否达标；完成评分之后才有。 | code | assessmentOutcome | INTERNAL | 15 24 56
DE-ASM-027 | Assessment | comment | 总体意见 | 总体意见。 | an..4000 |  | INTERNAL | 15 24 56
DE-ASM-028 | Assessment | passingScore | 达标分 | 达标分，0 到 100。 | n..9 |  | INTERNAL | 15 24 56
DE-ASM-029 | Assessment | schemeNumber | 依据的考核方案的编号 | 依据的考核方案的编号；还没有方案的为空。 | an..120 |  | INTERNAL | 15 24 56
DE-ASM-030 | Assessment | totalScore | 总分 | 总分，0 到 100，按权重折算；完成评分之后才有。 | n..9 |  | INTERNAL | 15 24 56
DE-ASM-031 | Assessment | year | 年度 | 考核的是哪一年。 | n..4 |  | INTERNAL | 15 24 56
DE-ASM-032 | AssessmentScheme | indicators | 指标 | 指标，按设定的次序。 | object[] |  | INTERNAL | 15 24 56
DE-ASM-033 | AssessmentScheme | passingScore | 达标分 | 达标分，0 到 100。 | n..3 |  | INTERNAL | 15 24 56
DE-ASM-034 | AssessmentScheme | inForceAt | 启用的时刻 | 启用的时刻。 | datetime |  | INTERNAL | 15 24 56
DE-ASM-035 | AssessmentScheme | totalWeight | 权重合计 | 权重合计；启用时应为 100。 | n..9 |  | INTERNAL | 15 24 56
DE-ASM-036 | MetricCorrection | at | 更正的时刻 | 更正的时刻。 | datetime |  | INTERNAL |
DE-ASM-037 | MetricCorrection | value | 更正之前的数值 | 更正之前的数值。 | n..9 |  | INTERNAL |
DE-ASM-038 | MetricPoint | value | 现在的数值 | 现在的数值；更正过的是更正后的。 | n..9 |  | INTERNAL |
DE-ASM-039 | MetricPoint | month | 月份 | 月份，例如 2026-10。 | an..2000 |  | INTERNAL |
DE-ASM-040 | MetricSeries | label | 名称和单位 | 名称和单位。 | an..2000 |  | INTERNAL |
DE-ASM-041 | MetricSeries | points | 有数值的月份 | 有数值的月份，自早至晚。 | object[] |  | INTERNAL |
DE-ASM-042 | OperationMetric | value | 数值 | 现在的数值，单位见指标名称。 | n..10 |  | INTERNAL | 24 42 44
DE-ASM-043 | OperationMetric | source | 来源 | 数值的来源。 | code | metricSource | INTERNAL | 24 42 44
DE-ASM-044 | OperationMetric | month | 月份 | 月份，例如 2026-10。 | an..7 |  | INTERNAL | 24 42 44
DE-ASM-045 | OperationMetric | corrections | 更正之前的数值 | 更正之前的数值，先更正的在前。 | object[] |  | INTERNAL | 24 42 44
DE-ASM-046 | SchemeIndicator | indicator | 考核指标 | 考核指标。 | code | assessmentIndicatorName | INTERNAL |
DE-ASM-047 | SchemeIndicator | label | 名称 | 名称。 | an..2000 |  | INTERNAL |
DE-ASM-048 | SchemeIndicator | weight | 权重 | 权重；各项合计一百。 | n..9 |  | INTERNAL |
DE-ASM-049 | SchemeIndicator | target | 目标 | 目标。 | an..2000 |  | INTERNAL |
DE-ASM-050 | Assessment | rectificationNumber | 不达标整改的编号 | 因考核不达标而下达的整改的编号；没有下达的为空。 | an..32 |  | INTERNAL | 15 24 56
DE-ASM-051 | UnitAssessment | appealBy | 申诉期限 | 单位收到考核结果后可以申诉的最后一天，含当日；还没有告知的为空。 | date |  | INTERNAL | 42
DE-ASM-052 | UnitAssessment | compliance | 合规经营得分 | 单位当年是否依规依约经营，0 到 100；告知本单位之前对它为空。 | n..3 |  | INTERNAL | 42
DE-ASM-053 | UnitAssessment | serviceQuality | 服务质量得分 | 单位当年提供服务的质量，0 到 100；告知本单位之前对它为空。 | n..3 |  | INTERNAL | 42
DE-ASM-054 | UnitAssessment | participation | 参与共建得分 | 单位当年参与生态共建的情况，0 到 100；告知本单位之前对它为空。 | n..3 |  | INTERNAL | 42
DE-ASM-055 | UnitAssessment | feedback | 评语和建议 | 考核人员的评语和改进建议；告知本单位之前对它为空。 | an..4000 |  | INTERNAL | 42
DE-ASM-056 | UnitAssessment | grade | 年度考核等次 | 由总分折算的等次；告知本单位之前对它为空。 | code | unitGrade | INTERNAL | 42
DE-ASM-057 | UnitAssessment | schemeVersion | 考核方案版本 | 评分时所依据的考核方案是哪一版，方案修订后不改变。 | an..2000 |  | INTERNAL | 42
`,
);
