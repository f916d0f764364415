import type { CodeList } from './code-list-type.ts';

/** The states of service items, legacy apps, infrastructure and demands. */
export const RESOURCE_STATE_CODE_LISTS = {
  consolidationExceptionState: {
    title: '统一建设例外状态',
    labels: {
      DRAFT: '草稿',
      SUBMITTED: '已提出',
      CONSULTING: '商议中',
      AGREED: '已商定同意',
      NOT_AGREED: '未商定同意',
      WITHDRAWN: '已撤回',
      EXPIRED: '已到期',
    },
  },
  legacyMobileAppState: {
    title: '存量应用状态',
    labels: {
      UNPLANNED: '未列计划',
      PLANNED: '已列计划',
      RETAINED: '商定保留',
      INTEGRATED: '已纳入',
    },
  },
  integrationPlanState: {
    title: '纳入计划状态',
    labels: {
      PLANNED: '已计划',
      IN_PROGRESS: '进行中',
      INTEGRATED: '已纳入',
      RETAINED: '商定保留',
      ABANDONED: '已取消',
    },
  },
  serviceItemState: {
    title: '服务事项状态',
    labels: {
      NOT_CONNECTED: '未接入',
      CONNECTING: '接入中',
      CONNECTED: '已接入',
      EXEMPT: '免于接入',
      REMOVED: '已注销',
    },
  },
  infrastructureRequestState: {
    title: '基础设施资源申请状态',
    labels: {
      DRAFT: '草稿',
      SUBMITTED: '已提交',
      RETURNED: '已退回补充',
      ACCEPTED: '已受理',
      ALLOCATED: '已足量分配',
      RELEASED: '已释放',
      WITHDRAWN: '已撤回',
    },
  },
  infrastructureItemState: {
    title: '资源项状态',
    labels: {
      DRAFT: '草稿',
      REQUESTED: '待分配',
      PARTIAL: '部分分配',
      ALLOCATED: '已足量分配',
      RELEASED: '已释放',
      REMOVED: '已删除',
    },
  },
  companyInfraResourceState: {
    title: '自备资源状态',
    labels: {
      ACTIVE: '在用',
      RETIRED: '已停用',
    },
  },
  infrastructureBindingState: {
    title: '资源绑定状态',
    labels: {
      BOUND: '已绑定',
      ENDED: '已解除',
    },
  },
  resourceDemandBatchState: {
    title: '需求批次状态',
    labels: {
      DRAFT: '归集中',
      PENDING_CONSENT: '待同意',
      DECIDED: '已决定',
      DISCARDED: '已取消',
    },
  },
  resourceDemandState: {
    title: '资源需求状态',
    labels: {
      SUBMITTED: '已提出',
      CONSOLIDATED: '已归集',
      PENDING_CONSENT: '待同意',
      CONSENTED: '已同意，待对接',
      REFUSED: '未获同意',
      LIAISING: '对接中',
      PROVIDED: '已提供，待转供',
      HANDED_OVER: '已转供',
      UNAVAILABLE: '无法提供',
      WITHDRAWN: '已撤回',
    },
  },
} as const satisfies Record<string, CodeList>;
