import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import { NORM_KINDS } from '../choices.ts';
import type { KnownNorm } from './store.ts';

type NormKind = keyof typeof NORM_KINDS;

/**
 * Article 53: an agreement names the norm in force of each kind that has one, and none that was superseded. Kinds
 * without any stand in its way only when the parameter says so.
 */
export function referencesFault(
  given: readonly string[],
  norms: readonly KnownNorm[],
  required: 'WARN' | 'BLOCK',
): Refusal | null {
  const named = given.map((number) => norms.find((norm) => norm.number === number && norm.state !== 'DRAFT'));
  const fault = (message: string) => ({ details: [{ path: 'normNumbers', message }] });
  const unknown = given.filter((_, index) => !named[index]);
  if (unknown.length > 0) return refuse('VALIDATION', fault(`引用的规范：没有公布过 ${unknown.join('、')}`));
  const outdated = given.filter((_, index) => named[index]!.state !== 'PUBLISHED');
  if (outdated.length > 0)
    return refuse('NORM_VERSION_OUTDATED', fault(`引用的规范：${outdated.join('、')} 已被新版本替代`));
  const inForce = norms.filter(({ state }) => state === 'PUBLISHED');
  const missing = inForce.filter(({ number }) => !given.includes(number));
  if (missing.length > 0)
    return refuse(
      'VALIDATION',
      fault(
        `引用的规范：还须引用现行的 ${missing
          .map(({ number, kind }) => `${number}（${NORM_KINDS[kind as NormKind]}）`)
          .join('、')}`,
      ),
    );
  const without = (Object.keys(NORM_KINDS) as NormKind[]).filter(
    (kind) => !inForce.some((norm) => norm.kind === kind),
  );
  return required === 'BLOCK' && without.length > 0
    ? refuse('NORM_MISSING', fault(`还没有公布：${without.map((kind) => NORM_KINDS[kind]).join('、')}`))
    : null;
}
