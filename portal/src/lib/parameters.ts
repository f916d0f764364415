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

/** A parameter as a row of a table: its name, its default with unit, and whether the measure itself gives it. */
export function parameterRow(parameter: RuleParameter) {
  const value =
    typeof parameter.default === 'boolean'
      ? parameter.default
        ? '是'
        : '否'
      : `${parameter.default} ${UNIT_LABELS[parameter.unit]}`.trim();
  const origin = parameter.fromText
    ? '正式文本'
    : parameter.draftRef
      ? `本系统默认，参照草案 ${parameter.draftRef}`
      : '本系统默认';
  return { cells: { title: parameter.title, meaning: parameter.description, value, origin } };
}
