import { elementsOf } from './elements-of.ts';

/** Elements of safety. */
export const SAFETY_ELEMENTS = elementsOf(
  '1.1.0',
  `
DE-SAF-001 | BackupRecord | location | 存放处 | 存放处。 | an..200 |  | INTERNAL | 69
DE-SAF-002 | BackupRecord | result | 结果 | 结果。 | code | backupResult | INTERNAL | 69
DE-SAF-003 | BackupRecord | scope | 范围 | 范围。 | an..500 |  | INTERNAL | 69
DE-SAF-004 | BackupRecord | madeOn | 备份日期 | 备份日期。 | date |  | INTERNAL | 69
DE-SAF-005 | BackupRecord | sizeMegabytes | 大小 | 大小。 | n..10 |  | INTERNAL | 69
DE-SAF-006 | ConsentRecord | appId | 应用 | 应用的 id；平台的为空。 | an..36 |  | INTERNAL | 68
DE-SAF-007 | ConsentRecord | givenAt | 同意于 | 同意于。 | datetime |  | INTERNAL | 71
DE-SAF-008 | ConsentRecord | lawReference | 法定依据 | 法定依据。 | an..200 |  | INTERNAL | 71
DE-SAF-009 | ConsentRecord | method | 同意的方式 | 同意的方式。 | code | consentMethod | INTERNAL | 71
DE-SAF-010 | ConsentRecord | noticeId | 告知书 | 告知书的 id。 | an..36 |  | INTERNAL | 71
DE-SAF-011 | ConsentRecord | noticeVersion | 告知书版本 | 告知书版本。 | an..2000 |  | INTERNAL | 71
DE-SAF-012 | ConsentRecord | processedAt | 最近处理于 | 最近处理于。 | datetime |  | INTERNAL | 71
DE-SAF-013 | ConsentRecord | purposes | 同意的用途 | 同意的用途。 | an..100[] |  | INTERNAL | 71
DE-SAF-014 | ConsentRecord | userReference | 用户代号 | 用户代号。 | an..80 |  | INTERNAL | 71
DE-SAF-015 | CryptoProfile | subjectName | 应用或平台 | 应用或平台。 | an..120 |  | INTERNAL | 68
DE-SAF-016 | CryptoProfile | algorithms | 所用算法 | 所用算法。 | an..40[] |  | INTERNAL | 68
DE-SAF-017 | CryptoProfile | certificateIssuers | 证书的颁发机构 | 证书的颁发机构。 | an..100[] |  | INTERNAL | 68
DE-SAF-018 | CryptoProfile | certificateUntil | 最早到期的证书的到期日 | 最早到期的证书的到期日。 | date |  | INTERNAL | 68
DE-SAF-019 | CryptoProfile | platformId | 平台 | 平台的 id；应用的为空。 | an..36 |  | INTERNAL | 68
DE-SAF-020 | CryptoProfile | refusedAlgorithms | 清单外的算法 | 清单外的算法。 | an..2000[] |  | INTERNAL | 68
DE-SAF-021 | DataLeakCase | remedy | 整改情况 | 整改情况。 | an..2000 |  | INTERNAL | 70
DE-SAF-022 | DataLeakCase | finding | 核实情况 | 核实情况。 | an..2000 |  | INTERNAL | 70
DE-SAF-023 | DataLeakCase | demands | 整改要求 | 整改要求。 | an..2000 |  | INTERNAL | 70
DE-SAF-024 | DataLeakCase | data | 泄露了什么数据 | 泄露的数据。 | an..2000 |  | INTERNAL | 70
DE-SAF-025 | DataLeakCase | foundOn | 发现日期 | 发现日期。 | date |  | INTERNAL | 70
DE-SAF-026 | DataLeakCase | scale | 规模和影响 | 规模和影响。 | an..1000 |  | INTERNAL | 70
DE-SAF-027 | DataLeakCase | unitId | 生态单位 | 生态单位的 id。 | an..36 |  | INTERNAL | 70
DE-SAF-028 | DataLeakCase | unitName | 生态单位 | 生态单位。 | an..120 |  | INTERNAL | 70
DE-SAF-029 | HiddenDanger | description | 隐患情况 | 隐患情况。 | an..2000 |  | INTERNAL | 64 66
DE-SAF-030 | HiddenDanger | remedy | 排除情况 | 排除情况。 | an..2000 |  | INTERNAL | 64 66
DE-SAF-031 | HiddenDanger | bearer | 由谁排除 | 由谁排除。 | code | dangerBearer | INTERNAL | 64 66
DE-SAF-032 | HiddenDanger | demands | 排除要求 | 排除要求。 | an..2000 |  | INTERNAL | 64 66
DE-SAF-033 | HiddenDanger | domain | 安全领域 | 安全领域。 | code | securityDomain | INTERNAL | 64 66
DE-SAF-034 | HiddenDanger | severity | 严重程度 | 严重程度。 | code | vulnerabilitySeverity | INTERNAL | 64 66
DE-SAF-035 | MlpsRecord | level | 等级 | 等级。 | n..1 |  | INTERNAL | 23 64
DE-SAF-036 | MlpsRecord | agency | 测评机构 | 测评机构。 | an..100 |  | INTERNAL | 23 64
DE-SAF-037 | MlpsRecord | assessedOn | 测评日期 | 测评日期。 | date |  | INTERNAL | 23 64
DE-SAF-038 | MlpsRecord | ciiContact | 保护工作联系人 | 保护工作联系人。 | an..100 |  | INTERNAL | 23 64
DE-SAF-039 | MlpsRecord | isCii | 属于关键信息基础设施 | 属于关键信息基础设施。 | boolean |  | INTERNAL | 23 64
DE-SAF-040 | MlpsRecord | nextOn | 下次测评日期 | 下次测评日期。 | date |  | INTERNAL | 23 64
DE-SAF-041 | MlpsRecord | platformName | 平台 | 平台。 | an..120 |  | INTERNAL | 23 64
DE-SAF-042 | PrivacyNotice | body | 全文 | 全文。 | an..20000 |  | PUBLIC | 71
DE-SAF-043 | PrivacyNotice | purposes | 用途 | 用途。 | an..100[] |  | PUBLIC | 71
DE-SAF-044 | PrivacyNotice | fieldsPerPurpose | 每个用途所用的字段 | 每个用途所用的字段。 | an..300[] |  | PUBLIC | 71
DE-SAF-045 | RestoreDrill | result | 结果 | 结果。 | code | backupResult | INTERNAL | 69
DE-SAF-046 | RestoreDrill | scope | 范围 | 范围。 | an..500 |  | INTERNAL | 69
DE-SAF-047 | RestoreDrill | drilledOn | 演练日期 | 演练日期。 | date |  | INTERNAL | 69
DE-SAF-048 | RestoreDrill | improvement | 改进措施 | 改进措施。 | an..2000 |  | INTERNAL | 69
DE-SAF-049 | RestoreDrill | recoveryMinutes | 恢复用时 | 恢复用时。 | n..6 |  | INTERNAL | 69
DE-SAF-050 | RiskAssessment | findings | 发现的风险 | 发现的风险。 | an..4000 |  | INTERNAL | 67
DE-SAF-051 | RiskAssessment | method | 评估办法 | 评估办法。 | an..1000 |  | INTERNAL | 67
DE-SAF-052 | RiskAssessment | measures | 采取的措施 | 采取的措施。 | an..4000 |  | INTERNAL | 67
DE-SAF-053 | RiskAssessment | performedOn | 评估日期 | 最近一次评估日期。 | date |  | INTERNAL | 67
DE-SAF-054 | RiskAssessment | urges | 催促次数 | 催促次数。 | n..9 |  | INTERNAL | 67
DE-SAF-055 | SafetyAgreement | checkFinding | 检查情况 | 检查情况。 | an..2000 |  | INTERNAL | 65
DE-SAF-056 | SafetyAgreement | checkedClause | 检查的条款 | 最近检查的条款。 | an..300 |  | INTERNAL | 65
DE-SAF-057 | SafetyAgreement | clauses | 条款和检查办法 | 条款和检查办法。 | an..300[] |  | INTERNAL | 65
DE-SAF-058 | SafetyAgreement | requirementReference | 网信部门要求的文号 | 网信部门要求的文号。 | an..200 |  | INTERNAL | 65
DE-SAF-059 | SafetyAgreement | signedOn | 签署日期 | 签署日期。 | date |  | INTERNAL | 65
DE-SAF-060 | SafetyCheck | summary | 检查情况 | 检查情况。 | an..4000 |  | INTERNAL | 69 73
DE-SAF-061 | SafetyCheck | abnormalItems | 发现问题的内容 | 发现问题的内容。 | code[] | safetyCheckItem | INTERNAL | 69 73
DE-SAF-062 | SafetyCheck | checkedItems | 检查的内容 | 检查的内容。 | code[] | safetyCheckItem | INTERNAL | 69 73
DE-SAF-063 | SafetyCheck | followUp | 后续处理 | 后续处理。 | an..1000 |  | INTERNAL | 69 73
DE-SAF-064 | SecurityGap | label | 缺什么 | 缺什么。 | an..2000 |  | INTERNAL |
DE-SAF-065 | SecurityGap | remedy | 怎样补上 | 怎样补上。 | an..2000 |  | INTERNAL |
DE-SAF-066 | SecurityProgramme | guidance | 指导意见 | 业主单位的指导意见。 | an..2000 |  | INTERNAL | 64
DE-SAF-067 | SecurityProgramme | domain | 安全领域 | 安全领域。 | code | securityDomain | INTERNAL | 64
DE-SAF-068 | SecurityProgramme | measures | 措施 | 措施。 | an..4000 |  | INTERNAL | 64
DE-SAF-069 | SecurityProgramme | chargeOf | 负责人 | 负责人。 | an..100 |  | INTERNAL | 64
DE-SAF-070 | TrainingSession | outcome | 培训情况 | 培训情况。 | an..2000 |  | INTERNAL | 73
DE-SAF-071 | TrainingSession | subject | 题目 | 题目。 | an..100 |  | INTERNAL | 73
DE-SAF-072 | TrainingSession | attendance | 参加的单位 | 参加的单位。 | an..100[] |  | INTERNAL | 73
DE-SAF-073 | TrainingSession | heldOn | 举办日期 | 举办日期。 | date |  | INTERNAL | 73
DE-SAF-074 | TrainingSession | invitedUnits | 邀请的单位 | 邀请的单位。 | an..100[] |  | INTERNAL | 73
DE-SAF-075 | TrainingSession | topics | 内容 | 内容。 | code[] | trainingTopic | INTERNAL | 73
DE-SAF-076 | Vulnerability | description | 漏洞细节 | 漏洞细节。只给责任单位、项目公司安全人员和管理单位看，其他人为空。 | an..4000 |  | INTERNAL | 66 73
DE-SAF-077 | Vulnerability | severity | 严重程度 | 修复期限由它决定。 | code | vulnerabilitySeverity | INTERNAL | 66 73
DE-SAF-078 | Vulnerability | delists | 应用是否因此下架 | 应用是否因此下架。 | boolean |  | INTERNAL | 66 73
DE-SAF-079 | Vulnerability | fix | 修复情况 | 修复情况。只给责任单位、项目公司安全人员和管理单位看，其他人为空。 | an..4000 |  | INTERNAL | 66 73
DE-SAF-080 | Vulnerability | fixBy | 修复期限的最后一天 | 修复期限的最后一天。 | date |  | INTERNAL | 66 73
DE-SAF-081 | Vulnerability | itemId | 基础设施资源 | 基础设施资源项的 id；应用的漏洞为空。 | an..36 |  | INTERNAL | 66 73
DE-SAF-082 | Vulnerability | plan | 整改办法 | 整改办法。只给责任单位、项目公司安全人员和管理单位看，其他人为空。 | an..2000 |  | INTERNAL | 66 73
DE-SAF-083 | CommercialDataProfile | dataSets | 自产的商业数据 | 项目公司经营中自己产生的数据，每类一项；登记之前为空。 | an..200[] |  | INTERNAL | 70
DE-SAF-084 | ComplianceTask | conclusion | 密评的结论 | 评估机构对密码应用安全性的结论；没有完成的和等级保护的为空。 | code | cryptoConclusion | INTERNAL | 23
DE-SAF-085 | ComplianceTask | fulfilledBy | 完成任务的测评 | 使任务完成的等级保护测评记录的编号；没有完成的和密评的为空。 | an..32 |  | INTERNAL | 23
DE-SAF-086 | ComplianceTask | liveOn | 平台上线日期 | 系统平台上线的那一天，测评的期限从这天起算。 | date |  | INTERNAL | 23
DE-SAF-087 | DataLeakCase | incidentId | 所登记的安全事件 | 核实泄露时一并登记的应急事件的 id；核实之前为空。 | an..36 |  | INTERNAL | 70
DE-SAF-088 | HiddenDanger | assetId | 隐患所在的资产 | 存在隐患的运维资产的 id；没有指明的为空。 | an..36 |  | INTERNAL | 64 66
DE-SAF-089 | Vulnerability | assetId | 漏洞所在的资产 | 存在漏洞的运维资产的 id；漏洞不在运维资产上的为空。 | an..36 |  | INTERNAL | 64 66
DE-SAF-090 | TerminalCheck | passedItems | 合格的项目 | 管理人员的终端检查时合格的项目；都不合格或还没有检查的为空。 | code[] | terminalCheckItem | INTERNAL | 68
`,
);
