/** What a system platform has to pass after going live (article 23). */
export const COMPLIANCE_QUERY = `query Compliance($platformId: ID!) {
  complianceTasks(first: 10, filter: { platformId: $platformId }) {
    edges { node { id kindLabel dueOn status statusLabel statusTone } }
  }
}`;

export interface ComplianceTask {
  id: string;
  kindLabel: string;
  dueOn: string;
  status: string;
  statusLabel: string;
  statusTone: string;
}

/** Whether a task is still open after the last day on which it was in time. */
export function isLate({ status, dueOn }: Pick<ComplianceTask, 'status' | 'dueOn'>, today: string): boolean {
  return status === 'DUE' && dueOn < today;
}
