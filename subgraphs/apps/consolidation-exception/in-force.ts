import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';

/** What an exception gives to whoever relies on it, whoever may see it. */
export interface ExceptionFacts {
  id: string;
  organizationId: string;
  state: string;
  kind: string;
  validUntil: string | null;
}

/**
 * Articles 16 and 17: nobody stands outside but by an exception that was agreed with that organisation, for this kind
 * of case, and has not run out.
 */
export function lacksException(
  exception: ExceptionFacts | null,
  wanted: { organizationId: string | null; kind?: string },
  today: string,
): Refusal | null {
  const holds =
    exception !== null &&
    exception.organizationId === wanted.organizationId &&
    exception.state === 'AGREED' &&
    exception.validUntil !== null &&
    today <= exception.validUntil &&
    (wanted.kind === undefined || exception.kind === wanted.kind);
  return holds ? null : refuse('EXCEPTION_APPROVAL_REQUIRED', { articles: [17] });
}
