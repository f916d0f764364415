import type { ParameterValues } from '@zgt/runtime/parameters.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import { RESTRICTIVE_TERMS } from './choices.ts';

/**
 * Articles 46 and 53 (duty 46.1): terms that shut others out are not agreed on or laid down; by parameter one may be, where
 * a legal review shows that it is justified.
 */
export function restrictionFault(
  terms: readonly string[],
  isReviewed: boolean,
  parameters: ParameterValues,
): Refusal | null {
  if (terms.length === 0) return null;
  if (parameters['fair.exclusive_exception_allowed'] === true && isReviewed) return null;
  const named = terms.map((term) => RESTRICTIVE_TERMS[term as keyof typeof RESTRICTIVE_TERMS]).join('、');
  return refuse('EXCLUSIVE_TERM_FORBIDDEN', {
    details: [{ path: 'restrictiveTerms', message: `限制性条款：不得约定${named}` }],
  });
}

/** Whether a legal review came along, or was there before. */
export const isReviewed = ({
  documents,
  attachedKinds,
}: {
  documents: readonly { kind: string }[];
  attachedKinds: ReadonlySet<string>;
}): boolean => attachedKinds.has('LEGAL_REVIEW') || documents.some(({ kind }) => kind === 'LEGAL_REVIEW');
