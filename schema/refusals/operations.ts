import type { RefusalText } from './refusal-text.ts';

/** Refusals about incidents, inspections, evidence, reports and hotlines. */
export const OPERATION_REFUSALS = {
  SCHEME_INCOMPLETE: {
    message: '考核方案缺少必备指标，或权重合计不是一百。',
    remedy: '请补齐所列指标并调整权重；由管理单位设定。',
    articles: [15, 24, 56],
  },
  COMPUTED_INDICATOR: {
    message: '这项数值由系统统计，不能手工改写。',
    remedy: '请更正产生该数值的原始记录；统计口径有疑问的，请联系管理单位。',
    articles: [24, 56],
  },
  EVIDENCE_REQUIRED: {
    message: '还没有留存材料，不能进行这一步。',
    remedy: '请先留存相关材料（可一键留存当前快照），再继续处理。由项目公司经办人办理。',
    articles: [28, 41, 44, 63],
  },
  EVIDENCE_IMMUTABLE: {
    message: '已留存的证据不能修改或删除。',
    remedy: '请追加新的材料并说明；误传的内容也应保留并附说明，疑问请联系管理单位。',
    articles: [28],
  },
  REPORT_REQUIRED: {
    message: '还没有报送书面报告，不能结束这一事项。',
    remedy: '请撰写并提交报告，报告送达管理单位后即可继续。',
    articles: [28, 41, 63, 73],
  },
  MAJOR_IMPACT_REQUIRED: {
    message: '依特许经营协议处理须已认定重大影响，并关联对应的事件。',
    remedy: '请先认定影响并关联事件；未达到的，可继续督促整改。由管理单位办理。',
    articles: [31],
  },
  PENALTY_NOT_IN_RULES: {
    message: '这种处理不在现行用户规则对该行为的允许范围内。',
    remedy: '请选择规则允许的处理方式；规则需要调整的，由项目公司取得指导意见后发布新版。',
    articles: [44],
  },
  CENSUS_INCOMPLETE: {
    message: '季度普查没有覆盖全部在架应用。',
    remedy: '请补查所列的应用后再提交；由项目公司巡检人员办理。',
    articles: [47],
  },
  FOLLOW_UP_REQUIRED: {
    message: '有异常项还没有转为事件、整改或漏洞。',
    remedy: '请为每个异常项建立后续事项，再完成检查。由项目公司巡检人员办理。',
    articles: [47],
  },
  HOTLINE_ROUTE_FIXED: {
    message: '工单的去向由是否涉及政府业务决定，不能另选。',
    remedy: '归类有误的，请先写明理由更正归类，系统会重新分流；由客服人员办理。',
    articles: [59],
  },
  MONITOR_REQUIRED: {
    message: '在架应用至少须保留一个监测目标。',
    remedy: '请先添加新的监测目标，再移除这一个。由项目公司运维人员办理。',
    articles: [60],
  },
  LEVEL_BELOW_CRITERIA: {
    message: '所定的等级低于按事实计算的等级。',
    remedy: '请采用计算结果或更高等级；事实有变化的，请更正事实并由管理单位确认降级。',
    articles: [61],
  },
  STAGE_ORDER: {
    message: '应急流程的环节不能跳过。',
    remedy: '请先完成所示的环节，例如回归验证，并附验证材料。由事件处理人办理。',
    articles: [62],
  },
  COMMANDER_INVALID: {
    message: '指挥长的人选与事件等级不符。',
    remedy: '一级事件由管理单位负责人担任，二级事件由项目公司负责人担任；请改选后再提交。',
    articles: [62],
  },
  NOTICE_DECISION_REQUIRED: {
    message: '还没有就是否通报公安、网信等部门作出决定。',
    remedy: '请登记已通报，或写明不需要通报的理由；由联合工作组决定。',
    articles: [62],
  },
  SAFETY_AGREEMENT_MISSING: {
    message: '没有有效的安全管理协议。',
    remedy: '请由管理单位与业主单位签署或续签协议并登记，再继续办理。',
    articles: [65],
  },
} as const satisfies Record<string, RefusalText>;
