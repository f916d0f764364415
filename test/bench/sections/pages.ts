import { graphqlRequest, type Request } from '../measure/load.ts';
import { measureInRounds, type Subject } from '../measure/rounds.ts';
import type { Group, Row } from '../measure/table.ts';
import type { Place } from '../place.ts';
import { type PageWeight, weigh } from '../product/page-weight.ts';
import { issuedCertificate, openProduct, type Product, WORK_LIST } from '../product/product.ts';
import { page, sessionCookie, type Visit, visiting } from '../product/visits.ts';

/** What people and programs wait for most: pages with all that they are made of, and the questions behind them. */
export async function pages(place: Place): Promise<Group[]> {
  const { options } = place;
  const product = await openProduct(place);
  const certificate = await issuedCertificate(product);
  const cookie = await sessionCookie(product.url);
  const visits: Visit[] = [
    { title: 'home page', request: page('/', '</html>') },
    { title: 'verification page', request: page(`/verify/${certificate}`, certificate) },
    {
      title: 'list of approvals, signed in',
      request: page('/work/approvals', '<h1>待审批</h1>', { cookie }),
    },
  ];
  const questions: Visit[] = [
    {
      title: 'work list with actions',
      request: graphqlRequest(JSON.stringify({ query: WORK_LIST }), '"availableActions":[', {
        authorization: `Bearer ${product.approver.token}`,
      }),
    },
    {
      title: 'verification of a certificate',
      request: graphqlRequest(
        JSON.stringify({ query: `{ verifyBrandAuthorization(number: "${certificate}") { verdict } }` }),
        '"verdict":"IN_FORCE"',
      ),
    },
  ];
  const groups: Group[] = [];
  for (const connections of options.connections)
    groups.push({
      title: `Product: pages and questions, PostgreSQL, ${connections} connection${connections === 1 ? '' : 's'}`,
      unit: '/s',
      rows: await measureInRounds(
        [...visits, ...questions].map((visit) => visiting(place, product, visit, connections, options)),
        options.rounds,
      ),
    });
  const weights = await measureInRounds(
    visits.flatMap(({ title, request }) => weightsOf(product, title, request)),
    1,
  );
  groups.push({ title: 'Product: what a browser is sent', unit: 'kB', rows: weights satisfies Row[] });
  return groups;
}

function weightsOf({ url }: Product, title: string, request: Request): Subject[] {
  const weight = (part: string, pick: (found: PageWeight) => { files: number; bytes: number }): Subject => ({
    target: `${title}, ${part}`,
    measure: async () => {
      const { files, bytes } = pick(await weigh(new URL(request.path, url), request.headers.cookie ?? ''));
      return { value: bytes / 1000, more: { files } };
    },
  });
  return [
    weight('HTML', ({ html }) => ({ files: 1, bytes: html })),
    weight('CSS', ({ styles }) => styles),
    weight('fonts at most', ({ fonts }) => fonts),
  ];
}
