/** The two lines (article 59). */
export const HOTLINE_LINES = {
  GOV_12345: '12345 热线',
  DEDICATED: '专用热线',
} as const;

export type HotlineLine = keyof typeof HOTLINE_LINES;

/** How a ticket came in. */
export const HOTLINE_CHANNELS = {
  PORTAL: '门户',
  GOV_12345: '12345 转来',
} as const;

/** What people ask about; each topic belongs to one line (article 59). */
export const HOTLINE_TOPICS = {
  POLICY: '政策咨询',
  SOCIAL_SECURITY: '社保、就业',
  GOVERNMENT_SERVICE: '政务办事',
  HEALTH_EDUCATION: '医疗、教育等公共服务',
  APP_USE: '应用使用问题',
  ACCOUNT: '账号与登录',
  PAYMENT_ORDER: '支付与订单',
  MERCHANT: '商家、优惠券和活动',
  COMPLAINT: '对平台或应用的投诉',
  SUGGESTION: '建议',
} as const;

export type HotlineTopic = keyof typeof HOTLINE_TOPICS;

const GOVERNMENT_TOPICS: readonly HotlineTopic[] = [
  'POLICY',
  'SOCIAL_SECURITY',
  'GOVERNMENT_SERVICE',
  'HEALTH_EDUCATION',
];

/** Whether a ticket is about the government's business. */
export const HOTLINE_RELATIONS = {
  GOVERNMENT: '涉及政府业务',
  OTHER: '不涉及政府业务',
} as const;

/** What the topic says by itself; an agent may say otherwise with a reason. */
export function isGovernmentTopic(topic: string): boolean {
  return GOVERNMENT_TOPICS.includes(topic as HotlineTopic);
}

/** The only line that a ticket may go to (article 59); duty 59.2. */
export function lineFor(governmentRelated: boolean): HotlineLine {
  return governmentRelated ? 'GOV_12345' : 'DEDICATED';
}
