import { elementsOf } from './elements-of.ts';

/** Elements of filings, problems, rectification and accountability. */
export const SUPERVISION_ELEMENTS = elementsOf(
  '1.1.0',
  `
DE-SUP-001 | AccountabilityCase | bearer | 承担方 | 承担方，由认定的结果确定。 | code | responsibilityBearer | INTERNAL | 26 28 41 54
DE-SUP-002 | AccountabilityCase | clause | 追责所依据的协议条款 | 所依据的协议条款。 | an..200 |  | INTERNAL | 26 28 41 54
DE-SUP-003 | AccountabilityCase | disposal | 处理和依据 | 处理和依据。 | an..2000 |  | INTERNAL | 26 28 41 54
DE-SUP-004 | AccountabilityCase | finding | 查明的事实 | 查明的事实。 | an..4000 |  | INTERNAL | 26 28 41 54
DE-SUP-005 | AccountabilityCase | incident | 引起追责的事件 | 有关事件。 | object |  | INTERNAL | 26 28 41 54
DE-SUP-006 | AccountabilityCase | investigation | 调查安排 | 调查安排。 | an..2000 |  | INTERNAL | 26 28 41 54
DE-SUP-007 | AccountabilityCase | lead | 牵头单位 | 牵头单位，由事由和对象确定。 | code | accountabilityLead | INTERNAL | 26 28 41 54
DE-SUP-008 | AccountabilityCase | matter | 有关情况 | 有关情况。 | an..4000 |  | INTERNAL | 26 28 41 54
DE-SUP-009 | AccountabilityCase | measure | 措施 | 措施。 | code | accountabilityMeasure | INTERNAL | 26 28 41 54
DE-SUP-010 | AccountabilityCase | report | 报告 | 书面报告。 | an..8000 |  | INTERNAL | 26 28 41 54
DE-SUP-011 | AccountabilityCase | responsibility | 认定 | 认定。 | code | responsibilityFinding | INTERNAL | 26 28 41 54
DE-SUP-012 | AccountabilityCase | responsibleName | 查明的责任方 | 查明的其他责任方。 | an..100 |  | INTERNAL | 26 28 41 54
DE-SUP-013 | AccountabilityCase | scope | 事由 | 事由。 | code | accountabilityScope | INTERNAL | 26 28 41 54
DE-SUP-014 | AccountabilityCase | subject | 追究对象的性质 | 追究对象的性质。 | code | accountabilitySubject | INTERNAL | 26 28 41 54
DE-SUP-015 | AccountabilityCase | subjectName | 追究对象 | 追究对象。 | an..100 |  | INTERNAL | 26 28 41 54
DE-SUP-016 | CommercialCooperation | checkedOn | 检查日期 | 检查日期。 | date |  | INTERNAL | 57 58
DE-SUP-017 | ContentIncident | level | 程度 | 程度。 | code | contentIncidentLevel | INTERNAL | 45
DE-SUP-018 | ContentIncident | findings | 发现的情况 | 发现的情况。 | an..4000 |  | INTERNAL | 45
DE-SUP-019 | ContentIncident | result | 整改结果 | 整改结果。 | an..4000 |  | INTERNAL | 45
DE-SUP-020 | ContentIncident | measure | 处理 | 作出的处理。 | code | contentIncidentMeasure | INTERNAL | 45
DE-SUP-021 | ContentIncident | basis | 依据 | 处理的依据。 | an..300 |  | INTERNAL | 45
DE-SUP-022 | ContentIncident | contentId | 内容 | 内容的 id。 | an..36 |  | INTERNAL | 45
DE-SUP-023 | ContentIncident | contentTitle | 发现时内容的标题 | 发现时内容的标题。 | an..2000 |  | INTERNAL | 45
DE-SUP-024 | ContentIncident | demands | 整改要求 | 整改要求。 | an..4000 |  | INTERNAL | 45
DE-SUP-025 | ContentIncident | foundAt | 登记发现的时刻 | 登记发现的时刻，从此刻起计时。 | datetime |  | INTERNAL | 45
DE-SUP-026 | ContentIncident | handledAt | 处理的时刻 | 处理的时刻。 | datetime |  | INTERNAL | 45
DE-SUP-027 | ContentIncident | isLate | 是否处理不及时 | 是否处理不及时；没有处理的为空。 | boolean |  | INTERNAL | 45
DE-SUP-028 | DataOperationInspection | indicators | 检查内容 | 检查内容。 | code[] | dataOperationIndicator | INTERNAL | 30 31
DE-SUP-029 | DataOperationInspection | findings | 发现的问题 | 各部门发现的情况，自早至晚。 | object[] |  | INTERNAL | 30 31
DE-SUP-030 | DataOperationInspection | outcome | 结论 | 结论；通报之后才有。 | code | checkOutcome | INTERNAL | 30 31
DE-SUP-031 | DataOperationInspection | summary | 检查结果 | 检查结果；通报之后才有。 | an..4000 |  | INTERNAL | 30 31
DE-SUP-032 | DataOperationInspection | jointDepartments | 会同的部门 | 会同的部门。 | code[] | jointDepartment | INTERNAL | 30 31
DE-SUP-033 | DataOperationInspection | subjects | 检查对象 | 检查对象。 | code[] | dataOperator | INTERNAL | 30 31
DE-SUP-034 | Evidence | body | 正文 | 留存的内容文字，一字不改。 | an..2000 |  | INTERNAL | 28 41 63
DE-SUP-035 | Evidence | digest | 留存材料的摘要 | 登记情况、内容文字和附件摘要合在一起的 SHA-256 摘要（十六进制）。 | an..2000 |  | INTERNAL | 28 41 63
DE-SUP-036 | Evidence | attachments | 同时留存的附件 | 同时留存的附件，每件一行：名称和 SHA-256 摘要；文件附在问题处置上。 | an..2000[] |  | INTERNAL | 28 41 63
DE-SUP-037 | Evidence | capturedAt | 留存的时刻 | 留存的时刻。 | datetime |  | INTERNAL | 28 41 63
DE-SUP-038 | Evidence | caseId | 所属问题处置的 id | 所属问题处置的 id。 | an..36 |  | INTERNAL | 28 41 63
DE-SUP-039 | Evidence | caseNumber | 所属问题处置的编号 | 所属问题处置的编号。 | an..120 |  | INTERNAL | 28 41 63
DE-SUP-040 | Evidence | snapshot | 留存时应用的登记情况和所发现的问题 | 留存时应用的登记情况和所发现的问题。 | an..2000 |  | INTERNAL | 28 41 63
DE-SUP-041 | Filing | summary | 情况说明 | 情况说明；提交之后才有。 | an..4000 |  | INTERNAL | 16 47 50 53
DE-SUP-042 | Filing | figures | 生成时按登记预填的数据 | 生成时按登记预填的数据。 | object[] |  | INTERNAL | 16 47 50 53
DE-SUP-043 | Filing | form | 报送形式 | 报告供阅知，报备留存在案，备案登记编号。 | code | filingForm | INTERNAL | 16 47 50 53
DE-SUP-044 | Filing | formLabel | 报送形式名称 | 报送形式名称。 | an..120 |  | INTERNAL | 16 47 50 53
DE-SUP-045 | Filing | incidents | 四级事件备案 | 四级事件备案：期间内发现的四级事件，误报除外；其他备案为空。 | object[] |  | INTERNAL | 16 47 50 53
DE-SUP-046 | Filing | kindArticles | 这一种类所依据的条款 | 这一种类所依据的条款。 | n..9[] |  | INTERNAL | 16 47 50 53
DE-SUP-047 | Filing | reportRequired | 提交时须附书面报告 | 提交时须附书面报告（材料种类 REPORT）。 | boolean |  | INTERNAL | 16 47 50 53
DE-SUP-048 | FilingFigure | measure | 统计方式 | 统计方式。 | an..2000 |  | INTERNAL |
DE-SUP-049 | FilingFigure | noun | 记录种类 | 记录种类。 | an..2000 |  | INTERNAL |
DE-SUP-050 | FilingFigure | count | 件数 | 件数。 | n..9 |  | INTERNAL |
DE-SUP-051 | JointFinding | at | 时刻 | 时刻。 | datetime |  | INTERNAL |
DE-SUP-052 | JointFinding | finding | 查明的事实 | 查明的事实。 | an..2000 |  | INTERNAL |
DE-SUP-053 | JointFinding | department | 部门 | 部门。 | code | jointDepartment | INTERNAL |
DE-SUP-054 | JointFinding | departmentLabel | 部门名称 | 部门名称。 | an..120 |  | INTERNAL |
DE-SUP-055 | Lateness | party | 哪一方 | 哪一方，例如 PROJECT_COMPANY。 | an..2000 |  | INTERNAL |
DE-SUP-056 | Lateness | count | 件数 | 件数。 | n..9 |  | INTERNAL |
DE-SUP-057 | Lateness | oldestDueAt | 其中最早应当办结的时刻 | 其中最早应当办结的时刻。 | datetime |  | INTERNAL |
DE-SUP-058 | ProblemCase | findings | 发现的问题 | 发现的问题。 | an..4000 |  | INTERNAL | 28 41
DE-SUP-059 | ProblemCase | report | 情况摘要 | 书面报备的摘要。 | an..4000 |  | INTERNAL | 28 41
DE-SUP-060 | ProblemCase | scope | 问题所属 | 问题所属。 | code | problemScope | INTERNAL | 28 41
DE-SUP-061 | ProblemCase | basis | 依据 | 下架或处理内容的依据。 | code | containmentBasis | INTERNAL | 28 41
DE-SUP-062 | ProblemCase | jointDepartments | 会同的部门 | 会同处置的部门。 | an..60[] |  | INTERNAL | 28 41
DE-SUP-063 | ProblemCase | decision | 处置决定 | 处置决定。 | an..4000 |  | INTERNAL | 28 41
DE-SUP-064 | ProblemCase | severity | 轻重 | 轻重。 | code | problemSeverity | INTERNAL | 28 41
DE-SUP-065 | ProblemCase | contentMeasure | 处理方式 | 内容的处理方式。 | code | contentMeasure | INTERNAL | 28 41
DE-SUP-066 | ProblemCase | contentReference | 内容 | 内容的名称或网址。 | an..500 |  | INTERNAL | 28 41
DE-SUP-067 | ProblemCase | discoveredAt | 发现的时刻 | 发现的时刻。 | datetime |  | INTERNAL | 28 41
DE-SUP-068 | ProblemCase | evidenceLate | 留存材料超过了规则参数所定的分钟数 | 留存材料超过了规则参数所定的分钟数；还没有留存的为空。 | boolean |  | INTERNAL | 28 41
DE-SUP-069 | ProblemCase | leadLabel | 牵头处置和追责的一方 | 牵头处置和追责的一方，由问题所属决定。 | an..120 |  | INTERNAL | 28 41
DE-SUP-070 | ProblemCase | minutesToContainment | 从发现到下架或处理内容的分钟数 | 从发现到下架或处理内容的分钟数。 | n..9 |  | INTERNAL | 28 41
DE-SUP-071 | ProblemCase | minutesToEvidence | 从发现到留存材料的分钟数 | 从发现到留存材料的分钟数，向下取整；还没有留存的为空。 | n..9 |  | INTERNAL | 28 41
DE-SUP-072 | ProblemCase | minutesToReport | 从发现到书面报备的分钟数 | 从发现到书面报备的分钟数。 | n..9 |  | INTERNAL | 28 41
DE-SUP-073 | ProblemCase | provider | 应用的提供方 | 应用的提供方；只涉及内容的为空。 | object |  | INTERNAL | 28 41
DE-SUP-074 | Rectification | findings | 发现的问题 | 发现的问题。 | an..4000 |  | INTERNAL | 28 31 41 58
DE-SUP-075 | Rectification | result | 整改结果 | 整改结果；提交之后才有。 | an..4000 |  | INTERNAL | 28 31 41 58
DE-SUP-076 | Rectification | measure | 处理办法 | 升级的处理办法；升级之后才有。 | code | escalationMeasure | INTERNAL | 28 31 41 58
DE-SUP-077 | Rectification | demands | 整改要求 | 整改要求。 | an..4000 |  | INTERNAL | 28 31 41 58
DE-SUP-078 | Rectification | cause | 缘由 | 缘由。 | code | rectificationCause | INTERNAL | 28 31 41 58
DE-SUP-079 | Rectification | clauseReference | 依据条款 | 升级所依据的条款。 | an..300 |  | INTERNAL | 28 31 41 58
DE-SUP-080 | Rectification | incidentNumber | 关联事件的编号 | 升级时关联的事件编号。 | an..32 |  | INTERNAL | 28 31 41 58
DE-SUP-081 | Rectification | issuedByLabel | 由哪一方下达 | 由哪一方下达，也由它核验。 | an..120 |  | INTERNAL | 28 31 41 58
DE-SUP-082 | Rectification | majorImpact | 已造成重大影响 | 是否认定造成重大影响。 | boolean |  | INTERNAL | 28 31 41 58
DE-SUP-083 | Rectification | rejections | 核验不通过的次数 | 核验不通过的次数。 | n..9 |  | INTERNAL | 28 31 41 58
DE-SUP-084 | Rectification | sourceId | 引起整改的记录的 id | 引起整改的记录的 id。 | an..36 |  | INTERNAL | 28 31 41 58
DE-SUP-085 | Rectification | sourceNoun | 引起整改的记录的种类 | 引起整改的记录的种类，例如 InspectionTask；单独下达的为空。 | an..2000 |  | INTERNAL | 28 31 41 58
DE-SUP-086 | Rectification | sourceNumber | 来源记录的编号 | 引起整改的记录的编号。 | an..32 |  | INTERNAL | 28 31 41 58
DE-SUP-087 | Supervision | late | 迟报 | 各方逾期的事项，多的在前。 | object[] |  | INTERNAL |
DE-SUP-088 | Supervision | metrics | 近十二个月的运营指标 | 近十二个月的运营指标。 | object[] |  | INTERNAL |
DE-SUP-089 | UnitOpsCheck | note | 检查情况 | 检查情况。 | an..4000 |  | INTERNAL | 57 58
DE-SUP-090 | UnitOpsCheck | demands | 整改要求 | 整改要求；没有发现问题的为空。 | an..4000 |  | INTERNAL | 57 58
DE-SUP-091 | UnitOpsCheck | emergency | 应急机制 | 应急机制。 | code | checkOutcome | INTERNAL | 57 58
DE-SUP-092 | UnitOpsCheck | infrastructure | 基础设施 | 基础设施。 | code | checkOutcome | INTERNAL | 57 58
DE-SUP-093 | UnitOpsCheck | operation | 应用运维 | 应用运维。 | code | checkOutcome | INTERNAL | 57 58
DE-SUP-094 | AccountabilityCase | responsibleShare | 责任份额 | 应用的责任单位承担的百分数，0 到 100；不由它承担的为空。 | n..3 |  | INTERNAL | 26 28 41 54
DE-SUP-095 | ContentIncident | evidences | 自动留存的内容 | 内容隐藏或撤下时自动留存的文字，先留存的在前；全文在留存材料里。 | object[] |  | INTERNAL | 28 45
DE-SUP-096 | ContentIncident | problemCaseNumber | 所立问题处置的编号 | 因公共服务应用的重大舆情风险而立的问题处置；没有的为空。 | an..32 |  | INTERNAL | 28 45
DE-SUP-097 | Evidence | caseKind | 留存的对象 | 留存的是问题处置的材料，还是隐藏、撤下的内容。 | code | evidenceSubject | INTERNAL | 28 41 45 63
DE-SUP-098 | SupervisionNote | subjectId | 意见所指记录的 id | 管理单位的监督意见针对哪一条记录。 | an..36 |  | INTERNAL | 4
DE-SUP-099 | SupervisionNote | subjectNoun | 意见所指记录的种类 | 监督意见针对的记录属于哪个登记册，例如 Incident。 | an..2000 |  | INTERNAL | 4
DE-SUP-100 | SupervisionNote | subjectNumber | 意见所指记录的编号 | 监督意见针对的记录给人看的编号。 | an..32 |  | INTERNAL | 4
DE-SUP-101 | SupervisionNote | subjectTitle | 意见所指记录的标题 | 提出监督意见时那条记录的标题，以后改名不影响它。 | an..2000 |  | INTERNAL | 4
`,
);
