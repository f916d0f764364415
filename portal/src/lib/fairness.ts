/** How units' requests were treated from one day to another, and who waits now. */
export const FAIRNESS_QUERY = `query Fairness($from: Date!, $to: Date!) {
  fairness(from: $from, to: $to) {
    isCut
    applicants { organizationName decisions refusals averageHours longestHours }
    decisions { recordId number title requestLabel organizationName actionLabel isRefused reason workingDays overtook decidedAt }
    queue { recordId number title requestLabel organizationName since }
  }
}`;

export interface FairnessReport {
  isCut: boolean;
  applicants: {
    organizationName: string;
    decisions: number;
    refusals: number;
    averageHours: number;
    longestHours: number;
  }[];
  decisions: {
    recordId: string;
    number: string;
    title: string;
    requestLabel: string;
    organizationName: string;
    actionLabel: string;
    isRefused: boolean;
    reason: string | null;
    workingDays: number;
    overtook: number;
    decidedAt: string;
  }[];
  queue: {
    recordId: string;
    number: string;
    title: string;
    requestLabel: string;
    organizationName: string;
    since: string;
  }[];
}
