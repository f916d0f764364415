import type { CodeList } from './code-list-type.ts';

/** The states of the registers of safety (articles 64 to 73). */
export const SAFETY_STATE_CODE_LISTS = {
  vulnerabilityState: {
    title: '安全漏洞状态',
    labels: {
      NOTIFIED: '已通知，待处理',
      RECTIFYING: '整改中',
      DELISTED: '已责令下架，待修复',
      FIX_SUBMITTED: '已提交修复，待复核',
      VERIFIED: '复核通过',
      CLOSED: '已办结',
    },
  },
} as const satisfies Record<string, CodeList>;
