import type { Guard } from '../lifecycle/declaration.ts';
import { refuse } from '../refusal.ts';
import { checkRegionCode, isGuangxiRegion } from './region-code.ts';

/** Article 13: what the field `regionCode` of an input names lies in Guangxi. */
export const insideGuangxi: Guard = ({ input }) => {
  if (!input) return null;
  const checked = checkRegionCode(input.regionCode as string);
  if (!checked.ok)
    return refuse('VALIDATION', {
      details: [{ path: 'regionCode', message: `行政区划代码：${checked.reason}` }],
    });
  return isGuangxiRegion(checked.value) ? null : refuse('OUT_OF_SCOPE');
};
