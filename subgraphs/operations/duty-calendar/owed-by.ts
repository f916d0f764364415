import { partyLabel } from '@zgt/runtime/graphql/types.ts';
import type { DutyRow } from './store.ts';

/** Who owes a duty, in words: the party, or by its name the organisation whose record it is. */
export const owedByName = ({ owedBy, organizationName }: DutyRow): string =>
  (owedBy === 'OWNER' && organizationName) || partyLabel(owedBy)!;
