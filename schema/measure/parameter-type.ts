/** STRING is one of the parameter's choices; TEXT is one line of words. */
export const PARAMETER_TYPES = ['INTEGER', 'BOOLEAN', 'STRING', 'TEXT'] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

export const PARAMETER_UNITS = [
  'WORKING_DAYS',
  'CALENDAR_DAYS',
  'MINUTES',
  'HOURS',
  'DAYS',
  'MONTHS',
  'YEARS',
  'COUNT',
  'NONE',
] as const;
export type ParameterUnit = (typeof PARAMETER_UNITS)[number];

/** A number or switch that the rules read by name; the value in force is kept by date, this is the default. */
export interface RuleParameter {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: ParameterType;
  readonly unit: ParameterUnit;
  readonly default: number | boolean | string;
  /** Only what the issued text commands; a value outside is refused until a new edition (article 75). */
  readonly floor?: { readonly min?: number; readonly max?: number };
  /** The only values that a STRING parameter takes. */
  readonly choices?: readonly string[];
  readonly articles: readonly number[];
  /** True when the value stands in the issued text, false when it is our default. */
  readonly fromText: boolean;
  /** The second draft's provision that the default follows. */
  readonly draftRef?: string;
}
