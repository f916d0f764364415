import { Pool } from 'undici';
import type { Job, Measured } from './load.ts';

/** Sends the job's requests over so many connections, each its next request when the answer has come. */
async function drive({ url, requests, connections, limit }: Job): Promise<Measured> {
  const { origin } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const latencies: number[] = [];
  let bytes = 0;
  let failed = 0;
  let why: string | null = null;
  let next = 0;
  const start = performance.now();
  const isOver = () => ('requests' in limit ? next >= limit.requests : performance.now() - start >= limit.ms);

  async function one(): Promise<void> {
    const request = requests[next++ % requests.length]!;
    const began = performance.now();
    const { statusCode, body } = await pool.request({
      path: request.path,
      method: request.method,
      headers: request.headers,
      body: request.body ?? null,
    });
    const text = await body.text();
    latencies.push(performance.now() - began);
    bytes += Buffer.byteLength(text);
    if (statusCode !== 200 || text.includes('"errors":[') || !text.includes(request.sign)) {
      failed += 1;
      why ??= `HTTP ${statusCode}: ${text.slice(0, 160)}`;
    }
  }

  async function client(): Promise<void> {
    while (!isOver())
      await one().catch((error: unknown) => {
        failed += 1;
        why ??= String(error);
      });
  }

  await Promise.all(Array.from({ length: connections }, client));
  const seconds = (performance.now() - start) / 1000;
  await pool.destroy();
  latencies.sort((left, right) => left - right);
  const quantile = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return {
    perSecond: latencies.length / seconds,
    p50: quantile(0.5),
    p99: quantile(0.99),
    bytes: bytes / Math.max(latencies.length, 1),
    failed,
    why,
  };
}

process.on('message', async (job: Job) => process.send!(await drive(job)));
process.on('disconnect', () => process.exit(0));
