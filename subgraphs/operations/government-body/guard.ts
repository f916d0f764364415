import type { Guard } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';

export interface BodyFacts {
  /** The body that the input names; null when there is none. */
  body: { organizationId: string; name: string } | null;
}

/** The body that the input names by its record takes part. */
export const bodyIsKnown: Guard<BodyFacts> = ({ facts: { body }, input }) =>
  !input || body
    ? null
    : refuse('VALIDATION', {
        details: [{ path: 'governmentBodyId', message: '政府单位：没有这个单位，或它已经不再参与' }],
      });
