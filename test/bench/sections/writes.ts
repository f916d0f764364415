import { graphqlRequest } from '../measure/load.ts';
import { startTarget } from '../measure/process.ts';
import { measureInRounds, type Subject } from '../measure/rounds.ts';
import type { Group } from '../measure/table.ts';
import type { Place } from '../place.ts';
import type { ActSetup } from '../product/act-server.ts';
import { handWritten } from '../product/hand-written.ts';
import { idOf, openPendingConsents } from '../product/pending.ts';
import { openProduct, type Product, type ServerProduct } from '../product/product.ts';

const CLIENTS = 16;
const CONSENT = `mutation($input: ConsentBrandAuthorizationInput!) { consentBrandAuthorization(input: $input) {
  brandAuthorization { id status } refusal { code } } }`;

/** The management unit's consent (article 50): through the whole product, by the engine alone, and by hand in SQL. */
export async function writes(place: Place): Promise<Group[]> {
  const { options } = place;
  const product = await openProduct(place);
  const pending = await openPendingConsents(product.databaseUrl);
  const byHand = await handWritten(product.databaseUrl);
  const engine = await startEngine(place, product);
  const count = Math.ceil(options.approvals / CLIENTS) * CLIENTS;
  const subject = (target: string, work: (first: number) => Promise<number>): Subject => ({
    target,
    measure: async (round) => {
      if (round === 0 && !options.smoke) await work(await pending.add(count));
      return { value: await work(await pending.add(count)) };
    },
  });
  const ids = (first: number) => Array.from({ length: count }, (_, index) => idOf(first + index));
  const hand = `transaction by hand, ${byHand.by}`;
  try {
    const rows = await measureInRounds(
      [
        subject(hand, (first) => byHand.consent(first, count, CLIENTS)),
        subject('act() in a process of its own', (first) => engine(ids(first))),
        subject('GraphQL through the running product', async (first) => {
          const { perSecond } = await place.load.drive({
            url: product.url,
            requests: ids(first).map((id) => consentRequest(product, id)),
            connections: CLIENTS,
            limit: { requests: count },
          });
          return perSecond;
        }),
      ],
      options.rounds,
    );
    const title = `Writes: consents to brand authorizations, ${CLIENTS} clients, PostgreSQL`;
    return [{ title, unit: '/s', reference: hand, rows }];
  } finally {
    await pending.close();
  }
}

async function startEngine(place: Place, { databaseUrl, dataDir, approver }: ServerProduct) {
  const setup: ActSetup = { databaseUrl, dataDir, token: approver.token! };
  const server = await startTarget(new URL('../product/act-server.ts', import.meta.url), setup);
  place.atEnd(server.stop);
  return async (ids: string[]): Promise<number> => {
    const answer = await fetch(server.url, {
      method: 'POST',
      body: JSON.stringify({ ids, clients: CLIENTS }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return ((await answer.json()) as { perSecond: number }).perSecond;
  };
}

function consentRequest({ approver }: Product, id: string) {
  const body = JSON.stringify({ query: CONSENT, variables: { input: { id } } });
  return graphqlRequest(body, '"refusal":null', { authorization: `Bearer ${approver.token}` });
}
