const MEND = [
  '材料不齐：请补充所缺材料后重新提交。',
  '内容与所附材料不一致：请核对后改正。',
  '说明过于简略：请写明具体用途、范围和时间。',
];
const DENY = ['申请的范围超出授权协议。', '用途与单位获准参与的工作不符。', '所附材料不能证明符合条件。'];
const PAUSE = [
  '使用方式与获准的范围不符，须先停止。',
  '发现安全隐患，整改完成前暂停。',
  '单位资格或协议存在待核实的情况。',
];
const END = [
  '违反授权协议约定，经通知仍未改正。',
  '造成不良影响，依协议条款收回。',
  '单位书面提出不再使用。',
];

const BY_ACTION: Record<string, readonly string[]> = {
  return: MEND,
  decline: DENY,
  reject: DENY,
  refuse: DENY,
  suspend: PAUSE,
  orderSuspension: PAUSE,
  issue: ['超出授权协议的范围开展经营。', '擅自使用品牌标识，造成误认。', '发布不实宣传，造成不良影响。'],
  revoke: END,
  terminate: END,
  dismiss: ['核实后未发现使用品牌标识。', '所举报的使用已获授权。', '线索不足，无法查证。'],
  withdraw: ['情况变化，不再需要。', '内容有误，更正后重新办理。', '与另一项重复。'],
  startExit: ['业务调整，不再参与生态工作。', '授权协议即将到期，不再续签。', '单位合并或注销。'],
};

/** Wordings that suit the reason of such a decision; they are a start, the person still edits and answers for them. */
export function suggestedReasons(action: string, negative: boolean): readonly string[] {
  return BY_ACTION[action] ?? (negative ? DENY : []);
}
