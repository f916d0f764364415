/** What is done with public data (article 69). */
export const DATA_ACTIVITIES = {
  AGGREGATE: '归集',
  UPDATE: '更新',
  QUERY: '查询',
  MODIFY: '修改',
  EXPORT: '导出',
  DELETE: '删除',
  OTHER: '其他操作',
} as const;

export type DataActivity = keyof typeof DATA_ACTIVITIES;

/** What came of it. */
export const DATA_OPERATION_RESULTS = {
  SUCCEEDED: '成功',
  FAILED: '失败',
  REFUSED: '被拒绝',
} as const;

export type DataOperationResult = keyof typeof DATA_OPERATION_RESULTS;

/** The kind under which operations on public data stand in the audit log. */
export const DATA_OPERATION_NOUN = 'DataOperation';
