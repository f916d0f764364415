import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { AssessmentIndicatorName, AssessmentKind, OperationMetricName } from './choices-assessments.ts';

/** An earlier value of a metric, kept when it was corrected. */
export interface MetricCorrection {
  value: number;
  /** When it was replaced, ISO 8601. */
  at: string;
  reason: string;
  byName: string;
}

export interface OperationMetricRow extends Row {
  /** YYYY-MM. */
  month: string;
  name: OperationMetricName;
  value: number;
  source: 'MANUAL' | 'COLLECTED';
  corrections: { list: MetricCorrection[] };
}

export interface SchemeIndicator {
  indicator: AssessmentIndicatorName;
  label: string;
  weight: number;
  target: string;
}

export interface AssessmentSchemeRow extends Row {
  kind: AssessmentKind;
  name: string;
  passingScore: number;
  indicators: { list: SchemeIndicator[] };
  inForceAt: Date | null;
}

export interface AssessedIndicator extends SchemeIndicator {
  value: string | null;
  score: number | null;
  remark: string | null;
}

export interface AssessmentRow extends Row {
  kind: AssessmentKind;
  year: number;
  dueOn: string;
  schemeNumber: string | null;
  passingScore: number | null;
  indicators: { list: AssessedIndicator[] };
  totalScore: number | null;
  outcome: 'PASSED' | 'BELOW_TARGET' | null;
  comment: string | null;
  /** Number of the rectification that was ordered with the result. */
  rectificationNumber: string | null;
}

export interface AssessmentTables {
  'operations.operationMetric': OperationMetricRow;
  'operations.assessmentScheme': AssessmentSchemeRow;
  'operations.assessment': AssessmentRow;
}
