import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, signIn } from '../harness/client.ts';
import { type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';

const CALLS = 10_000;
const GROUPS = 1_000;
const AT_ONCE = 40;
const MINUTE_MS = 60_000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let company: Client;
let token: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  await copyPreparedDatabase(folder.path);
  server = await startServer({ DATA_DIR: folder.path, CLOCK_START: '2026-11-23T10:00:00+08:00' });
  company = await signIn(server.url, 'gongsi');
  const issued = await company.act('issueMachineCredential', {
    name: '外部监测',
    purpose: '接收 Alertmanager 的告警',
    validUntil: '2027-06-30',
  });
  token = issued.secret!;
});
afterAll(async () => {
  await server?.stop();
  await folder?.remove();
});

function send(call: number): Promise<Response> {
  const group = call % GROUPS;
  return fetch(`${server.url}/incident-alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      version: '4',
      groupKey: `{}:{instance="${group}"}`,
      alerts: [
        {
          status: 'firing',
          labels: { alertname: 'InstanceDown', instance: `${group}` },
          annotations: { summary: `实例 ${group} 没有应答` },
          startsAt: '2026-11-23T01:59:00Z',
          fingerprint: `${group}`,
        },
      ],
    }),
  });
}

it(
  '[duty 60.1] 10,000 webhooks within a minute are all kept, and make few incidents',
  async () => {
    let next = 0;
    const refused: number[] = [];
    const began = performance.now();
    const sender = async () => {
      while (next < CALLS) {
        const answer = await send(next++);
        if (answer.status !== 202) refused.push(answer.status);
        await answer.arrayBuffer();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    const took = performance.now() - began;
    expect(refused).toEqual([]);
    expect(took).toBeLessThan(MINUTE_MS);
    const raised = async () => {
      const { data } = await company.ask(
        '{ incidents(first: 100) { edges { node { title alertFigures { alerts received } } } } }',
      );
      const nodes = data.incidents.edges.map(({ node }: any) => node) as {
        title: string;
        alertFigures: { alerts: number; received: number } | null;
      }[];
      // The demonstration has incidents that people told of.
      return nodes.flatMap(({ alertFigures, ...node }) => (alertFigures ? [{ ...node, alertFigures }] : []));
    };
    const sum = (figure: 'alerts' | 'received', of: Awaited<ReturnType<typeof raised>>) =>
      of.reduce((total, { alertFigures }) => total + alertFigures[figure], 0);
    await expect
      .poll(async () => sum('received', await raised()), { timeout: MINUTE_MS, interval: 500 })
      .toBe(CALLS);
    const incidents = await raised();
    expect(sum('alerts', incidents)).toBe(GROUPS);
    expect(incidents.length).toBeLessThanOrEqual(21);
    expect(incidents.filter(({ title }) => title.includes('告警风暴'))).toHaveLength(1);
  },
  4 * MINUTE_MS,
);
