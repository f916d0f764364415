/** Both entrances of the hotlines. */
export const HOTLINE_ENTRANCES_QUERY =
  'query HotlineEntrances { hotlineEntrances { line label number hours } }';

export interface HotlineEntrance {
  line: string;
  label: string;
  number: string;
  hours: string;
}

/** What users see of their own ticket. */
export const HOTLINE_PROGRESS_QUERY = `query HotlineProgress($number: String!, $code: String!) {
  hotlineProgress(number: $number, code: $code) {
    number topicLabel statusLabel lineLabel question answer answeredAt createdAt updatedAt
  }
}`;

export interface HotlineProgress {
  number: string;
  topicLabel: string;
  statusLabel: string;
  lineLabel: string;
  question: string;
  answer: string | null;
  answeredAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** How the hotlines did from one day to another. */
export const HOTLINE_STATISTICS_QUERY = `query HotlineStatistics($from: Date!, $to: Date!) {
  hotlineStatistics(from: $from, to: $to) {
    lineLabel topicLabel opened answered revisited averageHours averageSatisfaction
  }
}`;

export interface HotlineTopicCount {
  lineLabel: string;
  topicLabel: string;
  opened: number;
  answered: number;
  revisited: number;
  averageHours: number | null;
  averageSatisfaction: number | null;
}

/** A number that phones can dial; null for addresses and for what is still to be announced. */
export function dialable(number: string): string | null {
  return /^[\d-]{3,20}$/.test(number) ? number.replaceAll('-', '') : null;
}
