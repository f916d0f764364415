import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { FilingKind } from './choices.ts';
import type { ListedIncident } from './incident/store.ts';
import type { IncidentTables } from './tables-incidents.ts';

/** One number that the registers gave for a period: records now in a state, or actions taken in the period. */
export interface FilingFigure {
  noun: string;
  measure: 'STATE' | 'ACTION';
  name: string;
  count: number;
}

export interface FilingRow extends Row {
  kind: FilingKind;
  periodKey: string;
  periodStart: string;
  periodEnd: string;
  /** The figures of the registers; for the incidents of level 4 the incidents themselves. */
  prefill: { figures: FilingFigure[]; incidents?: ListedIncident[] };
  summary: string | null;
  filingNumber: string | null;
}

export interface AnnouncementRow extends Row {
  kind: string;
  title: string;
  body: string;
  publishedAt: Date | null;
}

export interface WorkCalendarRow extends Row {
  year: number;
  holidays: string[];
  workdays: string[];
  source: string;
}

export interface OperationsTables extends IncidentTables {
  'operations.workCalendar': WorkCalendarRow;
  'operations.filing': FilingRow;
  'operations.announcement': AnnouncementRow;
}
