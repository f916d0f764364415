/** What awaits the party that one acts for. */
export const WORK_ITEMS_QUERY = `query WorkItems($first: Int!, $after: String, $overdueOnly: Boolean) {
  workItems(first: $first, after: $after, overdueOnly: $overdueOnly) {
    edges { cursor node { noun recordId number title state organizationName
      waitingWorkingDays dueAt overdue remainingWorkingDays } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** What falls due from one day to another. */
export const DUTIES_QUERY = `query Duties($from: Date!, $to: Date!, $open: Boolean) { dutyCalendar(from: $from, to: $to, open: $open) {
  id noun recordId number recordTitle title articles owedByLabel dueAt endedAt overdue automatic reminder provisional } }`;

/** The public catalogue of capabilities. */
export const CAPABILITIES_QUERY = `query Capabilities($first: Int!, $after: String) {
  capabilities(first: $first, after: $after, filter: { status: [PUBLISHED, DEPRECATED] }) {
    edges { cursor node { id code name tier baseLayer category description status versionText dailyQuota returnedFields endsOn
      organization { name } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The audit log by record, step, person and time. */
export const AUDIT_QUERY = `query Audit($first: Int!, $after: String, $noun: String, $action: String, $accountId: String, $recordId: ID, $article: Int, $from: DateTime, $to: DateTime) {
  auditEntries(first: $first, after: $after, noun: $noun, action: $action, accountId: $accountId, recordId: $recordId, article: $article, from: $from, to: $to) {
    edges { cursor node { at noun recordId action outcome organizationName reason refusalCode articles lane seq hash } }
    pageInfo { hasNextPage endCursor }
  }
}`;
