import type { ParameterUnit, RuleParameter } from '@zgt/schema/measure/parameter-type.ts';

const UNIT_LABELS: Record<ParameterUnit, string> = {
  WORKING_DAYS: '个工作日',
  CALENDAR_DAYS: '个自然日',
  MINUTES: '分钟',
  HOURS: '小时',
  DAYS: '日',
  MONTHS: '个月',
  YEARS: '年',
  COUNT: '',
  NONE: '',
};

/** A parameter as the API gives it, with the value in force and every change of it. */
export interface CurrentParameter {
  name: string;
  title: string;
  description: string;
  type: 'INTEGER' | 'BOOLEAN' | 'STRING' | 'TEXT';
  unit: ParameterUnit;
  value: unknown;
  default: unknown;
  minimum: number | null;
  maximum: number | null;
  choices: string[];
  articles: number[];
  fromText: boolean;
  effectiveFrom: string | null;
  changes: { value: unknown; effectiveFrom: string; reason: string; createdAt: string }[];
}

const FIELDS = `name title description type unit value default minimum maximum choices articles fromText effectiveFrom
  changes { value effectiveFrom reason createdAt }`;
export const PARAMETERS_QUERY = `query Parameters { ruleParameters { ${FIELDS} } }`;
export const ARTICLE_PARAMETERS_QUERY = `query ArticleParameters($number: Int!) {
  article(number: $number) { parameters { ${FIELDS} } } }`;

/** A value of the parameter with its unit: 5 个工作日, 是, MANAGEMENT_UNIT. */
export function valueText({ unit }: Pick<RuleParameter, 'unit'>, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return `${value} ${UNIT_LABELS[unit]}`.trim();
}

/** The bounds that the issued text sets, in words; null when it sets none. */
export function boundsText(parameter: Pick<CurrentParameter, 'minimum' | 'maximum' | 'unit'>): string | null {
  const bounds = [
    ...(parameter.minimum === null ? [] : [`不少于 ${valueText(parameter, parameter.minimum)}`]),
    ...(parameter.maximum === null ? [] : [`不多于 ${valueText(parameter, parameter.maximum)}`]),
  ];
  return bounds.join('，') || null;
}

/** What was typed, as the API takes it; text that is no value of the type goes as it is, for the API to refuse. */
export function typedValue({ type }: Pick<CurrentParameter, 'type'>, typed: string): unknown {
  if (type === 'BOOLEAN') return typed === 'true' ? true : typed === 'false' ? false : typed;
  if (type === 'INTEGER' && /^\d{1,9}$/.test(typed)) return Number(typed);
  return typed;
}

/** A parameter as a row of a table: its name, the value in force, and whether the measure itself gives it. */
export function parameterRow(parameter: RuleParameter, current?: CurrentParameter) {
  const origin = parameter.fromText
    ? '正式文本'
    : parameter.draftRef
      ? `本系统默认，参照草案 ${parameter.draftRef}`
      : '本系统默认';
  const value = current
    ? valueText(parameter, current.value)
    : `${valueText(parameter, parameter.default)}（默认）`;
  return { cells: { title: parameter.title, meaning: parameter.description, value, origin } };
}
