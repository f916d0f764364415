import type { CodeList } from './code-list-type.ts';

/** The states of what goes with incidents; their own stand with the others. */
export const INCIDENT_STATE_CODE_LISTS = {
  incidentNoticeState: {
    title: '事件通报状态',
    labels: {
      SENT: '待回应',
      ANSWERED: '已回应',
      AWAITING_CHOICE: '待选择整改或下架',
      RECTIFYING: '已选择整改',
      DELISTING: '已选择下架',
    },
  },
  accountabilityCaseState: {
    title: '责任追究状态',
    labels: {
      OPENED: '已立案',
      INVESTIGATING: '调查中',
      DETERMINED: '已认定',
      DISPOSED: '已处理',
      CLOSED: '已结案',
      DISMISSED: '不予追究',
    },
  },
  monitorTargetState: {
    title: '监测目标状态',
    labels: {
      ACTIVE: '监测中',
      PAUSED: '暂停',
      RETIRED: '已移除',
    },
  },
} as const satisfies Record<string, CodeList>;
