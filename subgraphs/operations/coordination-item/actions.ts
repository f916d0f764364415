import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { bodiesByNumber } from '../government-body/store.ts';
import type { CoordinationItemRow } from '../tables-coordination.ts';
import { type CoordinationItemFacts, coordinationItemLifecycle } from './lifecycle.ts';
import { inOffice, takesPart } from './store.ts';

const numbersOf = (input: Readonly<Record<string, any>> | null): string[] => input?.bodyNumbers ?? [];

/** The register of coordination; each belongs to the management unit, and those who take part read it. */
export const coordinationItem = noun<CoordinationItemRow, CoordinationItemFacts>({
  lifecycle: coordinationItemLifecycle,
  table: 'operations.coordinationItem',
  numberPrefix: 'XT',
  searchColumns: ['topic'],
  title: ({ topic }) => topic,
  alsoReads: ({ organizationId }) => (organizationId === null ? null : takesPart(organizationId)),
  facts: async (db, items, _viewer, input) => {
    const numbers = numbersOf(input);
    const known = await bodiesByNumber(db, numbers);
    const unknown = numbers.filter((number) => !known.has(number));
    return items.map(() => ({ unknown }));
  },
  effects: {
    open: async ({ tx, input }) => {
      const { parties, bodyNumbers: _numbers, ...particulars } = input;
      const those = [
        ...(await inOffice(tx, parties ?? [])),
        ...(await bodiesByNumber(tx, numbersOf(input))).values(),
      ];
      return {
        columns: {
          ...(particulars as Partial<CoordinationItemRow>),
          participants: those.map(({ organizationId }) => organizationId),
          participantNames: those.map(({ name }) => name),
        },
      };
    },
  },
});
