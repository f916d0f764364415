/** What stands together in the work area, in this order; each address is the place's own. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  日常: ['', 'queue', 'approvals', 'notifications', 'duties', 'calendar-feeds', 'my-unit'],
  单位与品牌: [
    'ecosystem-units',
    'authorization-agreements',
    'brand-authorizations',
    'trademarks',
    'trademark-licenses',
    'stop-orders',
    'misuse-reports',
    'business-norms',
    'commercial-cooperations',
    'unit-assessments',
    'dispute-records',
  ],
  应用: [
    'apps',
    'app-versions',
    'delisting-requests',
    'forced-delistings',
    'content-items',
    'app-scores',
    'system-platforms',
    'service-items',
    'legacy-mobile-apps',
    'integration-plans',
    'consolidation-exceptions',
  ],
  能力与资源: [
    'capabilities',
    'capability-requests',
    'capability-usage',
    'infrastructure-requests',
    'infrastructure-items',
    'infrastructure-bindings',
    'company-infra-resources',
    'resource-demands',
    'resource-demand-batches',
  ],
  标准: ['self-check', 'standard-checks', 'standards', 'standard-versions'],
  运行与应急: [
    'incidents',
    'incident-notices',
    'monitor-targets',
    'inspection-tasks',
    'ops-assets',
    'team-records',
    'mechanism-documents',
    'mechanisms',
    'hotline-tickets',
    'hotline-statistics',
    'announcements',
  ],
  安全: [
    'vulnerabilities',
    'hidden-dangers',
    'safety-checks',
    'security-gaps',
    'risk-assessments',
    'safety-agreements',
    'security-programmes',
    'training-sessions',
    'terminal-checks',
    'crypto-profiles',
    'mlps-records',
    'compliance-tasks',
    'data-leak-cases',
    'commercial-data-profiles',
    'data-operations',
    'privacy-notices',
    'consent-records',
    'backup-records',
    'restore-drills',
  ],
  监督与整改: [
    'supervision',
    'fairness',
    'fairness-complaints',
    'filings',
    'problem-cases',
    'rectifications',
    'unit-ops-checks',
    'data-operation-inspections',
    'accountability-cases',
    'assessments',
    'assessment-schemes',
    'operation-metrics',
    'access-scorecards',
    'supervision-notes',
    'user-rules',
    'user-violations',
    'terminal-users',
    'content-incidents',
    'statistics',
    'audit',
  ],
  协同: [
    'docking-records',
    'cooperation-items',
    'coordination-items',
    'operation-contacts',
    'policy-documents',
    'budget-declarations',
    'product-works',
  ],
  单位管理: [
    'members',
    'machine-credentials',
    'owner-units',
    'project-companies',
    'government-bodies',
    'work-calendars',
    'parameters',
    'account',
  ],
};

const titles = new Map(
  Object.entries(GROUPS).flatMap(([title, names]) => names.map((name) => [name, title] as const)),
);

/** The title of the group that a place of the work area belongs to; null when nobody gave it one. */
export const groupOf = (href: string): string | null => titles.get(href.split('/')[2] ?? '') ?? null;

export interface Group<T> {
  title: string;
  members: readonly T[];
}

/** Puts what leads into the work area into its groups, each in the order in which it came; groups without any are left out. */
export function inGroups<T extends { href: string }>(all: readonly T[]): Group<T>[] {
  const byTitle = Map.groupBy(all, ({ href }) => groupOf(href));
  return Object.keys(GROUPS).flatMap((title) => {
    const members = byTitle.get(title);
    return members ? [{ title, members }] : [];
  });
}
