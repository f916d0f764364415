import { RESTRICTIVE_TERMS } from './choices.ts';

/** The field in which whoever draws up terms says which of them shut others out. */
export const RESTRICTION_FIELD = {
  kind: 'choices',
  label: '限制性条款',
  hint: '文本中有的须如实选择；没有的不选',
  enumName: 'RestrictiveTerm',
  options: RESTRICTIVE_TERMS,
  optional: true,
} as const;
