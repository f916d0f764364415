import { elementsOf } from './elements-of.ts';

/** Elements of incidents, inspections, monitoring and the hotline. */
export const OPERATION_ELEMENTS = elementsOf(
  '1.1.0',
  `
DE-OPS-001 | Announcement | body | 正文 | 正文。 | an..10000 |  | PUBLIC | 23 39
DE-OPS-002 | ExternalNotice | at | 时刻 | 时刻。 | datetime |  | INTERNAL |
DE-OPS-003 | ExternalNotice | note | 说明 | 通报的时刻、方式和文号，或者不需要的理由。 | an..2000 |  | INTERNAL |
DE-OPS-004 | ExternalNotice | byName | 经办单位 | 办理单位。 | an..120 |  | INTERNAL |
DE-OPS-005 | ExternalNotice | decision | 决定 | 决定。 | code | noticeDecision | INTERNAL |
DE-OPS-006 | ExternalNotice | recipient | 通报对象 | 通报对象。 | code | noticeRecipient | INTERNAL |
DE-OPS-007 | FiledIncident | category | 类别 | 类别。 | code | incidentCategory | INTERNAL |
DE-OPS-008 | HotlineEntrance | label | 名称 | 名称。 | an..2000 |  | PUBLIC |
DE-OPS-009 | HotlineEntrance | line | 热线 | 热线。 | code | hotlineLine | PUBLIC |
DE-OPS-010 | HotlineEntrance | hours | 服务时间 | 服务时间。 | an..2000 |  | PUBLIC |
DE-OPS-011 | HotlineProgress | answer | 答复 | 答复。 | an..2000 |  | INTERNAL |
DE-OPS-012 | HotlineProgress | answeredAt | 答复时刻 | 答复时刻。 | datetime |  | INTERNAL |
DE-OPS-013 | HotlineProgress | lineLabel | 答复热线名称 | 由哪条热线答复。 | an..120 |  | INTERNAL |
DE-OPS-014 | HotlineProgress | question | 问题 | 问题。 | an..2000 |  | INTERNAL |
DE-OPS-015 | HotlineProgress | topicLabel | 事项名称 | 事项名称。 | an..120 |  | INTERNAL |
DE-OPS-016 | HotlineTicket | line | 去向 | 由哪条热线答复。 | code | hotlineLine | INTERNAL | 44 59
DE-OPS-017 | HotlineTicket | topic | 所问的事 | 所问的事。 | code | hotlineTopic | INTERNAL | 44 59
DE-OPS-018 | HotlineTicket | answer | 答复 | 答复。 | an..4000 |  | INTERNAL | 44 59
DE-OPS-019 | HotlineTicket | question | 问题 | 问题。 | an..2000 |  | INTERNAL | 44 59
DE-OPS-020 | HotlineTicket | channel | 来源 | 来源。 | code | hotlineChannel | INTERNAL | 44 59
DE-OPS-021 | HotlineTicket | externalNumber | 对方的工单编号 | 在 12345 平台上的工单编号。 | an..64 |  | INTERNAL | 44 59
DE-OPS-022 | HotlineTicket | governmentRelated | 是否涉及政府业务 | 是否涉及政府业务。 | boolean |  | INTERNAL | 44 59
DE-OPS-023 | HotlineTicket | revisitNote | 回访情况 | 回访情况。 | an..1000 |  | INTERNAL | 44 59
DE-OPS-024 | HotlineTicket | satisfaction | 满意度 | 回访的满意度，1 到 5；回访之后才有。 | n..1 |  | INTERNAL | 44 59
DE-OPS-025 | HotlineTicket | transferNote | 转办说明 | 转办说明。 | an..1000 |  | INTERNAL | 44 59
DE-OPS-026 | HotlineTicket | userContact | 用户的联系方式 | 用户的联系方式：对项目公司显示全文并留下查看记录，对其他人遮蔽。 | an..2000 |  | PERSONAL | 44 59
DE-OPS-027 | HotlineTopicCount | line | 热线 | 热线。 | an..2000 |  | INTERNAL |
DE-OPS-028 | HotlineTopicCount | topic | 事项 | 事项。 | an..2000 |  | INTERNAL |
DE-OPS-029 | HotlineTopicCount | answered | 其中已答复的件数 | 其中已答复的件数。 | n..9 |  | INTERNAL |
DE-OPS-030 | HotlineTopicCount | averageHours | 从提交到答复平均多少小时 | 从提交到答复平均多少小时；没有答复的为空。 | n..9,4 |  | INTERNAL |
DE-OPS-031 | HotlineTopicCount | averageSatisfaction | 回访的平均满意度 | 回访的平均满意度，1 到 5；没有回访的为空。 | n..9,4 |  | INTERNAL |
DE-OPS-032 | HotlineTopicCount | opened | 提交或转来的件数 | 提交或转来的件数。 | n..9 |  | INTERNAL |
DE-OPS-033 | HotlineTopicCount | revisited | 其中已回访的件数 | 其中已回访的件数。 | n..9 |  | INTERNAL |
DE-OPS-034 | Incident | app | 有关应用 | 受影响的应用。 | object |  | INTERNAL | 60 61 62 63
DE-OPS-035 | Incident | description | 情况 | 情况。 | an..4000 |  | INTERNAL | 60 61 62 63
DE-OPS-036 | Incident | category | 类别 | 类别。 | code | incidentCategory | INTERNAL | 60 61 62 63
DE-OPS-037 | Incident | platform | 系统平台 | 受影响的系统平台。 | object |  | INTERNAL | 60 61 62 63
DE-OPS-038 | Incident | affected | 受影响的是什么 | 受影响的是什么，当时的名称。 | an..2000 |  | INTERNAL | 60 61 62 63
DE-OPS-039 | Incident | alertFigures | 归入这一事件的外部告警 | 归入这一事件的外部告警；没有时为空。 | object |  | INTERNAL | 60 61 62 63
DE-OPS-040 | Incident | cause | 原因 | 原因；书面报告之后才有。 | an..4000 |  | INTERNAL | 60 61 62 63
DE-OPS-041 | Incident | computedLevel | 按事实计算的等级 | 按事实计算的等级。 | code | incidentLevel | INTERNAL | 60 61 62 63
DE-OPS-042 | Incident | damagedData | 受损数据 | 受损数据。 | code | damagedData | INTERNAL | 60 61 62 63
DE-OPS-043 | Incident | dataEffect | 数据受损的后果 | 没有评估之前按已构成对待。 | code | dataEffect | INTERNAL | 60 61 62 63
DE-OPS-044 | Incident | entries | 处置过程 | 处置过程，自早至晚。 | object[] |  | INTERNAL | 60 61 62 63
DE-OPS-045 | Incident | evidenceKeptAt | 材料留存时刻 | 材料留存时刻。 | datetime |  | INTERNAL | 60 61 62 63
DE-OPS-046 | Incident | externalNotices | 对外通报的决定 | 对外通报的决定，自早至晚。 | object[] |  | INTERNAL | 60 61 62 63
DE-OPS-047 | Incident | fired | 达到的标准 | 达到了哪几项标准，凭什么；一项都没有的按四级对待。 | object[] |  | INTERNAL | 60 61 62 63
DE-OPS-048 | Incident | handlingLate | 发现之后没有及时处置 | 发现之后没有及时处置（规则参数 incident.handling_flag_minutes）；受理之前为空。 | boolean |  | INTERNAL | 60 61 62 63
DE-OPS-049 | Incident | impact | 影响和损失 | 影响和损失。 | an..4000 |  | INTERNAL | 60 61 62 63
DE-OPS-050 | Incident | jointWorkGroup | 联合工作组 | 一级、二级事件才有。 | object |  | INTERNAL | 60 61 62 63
DE-OPS-051 | Incident | levelLabel | 等级名称 | 等级名称。 | an..120 |  | INTERNAL | 60 61 62 63
DE-OPS-052 | Incident | measures | 改进措施 | 改进措施。 | an..4000 |  | INTERNAL | 60 61 62 63
DE-OPS-053 | Incident | nextCrossingAt | 下次升级时刻 | 中断持续到此刻即升一级；不会再因时长升级时为空。 | datetime |  | INTERNAL | 60 61 62 63
DE-OPS-054 | Incident | outageEndedAt | 恢复时刻 | 最近一次中断恢复的时刻；还在持续时为空。 | datetime |  | INTERNAL | 60 61 62 63
DE-OPS-055 | Incident | outageScope | 中断范围 | 只有底座中断按时长定级。 | code | outageScope | INTERNAL | 60 61 62 63
DE-OPS-056 | Incident | outageSeconds | 最近一次中断已经持续 | 最近一次中断已经持续，或一共持续多少秒。 | n..9 |  | INTERNAL | 60 61 62 63
DE-OPS-057 | Incident | outageStartedAt | 再次中断的时刻 | 最近一次中断开始的时刻；没有中断时为空。 | datetime |  | INTERNAL | 60 61 62 63
DE-OPS-058 | Incident | peakLevel | 达到过的最高等级 | 达到过的最高等级。 | code | incidentLevel | INTERNAL | 60 61 62 63
DE-OPS-059 | Incident | progressCount | 一共报告多少次 | 一共报告多少次。 | n..9 |  | INTERNAL | 60 61 62 63
DE-OPS-060 | Incident | progressDueAt | 下一次进展报告最迟的时刻 | 下一次进展报告最迟的时刻；四级和应急结束之后为空。 | datetime |  | INTERNAL | 60 61 62 63
DE-OPS-061 | Incident | progressMissed | 一共缺报多少次 | 一共缺报多少次。 | n..9 |  | INTERNAL | 60 61 62 63
DE-OPS-062 | Incident | progressOverdue | 有到时而没有补上的进展报告 | 有到时而没有补上的进展报告。 | boolean |  | INTERNAL | 60 61 62 63
DE-OPS-063 | Incident | progressReports | 进展报告 | 进展报告，自早至晚。 | object[] |  | INTERNAL | 60 61 62 63
DE-OPS-064 | Incident | reportingLate | 发现之后没有及时报告 | 发现之后没有及时报告（规则参数 incident.reporting_flag_minutes）；报告之前为空。 | boolean |  | INTERNAL | 60 61 62 63
DE-OPS-065 | Incident | resolution | 处置情况 | 处置情况。 | an..4000 |  | INTERNAL | 60 61 62 63
DE-OPS-066 | Incident | source | 来源 | 来源。 | code | incidentSource | INTERNAL | 60 61 62 63
DE-OPS-067 | Incident | threat | 对社会的威胁 | 对社会的威胁。 | code | incidentThreat | INTERNAL | 60 61 62 63
DE-OPS-068 | IncidentAlertFigures | alerts | 有多少条不同的告警 | 有多少条不同的告警。 | n..9 |  | INTERNAL |
DE-OPS-069 | IncidentAlertFigures | firing | 其中仍在持续的 | 其中仍在持续的。 | n..9 |  | INTERNAL |
DE-OPS-070 | IncidentAlertFigures | received | 一共收到多少次 | 一共收到多少次。 | n..15,0 |  | INTERNAL |
DE-OPS-071 | IncidentCriterion | level | 级别 | 级别。 | code | incidentLevel | INTERNAL |
DE-OPS-072 | IncidentCriterion | text | 内容 | 条件。 | an..2000 |  | INTERNAL |
DE-OPS-073 | IncidentCriterion | rule | 判定表中那一行的代码 | 判定表中那一行的代码。 | an..2000 |  | INTERNAL |
DE-OPS-074 | IncidentCriterion | criterion | 定级标准 | 定级标准。 | code | levelCriterion | INTERNAL |
DE-OPS-075 | IncidentCriterion | figure | 计算时的数字或事实 | 计算时的数字或事实。 | an..2000 |  | INTERNAL |
DE-OPS-076 | IncidentEntry | level | 级别 | 级别。 | code | incidentLevel | INTERNAL |
DE-OPS-077 | IncidentEntry | text | 内容 | 内容。 | an..2000 |  | INTERNAL |
DE-OPS-078 | IncidentEntry | at | 时刻 | 时刻。 | datetime |  | INTERNAL |
DE-OPS-079 | IncidentNotice | app | 有关应用 | 有关应用。 | object |  | INTERNAL | 57 62
DE-OPS-080 | IncidentNotice | text | 告知的内容 | 告知的内容。 | an..2000 |  | INTERNAL | 57 62
DE-OPS-081 | IncidentNotice | incident | 事件 | 事件；访问者无权查看时为空。 | object |  | INTERNAL | 57 62
DE-OPS-082 | IncidentNotice | answer | 回应 | 提供方的回应。 | an..2000 |  | INTERNAL | 57 62
DE-OPS-083 | InspectionFollowUp | item | 异常的检查项的代码 | 异常的检查项的代码。 | an..2000 |  | INTERNAL |
DE-OPS-084 | InspectionFollowUp | noun | 记录种类 | 后续事项的种类，例如 Rectification。 | an..2000 |  | INTERNAL |
DE-OPS-085 | InspectionFollowUp | itemLabel | 检查项名称 | 检查项名称。 | an..120 |  | INTERNAL |
DE-OPS-086 | InspectionFollowUp | nounLabel | 记录种类名称 | 记录种类名称。 | an..120 |  | INTERNAL |
DE-OPS-087 | InspectionTask | summary | 检查情况 | 检查情况；完成之后才有。 | an..4000 |  | INTERNAL | 47 58
DE-OPS-088 | InspectionTask | abnormalApps | 季普查中异常的应用个数 | 季普查中异常的应用个数。 | n..9 |  | INTERNAL | 47 58
DE-OPS-089 | InspectionTask | abnormalItems | 异常的检查项 | 异常的检查项；完成之后才有。 | code[] | inspectionItem | INTERNAL | 47 58
DE-OPS-090 | InspectionTask | checkedApps | 季普查已经检查的应用个数 | 季普查已经检查的应用个数。 | n..9 |  | INTERNAL | 47 58
DE-OPS-091 | InspectionTask | checklist | 检查表 | 检查表，按检查的次序。 | an..2000[] |  | INTERNAL | 47 58
DE-OPS-092 | InspectionTask | followUps | 后续事项 | 后续事项。 | object[] |  | INTERNAL | 47 58
DE-OPS-093 | JointWorkGroup | commanderFrom | 指挥长的来源单位 | 指挥长应由哪一方的负责人担任。 | an..2000 |  | INTERNAL |
DE-OPS-094 | JointWorkGroup | commanderName | 指挥长的姓名 | 担任指挥长的人；还没有任命时为空。 | an..120 |  | INTERNAL |
DE-OPS-095 | JointWorkGroup | formedAt | 成立时刻 | 成立时刻。 | datetime |  | INTERNAL |
DE-OPS-096 | JointWorkGroup | members | 成员单位 | 成员单位。 | an..2000[] |  | INTERNAL |
DE-OPS-097 | MechanismDocument | summary | 要点 | 要点。 | an..4000 |  | INTERNAL | 27 28 41 58
DE-OPS-098 | MechanismDocument | guidance | 指导意见 | 管理单位的指导意见。 | an..4000 |  | INTERNAL | 27 28 41 58
DE-OPS-099 | MechanismDocument | guidedAt | 给出指导意见的时刻 | 给出指导意见的时刻。 | datetime |  | INTERNAL | 27 28 41 58
DE-OPS-100 | MechanismDocument | signers | 已经签署的当事方 | 已经签署的当事方。 | an..2000[] |  | INTERNAL | 27 28 41 58
DE-OPS-101 | MissingMechanism | label | 名称 | 名称。 | an..2000 |  | INTERNAL |
DE-OPS-102 | MissingMechanism | articles | 依据的条款 | 依据的条款。 | n..9[] |  | INTERNAL |
DE-OPS-103 | MissingMechanism | makers | 由哪些当事方制定 | 由哪些当事方制定。 | an..2000[] |  | INTERNAL |
DE-OPS-104 | MonitorSample | at | 时刻 | 时刻。 | datetime |  | INTERNAL |
DE-OPS-105 | MonitorSample | note | 说明 | 看到了什么。 | an..2000 |  | INTERNAL |
DE-OPS-106 | MonitorSample | latencyMs | 用时 | 用时，毫秒；没有连上时为空。 | n..9 |  | INTERNAL |
DE-OPS-107 | MonitorSample | ok | 是否正常 | 是否正常。 | boolean |  | INTERNAL |
DE-OPS-108 | MonitorStanding | note | 说明 | 说明。 | an..2000 |  | INTERNAL |
DE-OPS-109 | MonitorStanding | ok | 是否正常 | 最近一次是否正常；还没有检查时为空。 | boolean |  | INTERNAL |
DE-OPS-110 | MonitorStanding | failures | 连续异常的次数 | 连续异常的次数。 | n..9 |  | INTERNAL |
DE-OPS-111 | MonitorStanding | nextCheckAt | 下一次检查的时刻 | 下一次检查的时刻；暂停和人工巡检为空。 | datetime |  | INTERNAL |
DE-OPS-112 | MonitorTarget | app | 有关应用 | 有关应用。 | object |  | INTERNAL | 60
DE-OPS-113 | MonitorTarget | platform | 系统平台 | 系统平台。 | object |  | INTERNAL | 60
DE-OPS-114 | MonitorTarget | affected | 监测的应用或平台 | 监测的应用或平台，当时的名称。 | an..2000 |  | INTERNAL | 60
DE-OPS-115 | MonitorTarget | address | 地址 | 网址或“主机:端口”；人工巡检为空。 | an..500 |  | INTERNAL | 60
DE-OPS-116 | MonitorTarget | intervalSeconds | 间隔 | 间隔，秒。 | n..5 |  | INTERNAL | 60
DE-OPS-117 | MonitorTarget | probe | 检查方式 | 检查方式。 | code | probeKind | INTERNAL | 60
DE-OPS-118 | MonitorTarget | samples | 最近 20 次检查 | 最近 20 次检查，新的在前。 | object[] |  | INTERNAL | 60
DE-OPS-119 | MonitorTarget | standing | 现在怎样 | 现在怎样。 | object |  | INTERNAL | 60
DE-OPS-120 | MonitorTarget | timeoutSeconds | 超时 | 超时，秒。 | n..2 |  | INTERNAL | 60
DE-OPS-121 | MonitorTarget | warnDays | 证书提前告警 | 证书到期之前多少天起算作异常。 | n..3 |  | INTERNAL | 60
DE-OPS-122 | OpsAsset | guidance | 指导意见 | 管理单位最近的指导意见。 | an..2000 |  | INTERNAL | 55
DE-OPS-123 | OpsAsset | dutyPhone | 值守电话 | 值守电话。 | an..20 |  | INTERNAL | 55
DE-OPS-124 | OpsAsset | maintenanceWindow | 维护时段 | 维护时段。 | an..200 |  | INTERNAL | 55
DE-OPS-125 | OpsAsset | responsible | 运维责任 | 由谁运维。 | code | opsResponsible | INTERNAL | 55
DE-OPS-126 | OpsAsset | runbook | 运维手册 | 运维手册。 | an..300 |  | INTERNAL | 55
DE-OPS-127 | OpsAsset | serviceUse | 用于哪一类应用 | 用于哪一类应用。 | code | opsAssetUse | INTERNAL | 55
DE-OPS-128 | ProgressReport | level | 级别 | 级别。 | code | incidentLevel | INTERNAL |
DE-OPS-129 | ProgressReport | text | 内容 | 内容。 | an..2000 |  | INTERNAL |
DE-OPS-130 | ProgressReport | at | 时刻 | 时刻。 | datetime |  | INTERNAL |
DE-OPS-131 | ProgressReport | late | 迟报 | 迟报。 | boolean |  | INTERNAL |
DE-OPS-132 | RosterDuty | lead | 负责人 | 负责人。 | an..2000 |  | PUBLIC |
DE-OPS-133 | RosterDuty | hours | 服务时间 | 服务时间。 | an..2000 |  | PUBLIC |
DE-OPS-134 | RosterDuty | dutyPhone | 值守电话 | 值守电话。 | an..2000 |  | INTERNAL |
DE-OPS-135 | RosterDuty | people | 值守的人 | 值守的人。 | an..2000 |  | PUBLIC |
DE-OPS-136 | RosterDuty | teamName | 团队名称 | 团队名称。 | an..120 |  | PUBLIC |
DE-OPS-137 | TeamRecord | lead | 负责人 | 负责人。 | an..30 |  | INTERNAL | 43 44 58
DE-OPS-138 | TeamRecord | hours | 服务时间 | 服务时间。 | an..60 |  | INTERNAL | 43 44 58
DE-OPS-139 | TeamRecord | memberCount | 人数 | 人数。 | n..5 |  | INTERNAL | 43 44 58
DE-OPS-140 | TeamRecord | roster | 一周的值守表 | 一周的值守表，每天一行；没有人值守的日子不列出。 | an..2000[] |  | INTERNAL | 43 44 58
DE-OPS-141 | WorkCalendar | year | 年份 | 年份。 | n..4 |  | INTERNAL | 23 39
DE-OPS-142 | WorkCalendar | source | 依据的通知 | 依据的通知。 | an..200 |  | INTERNAL | 23 39
DE-OPS-143 | WorkCalendar | holidays | 放假的日期 | 放假的日期和名称。 | an..40[] |  | INTERNAL | 23 39
DE-OPS-144 | WorkCalendar | workdays | 调休上班的周末 | 调休上班的周末和名称。 | an..40[] |  | INTERNAL | 23 39
DE-OPS-145 | HotlineTicket | answerTakenAt | 12345 收下答复的时刻 | 12345 转来的工单，答复送达对方平台的时刻；其他的为空。 | datetime |  | INTERNAL | 44 59
DE-OPS-146 | Incident | causeKind | 原因的认定 | 事件由哪一类原因引起；应用自身原因的由它的责任单位负责，还没有认定的为空。 | code | incidentCause | INTERNAL | 60 61 62 63
DE-OPS-147 | Incident | providerContactedAt | 通报提供方的时刻 | 因应用自身原因的事件通报应用提供方的时刻；还没有通报的为空。 | datetime |  | INTERNAL | 60 61 62 63
DE-OPS-148 | OpsAsset | securityResponsible | 安全责任 | 由谁负责资产的安全；公共服务应用的固定为基础设施提供方。 | code | opsResponsible | INTERNAL | 66
`,
);
