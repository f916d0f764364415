import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { publishStanding } from '@zgt/runtime/organizations.ts';
import type { ParameterValues } from '@zgt/runtime/parameters.ts';
import { safetyStanding } from '@zgt/runtime/safety-standing.ts';
import { notAllowed } from '@zgt/schema/measure/algorithms.ts';
import { readKnown } from '../subjects/store.ts';
import type { CryptoProfileRow } from '../tables-safety.ts';
import { type CryptoProfileFacts, cryptoProfileLifecycle } from './lifecycle.ts';

/** Listings and goings live are judged by the algorithms that are used (article 68). */
function publish(given: Given<CryptoProfileRow>): void {
  const { id, appId, platformId, organizationId, state, algorithms } = given.record;
  publishStanding(given, organizationId, safetyStanding('CRYPTO', id), {
    state,
    scope: { appId: appId ?? platformId, algorithms },
    validUntil: null,
  });
}

const judged = (input: Given['input'], parameters: ParameterValues): Partial<CryptoProfileRow> => ({
  ...(input as Partial<CryptoProfileRow>),
  refusedAlgorithms: notAllowed(input.algorithms, parameters['crypto.allowed_algorithms'] as string),
});

/** The register of algorithms and certificates in use; each belongs to who answers for the app or platform. */
export const cryptoProfile = noun<CryptoProfileRow, CryptoProfileFacts>({
  lifecycle: cryptoProfileLifecycle,
  table: 'operations.cryptoProfile',
  numberPrefix: 'MM',
  searchColumns: ['subjectName'],
  title: ({ subjectName }) => `密码应用：${subjectName}`,
  facts: async (db, records, _viewer, input) => {
    const id = (input?.appId ?? input?.platformId ?? null) as string | null;
    const subject = (await readKnown(db, [id])).get(id ?? '') ?? null;
    return records.map(() => ({ subject }));
  },
  effects: {
    keep: async ({ input, facts, parameters }) => ({
      columns: {
        ...judged(input, parameters),
        subjectName: (facts as CryptoProfileFacts).subject!.title,
      },
    }),
    amend: async ({ input, parameters }) => ({ columns: judged(input, parameters) }),
  },
  after: { keep: publish, amend: publish, retire: publish },
});
