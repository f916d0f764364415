import type { Transition } from '@zgt/runtime/lifecycle/declaration.ts';
import { checkActor } from '@zgt/runtime/lifecycle/permission.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import type { RuleParameter } from '@zgt/schema/measure/parameter-type.ts';
import { parameterObjection, RULE_PARAMETERS } from '@zgt/schema/measure/parameters.ts';

/** Who may change the rules' numbers (article 75): the management unit, which interprets the measure. */
export const setRuleParameter: Transition = {
  label: '调整规则参数',
  effect: '从生效时刻起按新值办理；进行中的时限不变。',
  from: null,
  to: 'SET',
  by: [{ party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] }],
  articles: [75],
  duties: ['75'],
};

export interface ParameterInput {
  name: string;
  value: unknown;
  effectiveFrom: Date;
  reason: string;
}

const TYPE_WORDS = {
  INTEGER: '不小于 0 的整数',
  BOOLEAN: 'true 或 false',
  STRING: '文字',
  TEXT: '一行文字，1 到 100 字，首尾没有空格',
} as const;

function invalid(path: string, message: string): Refusal {
  return refuse('VALIDATION', { details: [{ path, message }] });
}

/** The parameter of that name; null for a name that does not exist. */
export function parameterNamed(name: string): RuleParameter | null {
  return RULE_PARAMETERS.find((parameter) => parameter.name === name) ?? null;
}

/** Why the value may not be set: wrong kind of value, beyond what the text commands, or from a time that has passed. */
export function checkParameter(viewer: Viewer, input: ParameterInput, now: Date): Refusal | null {
  const forbidden = checkActor(setRuleParameter, viewer, null);
  if (forbidden) return forbidden;
  const parameter = parameterNamed(input.name);
  if (!parameter) return invalid('name', `没有名为 ${input.name} 的规则参数`);
  const objection = parameterObjection(parameter, input.value);
  if (objection === 'VALIDATION')
    return invalid(
      'value',
      `${parameter.title}：应为${parameter.choices?.join('、') ?? TYPE_WORDS[parameter.type]}`,
    );
  if (objection) {
    const { min, max } = parameter.floor ?? {};
    const bound = [
      ...(min !== undefined ? [`不少于 ${min}`] : []),
      ...(max !== undefined ? [`不多于 ${max}`] : []),
    ];
    return refuse(objection, {
      articles: [75, ...parameter.articles],
      details: [{ path: 'value', message: `${parameter.title}：${bound.join('、')}` }],
    });
  }
  if (!input.reason) return refuse('REASON_REQUIRED', { articles: [75] });
  if (input.reason.length > 2000) return invalid('reason', '理由：最多 2000 字');
  if (input.effectiveFrom < now) return invalid('effectiveFrom', '生效时刻：不能早于现在');
  return null;
}
