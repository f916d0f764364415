import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { FilingKind } from './choices.ts';
import type { SafetyTables } from './tables-safety.ts';

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
  prefill: { figures: FilingFigure[] };
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

export interface OperationsTables extends SafetyTables {
  'operations.workCalendar': WorkCalendarRow;
  'operations.filing': FilingRow;
  'operations.announcement': AnnouncementRow;
}
