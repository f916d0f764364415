import {
  DATA_ACTIVITIES,
  type DataActivity,
  type DataOperationResult,
} from '@zgt/schema/measure/data-operations.ts';
import { addDays } from './legal-days.ts';

/** One operation on public data, as the log has it. */
export interface DataOperation {
  operatedAt: string;
  loggedAt: string;
  organizationName: string | null;
  actor: string;
  activity: DataActivity;
  resource: string;
  reference: string | null;
  purpose: string;
  dataUseRequest: string | null;
  result: DataOperationResult;
  lane: number;
  seq: string;
  previousHash: string;
  hash: string;
}

/** What the operations are searched by, as it stands in the page's address. */
export const DATA_OPERATION_PARAMETERS = ['activity', 'resource', 'request', 'from', 'to'] as const;

export const DATA_OPERATIONS_QUERY = `query DataOperations($first: Int!, $after: String, $activity: DataActivity, $resource: String, $dataUseRequest: String, $from: DateTime, $to: DateTime) {
  dataOperations(first: $first, after: $after, activity: $activity, resource: $resource, dataUseRequest: $dataUseRequest, from: $from, to: $to) {
    edges { cursor node { operatedAt loggedAt organizationName actor activity resource reference purpose
      dataUseRequest result lane seq previousHash hash } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** What the list is narrowed to by an address; what cannot be meant is left out. */
export function dataOperationFilter(searchParams: URLSearchParams): Record<string, string | null> {
  const chosen = (name: string) => searchParams.get(name)?.trim() || null;
  const dayAt = (name: string) => (/^20\d\d-\d\d-\d\d$/.test(chosen(name) ?? '') ? chosen(name) : null);
  const activity = chosen('activity');
  const [from, to] = [dayAt('from'), dayAt('to')];
  const midnight = (day: string) => `${day}T00:00:00+08:00`;
  return {
    activity: activity !== null && Object.hasOwn(DATA_ACTIVITIES, activity) ? activity : null,
    resource: chosen('resource'),
    dataUseRequest: chosen('request'),
    from: from && midnight(from),
    to: to && midnight(addDays(to, 1)),
  };
}
